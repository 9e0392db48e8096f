import { z } from 'zod';
import { InstallationId } from '../../domain/records/ids.ts';
import { BundleAddressee, TrustState } from './received.ts';

/** What can be told of a sealed file without any key. */
export const SealedFile = z.object({
  sealedTo: z.enum(['classic', 'hybrid', 'passphrase']),
  /** How many keys open it; 0 under a passphrase. */
  recipients: z.int(),
  bytes: z.number(),
  /** 0 for one file. */
  volumes: z.int(),
  /** Its length is that of a whole one. Only opening says that it is authentic, too. */
  whole: z.boolean(),
});

/** What a bundle is that was read to its end and verified, and of which nothing was kept. */
export const VerifiedBundle = z.object({
  bundle: z.string(),
  /** Opened here before, or sealed here. */
  repeated: z.boolean(),
  sender: z.object({
    installation: InstallationId,
    name: z.string(),
    organisationName: z.string(),
    trust: TrustState,
    digits: z.string(),
  }),
  /** Empty under a passphrase. */
  addressees: z.array(BundleAddressee),
  purpose: z.string(),
  created: z.string(),
  records: z.int(),
  revisions: z.int(),
  attachments: z.int(),
  /** Revisions that would be put aside, because their author is not known here. */
  putAside: z.int(),
});
