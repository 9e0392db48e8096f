import type { z } from 'zod';
import type { VerifiedBundle } from '../../contract/exchange/sealedFile.ts';
import { fingerprintDigits } from '../../domain/exchange/fingerprintDigits.ts';
import type { Work } from '../jobs/work.ts';
import type { Session } from '../session.ts';
import { addresseesOf } from './bundleList.ts';
import { checkBundle } from './openBundle.ts';
import { type BundleKeys, stageBundle } from './stageBundle.ts';

/**
 * Reads a bundle by all reading rules, as `openBundle` does, and keeps nothing of it: neither a row nor a file. Throws
 * what `openBundle` throws, but for `bundle.repeated`: one that is here already is said to be.
 */
export async function verifyBundle(
  work: Work,
  session: Session,
  file: string | readonly string[],
  keys: BundleKeys = {},
): Promise<z.infer<typeof VerifiedBundle>> {
  const { vault } = session;
  const { bundle, clean } = await stageBundle(work, vault, file, keys);
  try {
    const { checked, revisions, known } = await checkBundle(work, session, bundle, keys);
    const { manifest, sender } = checked;
    return {
      bundle: manifest.bundle,
      repeated: known !== undefined,
      sender: {
        installation: sender.installation,
        name: sender.name,
        organisationName: sender.organisationName,
        trust: sender.trust,
        digits: fingerprintDigits(sender.installation),
      },
      addressees: addresseesOf(vault, manifest.addressees),
      purpose: manifest.purpose,
      created: manifest.created,
      records: manifest.totals.records,
      revisions: manifest.totals.revisions,
      attachments: manifest.totals.attachments,
      putAside: revisions?.quarantined.size ?? 0,
    };
  } finally {
    clean();
  }
}
