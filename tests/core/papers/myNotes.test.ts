import { describe, expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { explainAnnotations } from '../../../core/documents/explainPrint.ts';
import { printOrder } from '../../../core/documents/printOrder.ts';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { myNotes } from '../../../core/papers/myNotes.ts';
import { setApart } from '../../../core/papers/portions.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { deleteRecord, editRecord } from '../../../core/records/editRecord.ts';
import { historySteps } from '../../../core/records/historyOf.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { revertToRevision } from '../../../core/records/revertToRevision.ts';
import { anchorAmong, wordsByBlock } from '../../../domain/papers/placeAnchor.ts';
import { RichText } from '../../../domain/papers/richText.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { asJson } from '../../../domain/records/revision.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { refusal } from '../../helpers/aSession.ts';
import { footnote, paragraph, table, words } from '../../helpers/documentNodes.ts';
import { readPdf, squeeze } from '../../helpers/readPdf.ts';
import { open } from '../exchange/aDossier.ts';
import { aNetwork, aPaper, type Desk, seal } from '../exchange/aNetwork.ts';

const doc = (...content: readonly object[]) => ({ type: 'doc', content: content.map(asJson) });
const radios = (id: string) =>
  table(id, 'Radios by district', [
    ['District', 'Radios held'],
    ['Osk on the river', '12'],
  ]);
const REQUEST = 'The envoy asked for a corridor in writing.';
const REFUSAL = 'It was refused. A second letter is on its way to the capital.';
const MILITIA = 'What the militia holds north of the pass is not for everybody.';
const FIRST = doc(
  paragraph('a', words('The brigde at Marrow was closed to convoys on Tuesday, and nobody said why.')),
  paragraph(
    'b',
    words('Grain is sold at three markets of the valley.'),
    footnote('Seen by two traders.'),
    words(' Prices doubled.'),
  ),
  radios('t'),
  paragraph('c', words(REQUEST)),
  paragraph('d', words(REFUSAL)),
  paragraph('e', words(MILITIA)),
);

/** A private note on these words of a paper, as whoever sits at the desk puts it there. */
function note(desk: Desk, paper: RecordId, quote: string, text: string, until?: string): void {
  const blocks = wordsByBlock(RichText.parse(readRecord(desk.session.vault, paper).body.body));
  const first = blocks.findIndex((block) => block.text.includes(quote));
  const last = until === undefined ? first : blocks.findIndex((block) => block.text.includes(until));
  const from = blocks[first]?.text.indexOf(quote) ?? 0;
  const to = until === undefined ? from + quote.length : (blocks[last]?.text.indexOf(until) ?? 0) + until.length;
  const anchor = anchorAmong(blocks, { first, from, last, to });
  createRecord(desk.session, 'annotation', { record: paper, text, anchor: asJson(anchor ?? {}) });
}

async function send(from: Desk, to: Desk): Promise<void> {
  const { file } = await seal(from, [to]);
  await acceptBundle(to.session, (await open(to, file)).bundle);
}

const places = (desk: Desk, meeting?: RecordId) =>
  Object.fromEntries(myNotes(desk.session.vault, meeting).map(({ text, how }) => [text, how]));

describe('private notes', () => {
  it('are at their words or listed with them, whatever new version of the paper a bundle brings', async () => {
    const { secretariat, tavania } = await aNetwork();
    const id = aPaper(secretariat, 'Marrow', { body: FIRST });
    await send(secretariat, tavania);
    note(tavania, id, 'The brigde at Marrow was closed', 'corrected inside');
    note(tavania, id, 'Seen by two traders', 'in a footnote');
    note(tavania, id, 'Osk on the river', 'in a cell');
    note(tavania, id, 'asked for a corridor in writing', 'in another paragraph');
    note(tavania, id, 'Prices doubled', 'deleted');
    note(tavania, id, 'What the militia holds north of the pass', 'set apart');
    note(tavania, id, 'a corridor in writing.', 'over two', 'It was refused.');
    note(tavania, id, 'A second letter is on its way', '');
    expect(new Set(Object.values(places(tavania)))).toEqual(new Set(['exact']));

    const next = doc(
      // Everything but two paragraphs has another id: as if the file had been taken in anew.
      paragraph('c2', words(REQUEST)),
      paragraph('d2', words(REFUSAL)),
      radios('t2'),
      paragraph('a', words('The bridge at Marrow was closed to convoys on Tuesday, and nobody said why.')),
      paragraph('b2', words('Grain is sold at three markets of the valley.'), footnote('Seen by two traders.')),
      paragraph('e', words(MILITIA)),
    );
    editRecord(secretariat.session, id, { body: next });
    setApart(secretariat.session, { paper: id, blocks: ['e'], label: 'TLP:RED' });
    await send(secretariat, tavania);
    expect(places(tavania)).toEqual({
      'corrected inside': 'near',
      'in a footnote': 'moved',
      'in a cell': 'moved',
      'in another paragraph': 'moved',
      deleted: 'unplaced',
      'set apart': 'unplaced',
      'over two': 'moved',
      '': 'moved',
    });
    const [first, second] = myNotes(tavania.session.vault);
    expect([first?.quote, second?.quote].sort()).toEqual([
      'Prices doubled',
      'What the militia holds north of the pass',
    ]);

    // The first version again.
    const [oldest] = historySteps(secretariat.session.vault, id).slice(-1);
    revertToRevision(secretariat.session, id, oldest?.version ?? '');
    await send(secretariat, tavania);
    expect(new Set(Object.values(places(tavania)))).toEqual(new Set(['exact']));
    deleteRecord(secretariat.session, id, 'Withdrawn');
    await send(secretariat, tavania);
    expect(myNotes(tavania.session.vault)).toHaveLength(8);
  });

  it('of a meeting stand in the order of its agenda, and others do not', async () => {
    const { secretariat: desk } = await aNetwork();
    const make = (kind: string, body: JsonObject): RecordId => createRecord(desk.session, kind, body).id;
    const meeting = make('meeting', { title: 'Eighth', starts: '2027-03-11', zone: 'Europe/Lisbon' });
    const [late, early] = ['14:00', '09:00'].map((starts) =>
      make('session', { meeting, day: 1, starts, ends: '18:00', access: 'closed' }),
    );
    const paper = aPaper(desk, 'Marrow', { body: FIRST });
    const annex = aPaper(desk, 'Prices', { annexOf: paper });
    const elsewhere = aPaper(desk, 'Elsewhere');
    const unlisted = aPaper(desk, 'Unlisted', { meeting });
    const item = (session: RecordId | undefined, title: string, more: JsonObject = {}) =>
      make('agendaItem', { meeting, session: session ?? null, order: 'a0', type: 'item', title, minutes: 10, ...more });
    const second = item(late, 'Second', { papers: [paper] });
    const first = item(early, 'First');
    const minutes = make('minutes', {
      meeting,
      item: second,
      language: 'en',
      body: doc(paragraph('m', words('Noted.'))),
    });
    for (const [record, text] of [
      [elsewhere, 'not here'],
      [unlisted, '7'],
      [minutes, '6'],
      [annex, '5'],
      [second, '2'],
      [first, '1'],
      [meeting, '0'],
    ] as const) {
      createRecord(desk.session, 'annotation', { record, text });
    }
    note(desk, paper, 'A second letter', '4');
    note(desk, paper, 'The brigde at Marrow', '3');
    const gathered = myNotes(desk.session.vault, meeting);
    expect(gathered.map(({ text }) => text)).toEqual(['0', '7', '1', '2', '3', '4', '5', '6']);
    expect(gathered.map((one) => one.item?.title ?? '')).toEqual(['', '', 'First', ...Array(5).fill('Second')]);
    expect(myNotes(desk.session.vault)).toHaveLength(9);

    // Printed for whoever wrote them, and for nobody else.
    note(desk, paper, 'asked for a corridor', 'gone later');
    editRecord(desk.session, paper, { body: doc(paragraph('d', words(REFUSAL))) });
    const printed = (audience: Audience, language: 'en' | 'fr' = 'en') =>
      printOrder(unwatched, desk.session, {
        document: { what: 'annotations', meeting },
        audience,
        options: PrintOptions.parse({ language }),
      });
    const text = squeeze((await readPdf(printed({ kind: 'self' }).pdf)).text);
    for (const said of [
      'gone later',
      'On “asked for a corridor”',
      'On “A second letter”',
      'Second',
      'Private notes of this desk',
    ]) {
      expect(text).toContain(squeeze(said));
    }
    expect(text.indexOf(squeeze('gone later'))).toBeLessThan(text.indexOf(squeeze('On “A second letter”')));
    expect(text).not.toContain(squeeze('not here'));
    refusal(() => printed({ kind: 'board' }), 'release.withheld');
    expect(explainAnnotations(desk.session, meeting, { kind: 'self' }).records.every(({ goes }) => goes)).toBe(true);
    const toBoard = explainAnnotations(desk.session, meeting, { kind: 'board' }).records;
    expect(toBoard.filter(({ kind }) => kind === 'annotation').some(({ goes }) => goes)).toBe(false);
  });
});
