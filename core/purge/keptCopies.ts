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
  return keptCopies(vault).get(record)?.(requireRecord(vault, record).handling.expires);
}

/** Of every copy that is kept: why, given its last day. */
export function keptCopies(vault: Vault): ReadonlyMap<string, (expires: string | undefined) => string | undefined> {
  return new Map(
    Object.entries(readPreferences(vault)).flatMap(([name, value]) => {
      const kept = name.startsWith(PREFIX) ? Kept.safeParse(value) : undefined;
      if (kept?.success !== true) return [];
      const { expires, reason } = kept.data;
      return [
        [name.slice(PREFIX.length), (now: string | undefined) => (now === expires ? reason : undefined)] as const,
      ];
    }),
  );
}
