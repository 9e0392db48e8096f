import { expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { explainPrint } from '../../../core/documents/explainPrint.ts';
import { type PrintOrder, printOrder } from '../../../core/documents/printOrder.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { approveMinutes } from '../../../core/minutes/actOnMinutes.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { listRecords } from '../../../core/records/listRecords.ts';
import { minutesOf } from '../../../domain/minutes/minutesOf.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { refusal } from '../../helpers/aSession.ts';
import { readPdf } from '../../helpers/readPdf.ts';
import { anExercise } from '../exercise/anExercise.ts';

const BOARD: Audience = { kind: 'board' };
/** A text without its line breaks. */
const unbroken = (text: string): string => text.replaceAll(/-\n/g, '').replaceAll(/[ \n]+/g, ' ');

it('prints the minutes of a meeting, of one item, and of what concerns an organisation, through the gate', async () => {
  const session = await anExercise();
  const only = (kind: string, where: Readonly<Record<string, RecordId | string | number>>): RecordId => {
    const [found] = listRecords(session.vault, { kind, where });
    if (found === undefined) throw new Error(`The exercise has no ${kind}.`);
    return found.id;
  };
  const meeting = only('meeting', { number: 7 });
  const item = (number: number) => only('agendaItem', { meeting, number });
  const print = (
    part: Partial<Record<'item' | 'concerning', RecordId>> = {},
    audience: Audience = BOARD,
    options: Partial<PrintOptions> = {},
  ) => {
    const order: PrintOrder = {
      document: { what: 'minutes', meeting, ...part },
      audience,
      options: { ...PrintOptions.parse({}), ...options },
    };
    return printOrder(unwatched, session, order);
  };
  const read = async (...asked: Parameters<typeof print>) => unbroken((await readPdf(print(...asked).pdf)).text);

  approveMinutes(session, [minutesOf(item(6))], only('agendaItem', { approves: meeting }));
  const whole = await readPdf(print().pdf);
  expect(whole).toMatchObject({ title: 'CB/7 Minutes, Seventh meeting of the Board', marked: true });
  expect(whole.structure.filter((tag) => /^H\d$/.test(tag)).slice(0, 4)).toEqual(['H1', 'H1', 'H2', 'H2']);
  const words = unbroken(whole.text);
  const headings = ['1. Opening', '2. Deep-dive', '3. What members', '6. Recommendations', '7. Next deep-dive'];
  const places = headings.map((heading) => words.indexOf(heading));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(words).toContain('Approved for 1 of 3 items');
  expect(words).toMatch(/Approved on .+, at 1 Opening, minutes of the seventh meeting\./);
  expect(words).toContain('Northmark could lend an interpreter');
  expect(words).toContain('Recommendation CB/7/R1');

  // Under the rule, everybody else reads that a delegation said it.
  editRecord(session, minutesOf(item(3)), {}, { chathamHouse: true });
  const excerpt = await read({ item: item(3) });
  expect(excerpt).toContain('One delegation could lend an interpreter');
  expect(excerpt).not.toMatch(/Northmark could|Wessamar had closed/);
  expect(await read({ item: item(3) }, { kind: 'self' })).toContain('Northmark could lend');

  const northmark = only('organisation', { code: 'XN' });
  const theirs = await read({ concerning: northmark }, BOARD, {
    language: 'fr',
    paper: 'us-letter',
    blackAndWhite: true,
  });
  expect(theirs).toMatch(/Extrait du procès-verbal.: Northmark/);
  expect(theirs).toContain('6. Recommendations');
  expect(theirs).not.toMatch(/Wessamar|What members can lend/);

  const outside: Audience[] = [{ kind: 'public' }, { kind: 'community', bodies: [] }];
  for (const audience of outside) refusal(() => print({}, audience), 'release.withheld');
  refusal(() => print({ item: item(1) }), 'release.withheld');
  expect(print().pdf.equals(print().pdf), 'the same bytes').toBe(true);
  const { records } = explainPrint(session, { what: 'minutes', meeting, item: item(3) }, BOARD);
  expect(records.filter(({ kind }) => kind === 'minutes').map(({ goes, parts }) => [goes, parts.length > 0])).toEqual([
    [true, true],
  ]);
});
