import { v5 } from 'uuid';
import { z } from 'zod';

/** A record's id: a UUID, random or derived from the record's natural key. */
export const RecordId = z.uuid().brand('RecordId');
export type RecordId = z.infer<typeof RecordId>;

/** A revision's id: SHA-256 over the canonical JSON of the rest of the revision, in hexadecimal. */
export const RevisionId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand('RevisionId');
export type RevisionId = z.infer<typeof RevisionId>;

/** An installation's id: the SHA-256 fingerprint of its signing key, in hexadecimal. */
export const InstallationId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand('InstallationId');
export type InstallationId = z.infer<typeof InstallationId>;

const NATURAL_KEYS = '7d1f3a52-5a0e-5c8e-9f39-3d1c5f0f6a11';

/**
 * The id of a record that has a natural key (an ISO country code, a catalogue number), so that two capitals that
 * never met give the same thing the same id. UUIDv5 (RFC 9562) over `kind:key`.
 */
export function naturalId(kind: string, key: string): RecordId {
  return RecordId.parse(v5(`${kind}:${key.normalize('NFC').toUpperCase()}`, NATURAL_KEYS));
}
