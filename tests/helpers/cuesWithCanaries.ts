import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import type { Making } from './canaries.ts';

interface Adding {
  add(making: Making, kind: string, id: RecordId, body: JsonObject): RecordId;
  addThread(making: Making, record: RecordId): void;
}

/**
 * The chair's cues on some items and sessions, by choices of their own: what was made before stays as it was. Gives most of
 * them.
 */
export function addCues(making: Making, { add, addThread }: Adding): ReleasableRecord[] {
  const { choices, mint, organisations, records } = making;
  const entries = records.filter(({ kind }) => kind === 'agendaItem' || kind === 'session');
  for (const entry of choices.some(entries, 30)) {
    const id = add(making, 'cue', mint.record(), {
      meeting: choices.of(entry.id, ...entries.map(({ id: other }) => other)),
      record: choices.percent(90) ? entry.id : mint.record(),
      organisation: choices.of(...organisations),
    });
    if (choices.percent(20)) addThread(making, id);
  }
  return records.filter(({ kind }) => kind === 'cue' && choices.percent(80));
}
