import type { Mark } from '../../domain/handling/handling.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import type { Making } from './canaries.ts';

type Add = (making: Making, kind: string, id: RecordId, body: JsonObject, mark?: Mark) => RecordId;

const BOARD: Mark = { label: 'TLP:AMBER', distribution: { to: 'board' } };
const EVERYONE: Mark = { label: 'TLP:CLEAR', distribution: { to: 'everyone' } };

/** A line or two about bodies of the vault, agreed at its meeting by one of its decisions, and a term. Gives them. */
export function addWording(making: Making, add: Add): ReleasableRecord[] {
  const { choices, mint, records, organisations } = making;
  const before = records.length;
  const meeting = records.find(({ kind }) => kind === 'meeting')?.id ?? mint.record();
  const decision = records.find(({ kind }) => kind === 'decision')?.id ?? mint.record();
  for (let left = 1 + choices.upTo(1); left > 0; left -= 1) {
    const body = { about: choices.of(...organisations), meeting, decision };
    add(making, 'publicLine', mint.record(), body, choices.of(undefined, BOARD, EVERYONE));
  }
  add(making, 'term', mint.record(), {}, choices.of(undefined, BOARD, EVERYONE));
  return records.slice(before);
}
