import type { Mark } from '../../domain/handling/handling.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { MEMBERS } from '../../domain/records/kind.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import { canary, type Making } from './canaries.ts';

type Add = (making: Making, kind: string, id: RecordId, body: JsonObject, mark?: Mark) => RecordId;

const EVERYONE: Mark = { label: 'TLP:CLEAR', distribution: { to: 'everyone' } };

/** Who takes part in the meeting, by choices of their own: often under a wider mark than those whom they name. */
export function addParticipants(making: Making, add: Add): ReleasableRecord[] {
  const { choices, mint, organisations, persons, records } = making;
  const before = records.length;
  const ofKind = (kind: string) => records.filter((record) => record.kind === kind).map(({ id }) => id);
  const [meeting = mint.record()] = ofKind('meeting');
  const [sessions, items] = [ofKind('session'), ofKind('agendaItem')];
  const made: RecordId[] = [];
  for (let at = 0; at < 4 + choices.upTo(4); at += 1) {
    const id = mint.record();
    const [session = meeting] = sessions.slice(choices.upTo(2));
    add(
      making,
      'participant',
      id,
      {
        ...(choices.percent(95) ? { meeting: choices.percent(5) ? mint.record() : meeting } : {}),
        ...(choices.percent(70) ? { organisation: choices.of(...organisations) } : {}),
        ...(choices.percent(60) ? { person: choices.of(...persons) } : {}),
        ...(choices.percent(30) ? { alternateFor: choices.of(id, ...made) } : {}),
        byLink: choices.percent(50),
        items: choices.some(items, 30),
        order: `a${at}`,
        presence: [
          {
            id: mint.inner(),
            order: 'a0',
            session,
            how: canary(making, id, 'presence/how', MEMBERS),
            newer: canary(making, id, 'presence/newer', [], { by: 'entries' }),
          },
        ],
      },
      choices.percent(60) ? EVERYONE : undefined,
    );
    made.push(id);
  }
  return records.slice(before);
}
