import type { Mark } from '../../domain/handling/handling.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { MEMBERS } from '../../domain/records/kind.ts';
import { objects } from '../../domain/records/text.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import { aParagraph, canary, type Making } from './canaries.ts';

/** What kinds that are made beside the others are made with. */
export interface Adding {
  add(making: Making, kind: string, id: RecordId, body: JsonObject, mark?: Mark): RecordId;
  addThread(making: Making, record: RecordId): void;
}

/** Minutes of items, by choices of their own, which say who said what. Gives most of what was made. */
export function addMinutes(making: Making, { add, addThread }: Adding): ReleasableRecord[] {
  const { choices, mint, organisations, persons, records } = making;
  const before = records.length;
  for (const item of records.filter(({ kind }) => kind === 'agendaItem' && choices.percent(60))) {
    const id = mint.record();
    const content = Array.from({ length: 2 + choices.upTo(2) }, () => {
      const record = choices.of(organisations[0], ...organisations, ...persons, item.id);
      const link = { type: 'recordLink', attrs: { record } };
      const words = canary(making, id, 'body', MEMBERS, { names: record });
      const said = aParagraph(making, canary(making, id, 'body', MEMBERS));
      return { ...said, content: [{ type: 'text', text: words, marks: [link] }, ...objects(said.content)] };
    });
    const reopening = {
      id: mint.inner(),
      order: 'a0',
      on: canary(making, id, 'reopenings/on', MEMBERS),
      reason: canary(making, id, 'reopenings/reason', MEMBERS),
      newer: canary(making, id, 'reopenings/newer', [], { by: 'entries' }),
    };
    add(making, 'minutes', id, {
      meeting: item.body.meeting ?? item.id,
      item: item.id,
      approvedAt: item.id,
      body: { type: 'doc', content },
      reopenings: [reopening],
    });
    if (choices.percent(15)) addThread(making, id);
  }
  return records.slice(before).filter(() => choices.percent(80));
}
