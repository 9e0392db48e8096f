import type { Mark } from '../../domain/handling/handling.ts';
import { MEMBERS } from '../../domain/records/kind.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import { canary, type Making } from './canaries.ts';
import type { Adding } from './minutesWithCanaries.ts';

/** Adoptions with answers, by choices of their own; often with a looser mark than what is put up in them. */
export function addAdoptions(making: Making, { add, addThread }: Adding): ReleasableRecord[] {
  const { choices, mint, records, organisations, persons } = making;
  const before = records.length;
  const all = records.map(({ id }) => id);
  const everyone: Mark = { label: 'TLP:CLEAR', distribution: { to: 'everyone' } };
  const board: Mark = { label: 'TLP:AMBER', distribution: { to: 'board' } };
  for (let left = choices.of(0, 1, 1); left > 0; left -= 1) {
    const id = mint.record();
    const entry = (at: number, words: Record<string, string>) => ({ id: mint.inner(), order: `a${at}`, ...words });
    const put = Array.from({ length: 1 + choices.upTo(1) }, (_, at) => ({
      ...entry(at, {
        title: canary(making, id, 'put/title', MEMBERS),
        digest: canary(making, id, 'put/digest', MEMBERS),
        words: canary(making, id, 'put/words', MEMBERS),
        newer: canary(making, id, 'put/newer', [], { by: 'entries' }),
      }),
      record: choices.of(organisations[0], ...all),
    }));
    const moved = {
      from: canary(making, id, 'extensions/from', MEMBERS),
      on: canary(making, id, 'extensions/on', MEMBERS),
      reason: canary(making, id, 'extensions/reason', MEMBERS),
    };
    const links = {
      meeting: choices.of(organisations[0], ...all),
      chair: choices.of(...persons),
      resultBy: choices.of(...persons),
    };
    const members = { asked: choices.some(organisations, 40), unreached: choices.some(organisations, 20) };
    const mark = () => choices.of(undefined, board, everyone);
    add(making, 'adoption', id, { ...links, ...members, put, extensions: [entry(0, moved)] }, mark());
    for (const organisation of choices.some(organisations, 20)) {
      const body = { adoption: choices.percent(95) ? id : mint.record(), organisation };
      const given = add(making, 'answer', mint.record(), body, mark());
      if (choices.percent(10)) addThread(making, given);
    }
    if (choices.percent(10)) addThread(making, id);
  }
  return records.slice(before).filter(() => choices.percent(80));
}
