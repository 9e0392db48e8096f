import type { RecordId } from '../../domain/records/ids.ts';
import { linksTo } from '../records/links.ts';
import { findRecord, type RecordRow } from '../records/rows.ts';
import type { Vault } from '../vault/vault.ts';

/** The stricter portions of a paper, which go with it. */
export function portionsOf(vault: Vault, paper: RecordId): RecordRow[] {
  return linksTo(vault, paper).flatMap(({ field, record }) => {
    const one = field === 'paper' ? findRecord(vault, record) : undefined;
    return one?.kind === 'portion' ? [one] : [];
  });
}
