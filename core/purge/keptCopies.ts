import type { RecordId } from '../../domain/records/ids.ts';
import { writePreference } from '../preferences/preferences.ts';
import { requireRecord } from '../records/recordView.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';
import type { Vault } from '../vault/vault.ts';
import { keptReasons, keptUnder } from './keptReasons.ts';
import { expiredRecord } from './letGo.ts';

/** Keeps a copy whose last day has passed, with a reason. Throws `record.missing`, `copy.notExpired`. */
export function keepCopy(session: Session, record: RecordId, reason: string): void {
  const { vault, surroundings } = session;
  const { expires = '' } = expiredRecord(session, record).handling;
  writePreference(session, keptUnder(record), { expires, reason });
  appendJournal(vault, surroundings.now(), 'copy.kept', { record });
  session.announce({ event: 'recordsChanged', records: [record] });
}

/** Why a copy is kept, while it has the last day for which that was said. Throws `record.missing`. */
export function whyKept(vault: Vault, record: RecordId): string | undefined {
  const kept = keptReasons(vault).get(record);
  return kept?.expires === requireRecord(vault, record).handling.expires ? kept?.reason : undefined;
}
