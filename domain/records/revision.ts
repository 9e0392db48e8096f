import { z } from 'zod';
import { Handling } from '../handling/handling.ts';
import { digestOf } from './digest.ts';
import { InstallationId, RecordId, RevisionId } from './ids.ts';
import { isJson, type Json, type JsonObject } from './json.ts';

/**
 * The content of a record: its kind's fields, and reserved fields that every kind has, whose names begin with `$`:
 * `$deleted` ({ reason, into? }) when the revision deletes the record, `$aliases` (ids joined with it). Fields that this
 * version does not know are kept.
 */
export const Body = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && isJson(value),
);
export type Body = JsonObject;

/** A moment in whole minutes, UTC: `2027-03-03T18:12Z`. Orders only what people read. */
export const Minute = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/);

/** What a revision's id is the digest of. Nothing else may stand in it, so that what is parsed is what was signed. */
export const RevisionContent = z.strictObject({
  record: RecordId,
  kind: z.string().min(1).max(64),
  parents: z.array(RevisionId).max(64),
  /** The installation whose key signs the id. */
  author: InstallationId,
  /** The person whose seat it is. */
  seat: RecordId,
  at: Minute,
  /** 128 random bits in hexadecimal, so that a bare id confirms no guess. */
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
  handling: Handling,
  body: Body,
});
export type RevisionContent = z.infer<typeof RevisionContent>;

/** One shared revision of a record, as it travels and as it is kept. */
export const Revision = RevisionContent.extend({ id: RevisionId });
export type Revision = z.infer<typeof Revision>;

/** A revision with the author installation's Ed25519 signature (base64) over the 32 bytes of its id. */
export const SignedRevision = Revision.extend({ signature: z.string().regex(z.regexes.base64) });
export type SignedRevision = z.infer<typeof SignedRevision>;

/** The id that a revision with this content has: SHA-256 over its canonical JSON (RFC 8785). */
export function revisionId(content: RevisionContent): RevisionId {
  return RevisionId.parse(digestOf(asJson(content)));
}

/** The parsed value as plain JSON; keys that are undefined are left out. */
export function asJson(value: object): Json {
  return JSON.parse(JSON.stringify(value));
}
