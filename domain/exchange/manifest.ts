import { z } from 'zod';
import { DirectoryEntry, MOST_ENTRIES } from '../directory/entry.ts';
import { InstallationId, RecordId, RevisionId } from '../records/ids.ts';
import { Minute } from '../records/revision.ts';
import type { Audience } from '../release/audience.ts';
import { Card, Role } from './card.ts';
import { PURGE_LIMITS, Purge } from './purge.ts';
import { PLACE_LIMITS, Recall, Receipt, Requests } from './receipts.ts';

/** The bundle format that this version writes, and the newest that it reads. */
export const BUNDLE_FORMAT = 1;

export const Purpose = z.enum([
  'dossier',
  'supplement',
  'contribution',
  'consultation',
  'notice',
  'delegation',
  'invitation',
  'directory',
  'receipt',
  'request',
  'recall',
  'purge',
  'open-session',
]);
export type Purpose = z.infer<typeof Purpose>;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().nonnegative();

/**
 * The audience as a manifest names it. An outside body sees only itself, as the one addressee: neither the other
 * bodies nor the ids of closed items and papers.
 */
export const ManifestAudience = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('self') }),
  z.object({ kind: z.literal('persons'), persons: z.array(RecordId).min(1) }),
  z.object({ kind: z.literal('organisation'), organisation: RecordId }),
  z.object({ kind: z.literal('group'), organisations: z.array(RecordId).min(1) }),
  z.object({ kind: z.literal('board') }),
  z.object({ kind: z.literal('guest') }),
  z.object({ kind: z.literal('community') }),
  z.object({ kind: z.literal('public') }),
]);
export type ManifestAudience = z.infer<typeof ManifestAudience>;

export function manifestAudience(audience: Audience): ManifestAudience {
  return audience.kind === 'guest' || audience.kind === 'community' ? { kind: audience.kind } : audience;
}

export const Addressee = z.looseObject({
  installation: InstallationId,
  name: z.string().max(200),
  organisation: RecordId,
  /** An age file in base64 that only this addressee can open; its content is a `Place`. */
  place: z.base64().max(98_304),
});
export type Addressee = z.infer<typeof Addressee>;

/** Where a bundle stands in the sequence from one installation to one addressee. */
export const Place = z.object({
  bundle: z.uuid(),
  /** From 1. */
  number: z.int().positive(),
  /** Digest of the manifest of the bundle before; null for the first. */
  previous: Sha256.nullable(),
  /** What became of bundles from the addressee. */
  receipts: z.array(Receipt).max(PLACE_LIMITS.receipts).optional(),
  /** What is asked of the addressee. */
  requests: Requests.optional(),
});
export type Place = z.infer<typeof Place>;

/** So many characters a notice says and asks at most. */
export const NOTICE_LIMITS = { says: 2000, asks: 1000 } as const;

/** Warns within hours: what about, what is asked, and until when. It is read before anything inside is decided on. */
export const Notice = z.object({
  label: z.enum(['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR']),
  says: z.string().min(1).max(NOTICE_LIMITS.says),
  asks: z.string().max(NOTICE_LIMITS.asks),
  until: Minute.optional(),
  /** The IANA zone in which that moment was set. */
  zone: z.string().max(64).optional(),
});
export type Notice = z.infer<typeof Notice>;

/** What every manifest says, whatever its format: enough to see that it is newer than this version. */
export const ManifestVersion = z.looseObject({ format: z.int().positive(), reader: z.int().positive() });

/** A sentence on what is another in a plan than those whom a bundle is for were told, in both languages. */
export const PlanNews = z.object({ en: z.string().max(1000), fr: z.string().max(1000) });
export type PlanNews = z.infer<typeof PlanNews>;

/** `manifest.json`: canonical JSON (RFC 8785), signed as it stands. Fields that this version does not know are left alone. */
export const Manifest = z.looseObject({
  format: z.int().positive(),
  /** The lowest format that a reader must know. */
  reader: z.int().positive(),
  bundle: z.uuid(),
  /** The network's record. */
  network: RecordId,
  sender: z.looseObject({
    installation: InstallationId,
    name: z.string().max(200),
    organisation: RecordId,
    organisationName: z.string().max(200),
    seat: RecordId,
    role: Role,
  }),
  /** Empty when the bundle is under a passphrase. */
  addressees: z.array(Addressee).max(1024),
  audience: ManifestAudience,
  purpose: Purpose,
  meeting: RecordId.nullable(),
  created: Minute,
  /** The shared heads of each record inside, as the sender knows them. */
  heads: z.record(RecordId, z.array(RevisionId).min(1).max(64)),
  totals: z.looseObject({
    /** Files listed in SHA256SUMS, and the sum of their sizes. */
    files: Count,
    bytes: Count,
    records: Count,
    revisions: Count,
    /** Size of `records.jsonl` before compression. */
    recordBytes: Count,
    attachments: Count,
  }),
  /** SHA-256 of the file SHA256SUMS. */
  sums: Sha256,
  /** Cards of the authors inside, as the sender knows them; empty for outside bodies. */
  cards: z.array(Card).max(1024),
  /** Entries of the network's directory that addressees may lack; absent for outside bodies. */
  directory: z.array(DirectoryEntry).max(MOST_ENTRIES).optional(),
  /** The digest of the directory's last entry, as the sender has it: so that others need not send it what it has. */
  directoryHead: Sha256.optional(),
  /** Bundles that the sender asks back from these addressees. */
  recalls: z.array(Recall).max(100).optional(),
  /** Signed orders of originators to remove what they wrote. */
  purges: z.array(Purge).max(PURGE_LIMITS.acts).optional(),
  /** Of a notice: what it warns of, in words. */
  notice: Notice.optional(),
  /** What changed in the plans of meetings since these addressees were told of them. */
  news: z.array(PlanNews).max(200).optional(),
});
export type Manifest = z.infer<typeof Manifest>;
