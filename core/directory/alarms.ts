import { and, asc, eq, isNull } from 'drizzle-orm';
import type { JsonObject } from '../../domain/records/json.ts';
import { directoryAlarm } from '../../drizzle/schema.ts';
import { minuteOf } from '../context.ts';
import type { VaultDatabase } from '../vault/database.ts';
import { appendJournal } from '../vault/journal.ts';

export type AlarmRow = typeof directoryAlarm.$inferSelect;

/**
 * Raises an alarm, once for each id: it is shown until somebody says that it was looked at, and listed ever after. Part
 * of the caller's transaction.
 */
export function raiseAlarm(
  database: VaultDatabase,
  now: number,
  { id, alarm, detail }: Pick<AlarmRow, 'id' | 'alarm'> & { readonly detail: JsonObject },
): void {
  const { changes } = database.orm
    .insert(directoryAlarm)
    .values({ id, alarm, detail, at: minuteOf(now) })
    .onConflictDoNothing()
    .run();
  if (changes > 0) appendJournal(database, now, 'directory.alarm', { alarm, ...detail });
}

/** All alarms, the oldest first. */
export function listAlarms({ orm }: VaultDatabase): AlarmRow[] {
  return orm.select().from(directoryAlarm).orderBy(asc(directoryAlarm.at)).all();
}

/** Somebody has looked at an alarm. */
export function lookAtAlarm(database: VaultDatabase, now: number, id: string): void {
  database.sqlite
    .transaction(() => {
      const open = and(eq(directoryAlarm.id, id), isNull(directoryAlarm.seen));
      const { changes } = database.orm
        .update(directoryAlarm)
        .set({ seen: minuteOf(now) })
        .where(open)
        .run();
      if (changes > 0) appendJournal(database, now, 'directory.alarmSeen', { alarm: id });
    })
    .immediate();
}
