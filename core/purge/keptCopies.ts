import { z } from 'zod';
import type { RecordId } from '../../domain/records/ids.ts';
import { readPreferences, writePreference } from '../preferences/preferences.ts';
import { requireRecord } from '../records/recordView.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';
import type { Vault } from '../vault/vault.ts';
import { expiredRecord } from './letGo.ts';

const PREFIX = 'copy.kept.';

/** For which last day a copy is kept, and why. */
const Kept = z.object({ expires: z.string(), reason: z.string() });

/** Keeps a copy whose last day has passed, with a reason. Throws `record.missing`, `copy.notExpired`. */
export function keepCopy(session: Session, record: RecordId, reason: string): void {
  const { vault, surroundings } = session;
  const { expires = '' } = expiredRecord(session, record).handling;
  writePreference(session, PREFIX + record, { expires, reason });
  appendJournal(vault, surroundings.now(), 'copy.kept', { record });
  session.announce({ event: 'recordsChanged', records: [record] });
}

/** Why a copy is kept, while it has the last day for which that was said. Throws `record.missing`. */
export function whyKept(vault: Vault, record: RecordId): string | undefined {
  const kept = keptCopies(vault).get(record);
  return kept?.expires === requireRecord(vault, record).handling.expires ? kept?.reason : undefined;
}

/** Of every copy that is kept: for which last day, and why. */
export function keptCopies(vault: Vault): ReadonlyMap<string, z.infer<typeof Kept>> {
  return new Map(
    Object.entries(readPreferences(vault)).flatMap(([name, value]) => {
      const kept = name.startsWith(PREFIX) ? Kept.safeParse(value).data : undefined;
      return kept === undefined ? [] : [[name.slice(PREFIX.length), kept] as const];
    }),
  );
}
