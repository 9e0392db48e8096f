import type { Distribution } from '../../domain/handling/handling.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { MEMBERS } from '../../domain/records/kind.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import { canary, type Making } from './canaries.ts';
import type { Adding } from './minutesWithCanaries.ts';

/** What delegations ask their ministries, and what these answered, by choices of their own. Gives most of what was made. */
export function addInquiries(making: Making, { add, addThread }: Adding): ReleasableRecord[] {
  const { choices, mint, persons, records, holder } = making;
  const before = records.length;
  const all = records.map(({ id }) => id);
  for (let left = 1 + choices.upTo(1); left > 0; left -= 1) {
    const id = mint.record();
    const [ministry, line, receipt] = [mint.inner(), mint.inner(), mint.inner()];
    const of = (record: typeof id) => ({
      members: (field: string): string => canary(making, record, field, MEMBERS),
      newer: (list: string): string => canary(making, record, `${list}/newer`, [], { by: 'entries' }),
    });
    const { members, newer } = of(id);
    add(making, 'inquiry', id, {
      about: choices.of(id, ...all),
      paper: choices.of(id, ...all),
      ministries: [
        {
          id: ministry,
          order: 'a0',
          name: members('ministries/name'),
          contact: members('ministries/contact'),
          newer: newer('ministries'),
        },
      ],
      lines: [
        {
          id: line,
          order: 'a0',
          number: 1,
          point: members('lines/point'),
          source: choices.of(id, ...all),
          by: members('lines/by'),
          only: members('lines/only'),
          position: members('lines/position'),
          words: members('lines/words'),
          settledBy: choices.of(...persons),
          settledOn: members('lines/settledOn'),
          newer: newer('lines'),
        },
        { id: mint.inner(), order: 'a1', number: 2, point: members('lines/point') },
      ],
    });
    // The form of a ministry is made of the own organisation's alone.
    const made = records.at(-1);
    if (made !== undefined && choices.percent(60)) {
      const organisation = RecordId.parse(holder.organisation);
      const { caveats } = made.handling;
      const own: Distribution = { to: 'named', organisations: [organisation], persons: [] };
      records[records.length - 1] = {
        ...made,
        handling: {
          label: 'TLP:AMBER+STRICT',
          distribution: own,
          originator: organisation,
          caveats,
          chathamHouse: false,
        },
      };
    }
    if (choices.percent(15)) addThread(making, id);
    const answer = mint.record();
    const said = of(answer);
    add(making, 'ministryAnswer', answer, {
      inquiry: id,
      received: [
        {
          id: receipt,
          order: 'a0',
          on: said.members('received/on'),
          digest: said.members('received/digest'),
          file: said.members('received/file'),
          contact: said.members('received/contact'),
          dated: said.members('received/dated'),
          newer: said.newer('received'),
        },
      ],
      answers: [
        {
          id: mint.inner(),
          order: 'a0',
          receipt: said.members('answers/receipt'),
          line: said.members('answers/line'),
          position: said.members('answers/position'),
          comment: said.members('answers/comment'),
          newer: said.newer('answers'),
        },
      ],
    });
    if (choices.percent(15)) addThread(making, answer);
  }
  return records.slice(before).filter(() => choices.percent(80));
}
