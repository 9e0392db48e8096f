import { createHmac, hkdfSync } from 'node:crypto';
import { RecordId } from '../../domain/records/ids.ts';
import { canonicalJson } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * The ids that records get in outputs without history: the same for the same audience, so that a body that gets two
 * bundles sees one record, and without any link to the record's own id or to what other audiences get (a keyed digest,
 * HMAC-SHA256, under a key derived from the vault's).
 */
export function mintedIds(vault: Vault, audience: Audience): (record: RecordId) => RecordId {
  const key = Buffer.from(hkdfSync('sha256', vault.key, '', 'amberdesk release ids', 32));
  const name = canonicalJson(asJson(audience));
  return (record) => {
    const bytes = createHmac('sha256', key).update(`${name}\n${record}`).digest().subarray(0, 16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return RecordId.parse(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  };
}
