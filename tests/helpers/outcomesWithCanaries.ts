import type { Mark } from '../../domain/handling/handling.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { MEMBERS } from '../../domain/records/kind.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import { canary, type Making } from './canaries.ts';

type Add = (making: Making, kind: string, id: RecordId, body: JsonObject, mark?: Mark) => RecordId;

const BOARD: Mark = { label: 'TLP:AMBER', distribution: { to: 'board' } };
const EVERYONE: Mark = { label: 'TLP:CLEAR', distribution: { to: 'everyone' } };

/**
 * Decisions, actions, recommendations of the meeting: mostly of an item, often marked in a text, and often with a looser
 * mark than these, as when those were tightened since. Gives them.
 */
export function addOutcomes(
  making: Making,
  add: Add,
  anAnchor: (making: Making, id: RecordId, declared: typeof MEMBERS) => JsonObject,
): ReleasableRecord[] {
  const { choices, mint, records, organisations, persons } = making;
  const before = records.length;
  const idsOf = (...kinds: string[]): RecordId[] =>
    records.filter((one) => kinds.includes(one.kind)).map(({ id }) => id);
  const [meeting = mint.record()] = idsOf('meeting');
  const [items, texts] = [idsOf('agendaItem'), idsOf('paper', 'minutes')];
  for (const kind of ['decision', 'action', 'recommendation', ...choices.some(['decision', 'action'], 40)]) {
    const id = mint.record();
    const body: JsonObject = { meeting, anchor: anAnchor(making, id, MEMBERS) };
    if (choices.percent(85)) body.item = choices.of(mint.record(), ...items, ...items);
    if (choices.percent(60)) body.minutes = choices.of(mint.record(), ...texts, ...texts);
    if (kind !== 'decision') body.lead = choices.of(...organisations, ...persons);
    if (kind === 'recommendation') body.addressees = choices.some(organisations, 30);
    if (kind === 'action' && choices.percent(60)) body.continues = choices.of(id, ...items);
    if (kind === 'decision') body.candidates = [aCandidate(making, id)];
    add(making, kind, id, body, choices.of(undefined, BOARD, EVERYONE));
  }
  return records.slice(before);
}

function aCandidate(making: Making, id: RecordId): JsonObject {
  const { choices, mint, organisations, persons } = making;
  const about = choices.of(...organisations, ...persons);
  const beside = { field: 'candidates', party: about } as const;
  return {
    id: mint.inner(),
    order: 'a0',
    about,
    subject: canary(making, id, 'candidates/subject', MEMBERS, { beside }),
    grounds: canary(making, id, 'candidates/grounds', MEMBERS, { beside }),
    chosen: choices.percent(50),
    newer: canary(making, id, 'candidates/newer', [], { by: 'entries' }),
  };
}
