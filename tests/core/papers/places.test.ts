import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wordToFile } from '../../../core/documents/word/wordToFile.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { dumpRecords } from '../../../core/load/dumpRecords.ts';
import { importFile } from '../../../core/papers/importFile.ts';
import { placesOf, referencesTo, referred } from '../../../core/papers/places.ts';
import { setApart } from '../../../core/papers/portions.ts';
import { deleteRecord, editRecord, restoreRecord } from '../../../core/records/editRecord.ts';
import { linksTo } from '../../../core/records/links.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { recordsAsText } from '../../../core/release/copyText.ts';
import { type Place, placesIn } from '../../../domain/papers/places.ts';
import { plainText } from '../../../domain/papers/plainText.ts';
import { canonicalJson, type JsonObject } from '../../../domain/records/json.ts';
import { objects } from '../../../domain/records/text.ts';
import { aPaper, aSession, deliver } from '../../helpers/aSession.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { heading, paragraph, table, words } from '../../helpers/documentNodes.ts';

const doc = (...content: JsonObject[]): JsonObject => ({ type: 'doc', content });
const to = (record: string, block: string): JsonObject => ({ type: 'crossReference', attrs: { record, block } });
const brief = (place: Place | undefined) => place && [place.is, place.number, place.words];

/** A desk with a paper that can be referred to, and one that refers to it and to itself. */
async function aDesk() {
  const session = await aSession('Secretariat', 'secretariat');
  const routes = aPaper(session, {
    number: 'CB/9/4',
    title: 'Routes',
    body: doc(
      heading('h', 'The river'),
      paragraph('p', words('Open to all.')),
      paragraph('q', words('To be kept apart.')),
      table('t', 'Landing stages', [['Where'], ['Osk']]),
    ),
  });
  const { id } = aPaper(session, { number: 'CB/9/5', title: 'Source' });
  const body = doc(
    paragraph('first', words('It begins.')),
    paragraph('see', words('See '), to(routes.id, 't'), words(' and '), to(id, 'first'), words('.')),
  );
  editRecord(session, id, { body });
  return { session, routes: routes.id, source: id, body };
}

it('what a reference leads to is told as it stands: moved, renumbered, set apart, deleted and restored', async () => {
  const { session, routes, source, body } = await aDesk();
  const { vault } = session;
  const targets = [
    { record: routes, block: 't' },
    { record: routes, block: 'q' },
    { record: source, block: 'none' },
    { record: crypto.randomUUID(), block: 'x' },
  ];
  const told = () => referred(vault, targets).map(({ paper, place }) => [paper?.number, brief(place), place?.top]);
  expect(told()).toEqual([
    ['CB/9/4', ['table', 1, 'Landing stages'], 't'],
    ['CB/9/4', ['paragraph', 2, ''], 'q'],
    ['CB/9/5', undefined, undefined],
    [undefined, undefined, undefined],
  ]);
  expect(placesOf(vault, routes).map(({ block, begins }) => [block, begins])).toEqual([
    ['h', ''],
    ['p', 'Open to all.'],
    ['q', 'To be kept apart.'],
    ['t', ''],
  ]);
  // In a portion it is found by the block that stands for the portion.
  setApart(session, { paper: routes, blocks: ['q'], label: 'TLP:RED' });
  const [, apart] = told();
  expect(apart?.slice(0, 2)).toEqual(['CB/9/4', ['paragraph', 2, '']]);
  expect(apart?.[2]).not.toBe('q');
  deleteRecord(session, routes, 'By mistake');
  // A dump keeps the reference, whatever it leads to.
  const file = join(aFolder(), 'dump.jsonl');
  dumpRecords(unwatched, session, { file });
  expect(readFileSync(file, 'utf8')).toContain(canonicalJson(body));
  expect(told().slice(0, 2)).toEqual([
    [undefined, undefined, undefined],
    [undefined, undefined, undefined],
  ]);
  restoreRecord(session, routes);
  expect(told()[0]).toEqual(['CB/9/4', ['table', 1, 'Landing stages'], 't']);
});

it('a paper says what refers to which of its places, and nothing of that is a change of it', async () => {
  const { session, routes, source } = await aDesk();
  const before = readRecord(session.vault, routes);
  expect(
    referencesTo(session.vault, routes).map(({ record, title, from, to: { place } }) => [
      record,
      title,
      brief(from),
      brief(place),
    ]),
  ).toEqual([[source, 'CB/9/5 Source', ['paragraph', 2, ''], ['table', 1, 'Landing stages']]]);
  expect(referencesTo(session.vault, source).map(({ record, from }) => [record, brief(from)])).toEqual([
    [source, ['paragraph', 2, '']],
  ]);
  expect(linksTo(session.vault, routes)).toEqual([{ field: 'body', record: source }]);
  expect(readRecord(session.vault, routes)).toEqual(before);
});

it('it travels and merges as two ids, and is words in text and in a Word file', async () => {
  const { session, routes, source, body } = await aDesk();
  const there = await aSession('Northmark');
  const revisions = deliver(session, there, 'b1');
  const sent = JSON.stringify(revisions.filter(({ record }) => record === source));
  expect(sent).not.toMatch(/Landing|CB\/9\/4|Table/);
  // Each side changes another block of the paper that refers.
  const content = (index: number, block: JsonObject) => doc(...objects(body.content).with(index, block));
  editRecord(there, source, { body: content(0, paragraph('first', words('It begins elsewhere.'))) });
  editRecord(session, source, {
    body: content(1, paragraph('see', words('Compare '), to(routes, 't'), words('; '), to(routes, 'h'), words('.'))),
  });
  deliver(there, session, 'b2');
  deliver(session, there, 'b3');
  const merged = doc(
    paragraph('first', words('It begins elsewhere.')),
    paragraph('see', words('Compare '), to(routes, 't'), words('; '), to(routes, 'h'), words('.')),
  );
  for (const desk of [session, there]) {
    expect(readRecord(desk.vault, source)).toMatchObject({ conflicted: false, body: { body: merged } });
    expect(referencesTo(desk.vault, routes)).toHaveLength(2);
  }
  const said = 'Compare CB/9/4, Table\u00a01; CB/9/4, section “The river”.';
  const order = { records: [source], audience: { kind: 'self' }, language: 'en' } as const;
  expect(recordsAsText(session, order, false).text).toContain(said);
  const file = join(aFolder(), 'source.docx');
  const options = { language: 'en', paper: 'a4', blackAndWhite: false, archive: false } as const;
  const document = { what: 'paper', paper: source } as const;
  await wordToFile(unwatched, session, { document, audience: { kind: 'self' }, options, file });
  const back = await importFile('source.docx', readFileSync(file), { newId: () => crypto.randomUUID() });
  expect(plainText(back.document)).toContain(said);
  expect(placesIn(back.document.content).size).toBeGreaterThan(0);
});
