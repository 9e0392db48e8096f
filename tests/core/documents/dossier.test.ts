import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { PrintedDocument, PrintOptions } from '../../../contract/documents/calls.ts';
import { readDocx } from '../../../core/audit/readDocx.ts';
import { forgetPrints } from '../../../core/documents/forgetPrints.ts';
import { type Printed, printOrder } from '../../../core/documents/printOrder.ts';
import { wordToFile } from '../../../core/documents/word/wordToFile.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { historySteps } from '../../../core/records/historyOf.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { everythingIn } from '../../gate/everyForm.ts';
import { aSession } from '../../helpers/aSession.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';
import { footnote, heading, paragraph, table, words } from '../../helpers/documentNodes.ts';
import { readPdf, squeeze } from '../../helpers/readPdf.ts';

const ENGLISH: PrintOptions = { language: 'en', paper: 'a4', blackAndWhite: false, archive: false };
const BOARD: Mark = { label: 'TLP:AMBER', distribution: { to: 'board' } };
const GREEN: Mark = { label: 'TLP:GREEN', distribution: { to: 'community' } };
const WITHHELD = expect.objectContaining({ code: 'release.withheld' });
/** Said of a thing, so that the search of every form finds it wherever it stands. */
const canary = (number: number): string => `canary-${String(number).padStart(6, '0')}-end`;
const CLOSED = { title: canary(1), text: canary(2), tab: canary(3), issue: canary(4), file: canary(5) };

/** The Secretariat's desk with a meeting, five papers, a closed book with an issue and copies, and an open book. */
async function aDesk() {
  const session = await aSession('Secretariat', 'secretariat');
  const make = (kind: string, body: JsonObject, mark: Mark = BOARD): RecordId =>
    createRecord(session, kind, body, { mark }).id;
  const { organisation } = session.vault.installation;
  const body = { name: 'Secretariat', membership: 'secretariat' };
  createRecord(session, 'organisation', body, { id: organisation, mark: GREEN });
  make('network', { name: 'Exercise Meridian', symbol: 'CB', exercise: true, secretariat: organisation }, GREEN);
  const state = (name: string) => make('organisation', { name, type: 'state', membership: 'member' }, GREEN);
  const [northmark, avaria] = [state('Northmark'), state('Avaria')];
  const invited = make(
    'organisation',
    { name: 'Harbour Legal Observatory', type: 'ngo', membership: 'invited' },
    GREEN,
  );
  const meeting = make(
    'meeting',
    { title: 'Eighth meeting', symbol: 'CB/8', city: 'Lowhaven', starts: '2027-03-10' },
    GREEN,
  );
  const halls = { open: 2, closed: 1 } as const;
  const session1 = (access: 'open' | 'closed', mark: Mark) =>
    make('session', { meeting, day: halls[access], starts: '09:30', ends: '12:00', access }, mark);
  const [openHall] = [session1('open', GREEN), session1('closed', BOARD)];
  const strict: Mark = {
    label: 'TLP:AMBER',
    distribution: { to: 'named', organisations: [northmark, organisation], persons: [] },
  };
  const paper = (number: number, title: string, content: JsonObject[], mark: Mark, more: JsonObject = {}) =>
    make(
      'paper',
      { meeting, number: `CB/8/${number}`, title, from: [northmark], body: { type: 'doc', content }, ...more },
      mark,
    );
  const long = (name: string, count: number): JsonObject[] =>
    Array.from({ length: count }, (_, at) => paragraph(`${name}${at}`, words(`Line ${at} of ${name} is short.`)));
  const open = paper(
    2,
    'Protection at election time',
    [
      heading('h', 'Why this paper'),
      paragraph('p', words('Avaria asked for it.'), footnote('A note.')),
      table('t', 'Signs', [
        ['Sign', 'Seen'],
        ['One', '3'],
      ]),
    ],
    GREEN,
    { openNumber: 'CB/8/O1' },
  );
  make(
    'agendaItem',
    { meeting, session: openHall, order: 'a', type: 'item', number: 1, title: 'Briefing', papers: [open], minutes: 20 },
    GREEN,
  );
  const papers = [
    paper(1, CLOSED.title, [heading('h', 'What is closed'), paragraph('p', words(CLOSED.text))], BOARD),
    open,
    paper(3, 'Options', long('options', 90), BOARD),
    paper(4, 'For Northmark alone', [paragraph('p', words('Nobody else reads this.'))], strict),
  ];
  const entries = (ids: readonly RecordId[]) =>
    ids.map((id, at) => ({ id: `e${at}`, order: `a${at}`, paper: id, tab: at === 0 ? 't1' : 't2' }));
  const tabs = [
    { id: 't1', order: 'a1', name: CLOSED.tab },
    { id: 't2', order: 'a2', name: 'Second day' },
    { id: 't3', order: 'a3', name: 'Nothing stands here' },
  ];
  const copies = [northmark, northmark, avaria].map((party, at) => ({
    id: `c${at}`,
    order: `a${at}`,
    party,
    number: at + 1,
  }));
  const rest = { meeting, language: 'en', papers: entries(papers), tabs, issues: [] };
  const closed = make('dossier', { ...rest, title: 'Dossier for the eighth meeting', book: 'closed', copies });
  const openBook = make('dossier', { ...rest, title: 'Open papers', book: 'open', copies }, GREEN);
  shareDrafts(session, 'all');
  const print = (document: PrintedDocument, audience: Audience, options: Partial<PrintOptions> = {}): Printed =>
    printOrder(unwatched, session, { document, audience, options: { ...ENGLISH, ...options } });
  const issue = (dossier: RecordId, name: string, { map }: Printed): void => {
    const contents = map.map(({ paper: one, first, last }) => {
      const version = historySteps(session.vault, one).find(({ shared }) => shared)?.version ?? '';
      return { paper: one, version, first, last };
    });
    editRecord(session, dossier, { issues: [{ id: 'i1', order: 'a1', name, on: '2027-02-20', contents }] });
    shareDrafts(session, 'all');
  };
  const inWord = async (dossier: RecordId, audience: Audience, options: Partial<PrintOptions> = {}) => {
    const file = join(aFolder(), 'Book.docx');
    const document = { what: 'dossier', dossier } as const;
    await wordToFile(unwatched, session, { document, audience, options: { ...ENGLISH, ...options }, file });
    return readFileSync(file);
  };
  return { session, print, inWord, issue, entries, long, papers, closed, openBook, northmark, avaria, invited };
}

const reference = (record: RecordId, block: string): JsonObject => ({
  type: 'crossReference',
  attrs: { record, block },
});

/** The parts of a Word file, as text. */
const unpacked = (file: Buffer): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));

/** Pages of a paper with the empty one that a sheet may end with. */
const onSheets = ({ first, last }: { readonly first: number; readonly last: number }): number =>
  2 * Math.ceil((last - first + 1) / 2);

it('a dossier is a book for whom the gate lets it be one: whole, in its place, and with no trace of anything else', async () => {
  const desk = await aDesk();
  const { print, closed, openBook, papers, northmark, avaria, invited } = desk;
  const whole = print({ what: 'dossier', dossier: closed }, { kind: 'self' });
  expect(whole.warnings).toEqual([]);
  expect(whole.map.map(({ paper }) => paper)).toEqual(papers);
  for (const { first } of whole.map) expect(first % 2).toBe(1);
  const read = await readPdf(whole.pdf);
  expect(read).toMatchObject({
    marked: true,
    title: 'Dossier for the eighth meeting',
    language: 'en-GB',
    pages: whole.pages,
  });
  for (const [at, { first }] of whole.map.entries()) {
    // In the contents, behind its tab, and on the page itself.
    expect(read.furniture[first - 1]).toContain(`CB/8/${at + 1}`);
    expect(read.furniture[first - 1]).toContain(`Page ${first} of ${whole.pages}`);
  }
  expect(
    read.furniture.every(
      (page) => squeeze(page).split('TLP:AMBER').length === 3 || squeeze(page).split('TLP:GREEN').length === 3,
    ),
  ).toBe(true);
  // The tag tree: no level of heading is skipped, tables have heads, lists of pages are links.
  const levels = read.structure.flatMap((role) => (/^H\d$/.test(role) ? [Number(role.slice(1))] : []));
  expect(levels[0]).toBe(1);
  expect(levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)).toBe(true);
  expect(Math.max(...levels)).toBe(3);
  expect(read.structure).toEqual(expect.arrayContaining(['Table', 'THead', 'TH', 'TD', 'Note', 'Link', 'Caption']));
  expect(read.links.filter((link) => link === '#').length).toBeGreaterThanOrEqual(2 * papers.length);
  const inOrder = [
    'Contents',
    CLOSED.tab,
    CLOSED.title,
    'Second day',
    'Protection at election time',
    'Options',
    'Index of countries and subjects',
    'Avaria',
  ];
  const spoken = squeeze(read.text);
  let from = 0;
  for (const said of inOrder) {
    from = spoken.indexOf(squeeze(said), from);
    expect(from, said).toBeGreaterThan(-1);
  }
  expect(spoken).not.toContain(squeeze('Nothing stands here'));
  // Same input, same bytes; and for the archive, too.
  expect(print({ what: 'dossier', dossier: closed }, { kind: 'self' }).pdf.equals(whole.pdf)).toBe(true);
  const archived = await readPdf(print({ what: 'dossier', dossier: closed }, { kind: 'self' }, { archive: true }).pdf);
  expect(archived.metadata).toContain('<pdfaid:part>2</pdfaid:part>');

  // A member's copy names its reader on every page and what it has not, and no word of that.
  const copy = { number: 3, recipient: 'Avaria' };
  const theirs = print({ what: 'dossier', dossier: closed }, { kind: 'organisation', organisation: avaria }, { copy });
  const member = await readPdf(theirs.pdf);
  expect(theirs.map.map(({ paper }) => paper)).toEqual(papers.slice(0, 3));
  expect(member.text).toContain('3 papers, 1 further withheld');
  expect(squeeze(member.text)).toContain(squeeze('Avaria, this copy'));
  expect(squeeze(member.text)).toContain(squeeze('Withheld from this copy'));
  expect(member.furniture.every((page) => squeeze(page).includes(squeeze('AVARIA · COPY 03')))).toBe(true);
  expect(squeeze(member.text)).not.toContain(squeeze('For Northmark alone'));
  const named = print({ what: 'dossier', dossier: closed }, { kind: 'organisation', organisation: northmark });
  expect(named.map).toHaveLength(4);

  // The open book has its own numbers and no trace of what is closed: as text, as metadata, in its streams.
  desk.issue(openBook, CLOSED.issue, print({ what: 'dossier', dossier: openBook }, { kind: 'self' }));
  const opened = print({ what: 'dossier', dossier: openBook }, { kind: 'community', bodies: [invited] });
  const outside = await readPdf(opened.pdf);
  expect(opened.map).toHaveLength(1);
  expect(outside.title).toBe('Open papers');
  const all = squeeze([outside.text, ...outside.furniture, outside.metadata].join(' '));
  for (const said of ['CB/8/O1', 'Protection at election time', 'Second day', 'TAB 1', '1 paper', 'TLP:GREEN'])
    expect(all).toContain(squeeze(said));
  for (const trace of ['CB/8/1', 'CB/8/2', 'Options', 'Tab 2', 'withheld', 'Distribution', 'copy', 'issue', 'AMBER']) {
    expect(all.toLowerCase()).not.toContain(squeeze(trace).toLowerCase());
  }
  const everything = await everythingIn(opened.pdf, async (sealed) => sealed);
  expect([...everything.canaries]).toEqual([]);
  expect([...everything.ids].filter((id) => papers.some((paper) => paper === id))).toEqual([]);
  expect(() => print({ what: 'dossier', dossier: closed }, { kind: 'community', bodies: [invited] })).toThrow(WITHHELD);

  // The same in one Word file: for a member with its copy on each page, for invited bodies without a trace of the rest.
  const wordsIn = (file: Buffer) =>
    squeeze([...readDocx(file)].map(({ text: read, raw }) => (raw ? '' : read)).join(' '));
  const own = await desk.inWord(closed, { kind: 'organisation', organisation: avaria }, { copy });
  const forAvaria = wordsIn(own);
  for (const said of ['3 papers, 1 further withheld', 'Avaria, this copy', 'Withheld from this copy', CLOSED.text])
    expect(forAvaria).toContain(squeeze(said));
  // Cover, two tabs, three papers, the end: each with its foot.
  expect(forAvaria.split(squeeze('Copy 03, Avaria'))).toHaveLength(8);
  expect(forAvaria).not.toContain(squeeze('For Northmark alone'));
  const forBodies = await desk.inWord(openBook, { kind: 'community', bodies: [invited] });
  const readThere = wordsIn(forBodies);
  for (const said of ['CB/8/O1', 'Protection at election time', 'Second day', 'Tab 1', '1 paper', 'TLP:GREEN'])
    expect(readThere).toContain(squeeze(said));
  for (const trace of ['CB/8/1', 'CB/8/2', 'Options', 'Tab 2', 'withheld', 'Distribution', 'copy', 'issue', 'AMBER'])
    expect(readThere.toLowerCase()).not.toContain(squeeze(trace).toLowerCase());
  const inForm = await everythingIn(forBodies, async (sealed) => sealed);
  expect([...inForm.canaries]).toEqual([]);
  expect([...inForm.ids].filter((id) => papers.some((paper) => paper === id))).toEqual([]);
  expect(await codeOf(() => desk.inWord(closed, { kind: 'community', bodies: [invited] }))).toBe('release.withheld');
  expect(() =>
    print({ what: 'supplement', dossier: openBook, since: 'i1' }, { kind: 'community', bodies: [invited] }),
  ).toThrow(WITHHELD);
});

it('a supplement says which sheets to take out and put in, and prints no others', async () => {
  const desk = await aDesk();
  const { session, print, closed, papers, avaria } = desk;
  const [first, , options = first, alone = first] = papers;
  const before = print({ what: 'dossier', dossier: closed }, { kind: 'board' });
  desk.issue(closed, 'First issue', before);
  const asIssued = await readPdf(print({ what: 'dossier', dossier: closed }, { kind: 'board' }).pdf);
  expect(asIssued.text).toContain('First issue, 20 February 2027');
  const place = before.map[2] ?? { first: 0, last: 0 };
  expect(onSheets(place)).toBeGreaterThanOrEqual(4);
  // The last paragraph of one paper changes; a paper comes between, another one goes.
  const content = desk.long('options', 90);
  content[89] = paragraph('options89', words('Another sentence stands here instead.'));
  if (options === undefined || first === undefined || alone === undefined) throw new Error('There are no papers.');
  editRecord(session, options, { body: { type: 'doc', content } });
  const added = createRecord(
    session,
    'paper',
    { number: 'CB/8/9', title: 'Late paper', body: { type: 'doc', content: [paragraph('p', words('It came late.'))] } },
    { mark: BOARD },
  ).id;
  const [, open = first] = papers;
  editRecord(session, closed, { papers: desk.entries([open, options, added, alone]) });
  shareDrafts(session, 'all');
  const supplement = print(
    { what: 'supplement', dossier: closed, since: 'i1' },
    { kind: 'organisation', organisation: avaria },
  );
  const read = await readPdf(supplement.pdf);
  const last = place.first + onSheets(place) - 1;
  const said = squeeze(read.text);
  expect(said).toContain(squeeze(`CB/8/3 Options ${last - 1}–${last} ${last - 1}–${last} changed`));
  expect(said).toContain(squeeze(`CB/8/9 Late paper ${last}a–${last}b, after ${last} new`));
  expect(said).toContain(squeeze(`withdrawn`));
  expect(said).toContain(squeeze('Another sentence stands here instead.'));
  expect(said).not.toContain(squeeze('Line 0 of options'));
  expect(said).not.toContain(squeeze('Nobody else reads this.'));
  // The instruction sheet, one sheet of the changed paper, one of the new one; each page under the number that it gets.
  expect(supplement.pages).toBe(6);
  const numbered = [`Page ${last - 1}`, `Page ${last}`, `Page ${last}a`, `Page ${last}b`];
  for (const [at, number] of numbered.entries()) expect(read.furniture[at + 2]).toContain(number);
  // The whole book tells of the same.
  const after = await readPdf(print({ what: 'dossier', dossier: closed }, { kind: 'board' }).pdf);
  expect(squeeze(after.text)).toContain(squeeze('New since First issue, 20 February 2027'));
});

it('two tabs of one name are two tabs', async () => {
  const { session, print, closed, papers } = await aDesk();
  const [one, other] = papers;
  const tabs = ['t1', 't2'].map((id, at) => ({ id, order: `a${at}`, name: 'Consultations' }));
  const entries = [one, other].map((paper, at) => ({
    id: `e${at}`,
    order: `a${at}`,
    paper: paper ?? '',
    tab: `t${at + 1}`,
  }));
  editRecord(session, closed, { tabs, papers: entries });
  const read = squeeze((await readPdf(print({ what: 'dossier', dossier: closed }, { kind: 'self' }).pdf)).text);
  const [first, second] = [read.indexOf(squeeze('TAB 1')), read.indexOf(squeeze('TAB 2'))];
  expect(first).toBeGreaterThan(-1);
  expect(second).toBeGreaterThan(first);
  expect(read.indexOf(squeeze('TAB 1'), first + 1)).toBe(-1);
});

it('a book that was printed before is printed again to the same bytes as from nothing, whatever changed', async () => {
  const { session, print, closed, papers, entries, long, avaria, issue } = await aDesk();
  const [first, open, options, alone] = papers;
  if (first === undefined || open === undefined || options === undefined || alone === undefined)
    throw new Error('none');
  const change = (paper: RecordId, content: JsonObject[]) =>
    editRecord(session, paper, { body: { type: 'doc', content } });
  const dossier = { what: 'dossier', dossier: closed } as const;
  const whole = (options: Partial<PrintOptions> = {}) => print(dossier, { kind: 'self' }, options);
  const asBefore = (): void => {};
  const copy = { number: 3, recipient: 'Avaria' };
  const changes: readonly (readonly [change: () => void, printed?: () => Printed])[] = [
    [asBefore],
    // A word of one; a paragraph more, on another page; a note, by which those after it are numbered anew.
    [() => change(first, [paragraph('p', words('It says something else.'))])],
    [() => change(options, long('options', 140))],
    [() => change(first, [paragraph('p', words('It says this.'), footnote('In a note.'))])],
    // A name of the index, letters that stand nowhere else, another heading, another title.
    [() => change(alone, [heading('h', 'Avaria'), paragraph('p', words('Avaria, Ωμέγα, жизнь, 漢字.'))])],
    [() => editRecord(session, open, { title: 'Another title' })],
    // A cross-reference to a page of another paper, which then moves.
    [() => change(alone, [paragraph('p', words('See '), reference(options, 'options120'), words('.'))])],
    [() => change(options, [...long('moved', 30), ...long('options', 140)])],
    // Another order, fewer, and as before.
    [() => editRecord(session, closed, { papers: entries([options, first, alone, open]) })],
    [() => editRecord(session, closed, { papers: entries([options, open]) })],
    [() => editRecord(session, closed, { papers: entries(papers) })],
    // For others, and otherwise.
    [asBefore, () => print(dossier, { kind: 'organisation', organisation: avaria }, { copy })],
    [asBefore, () => whole({ blackAndWhite: true, paper: 'us-letter', archive: true })],
    [asBefore, () => whole({ language: 'fr' })],
    // An issue, what changed since, and the supplement to it.
    [() => issue(closed, 'First issue', whole())],
    [() => change(options, long('options', 139))],
    [asBefore, () => print({ what: 'supplement', dossier: closed, since: 'i1' }, { kind: 'self' })],
  ];
  for (const [at, [edit, printed = whole]] of changes.entries()) {
    edit();
    const { pdf, ...told } = printed();
    forgetPrints();
    const { pdf: fresh, ...anew } = printed();
    expect(pdf.equals(fresh), `after change ${at}`).toBe(true);
    expect(told).toEqual(anew);
  }
});

it('a cross-reference says the page of its place where that is in the same print, and outside there is no trace of what is closed', async () => {
  const { session, print, inWord, closed, openBook, papers, avaria, invited, long, entries } = await aDesk();
  const [first, open, options, alone] = papers;
  if (first === undefined || open === undefined || options === undefined || alone === undefined)
    throw new Error('none');
  const to = reference;
  const see = (...nodes: JsonObject[]) => paragraph('see', words('Compare '), ...nodes, words(' there.'));
  const between = words('; ');
  const own = [...long('options', 90), see(to(open, 't'), between, to(options, 'options80'), between, to(alone, 'p'))];
  editRecord(session, options, { body: { type: 'doc', content: own } });
  const opened = [
    heading('h', 'Why this paper'),
    table('t', 'Signs', [
      ['Sign', 'Seen'],
      ['One', '3'],
    ]),
    see(to(open, 't'), between, to(first, 'h')),
  ];
  editRecord(session, open, { body: { type: 'doc', content: opened } });
  shareDrafts(session, 'all');

  const whole = print({ what: 'dossier', dossier: closed }, { kind: 'self' });
  expect(whole.warnings).toEqual([]);
  const read = await readPdf(whole.pdf);
  const [, place, long80, last] = whole.map;
  const pageOf = (line: string): number =>
    1 + read.pageTexts.findIndex((page) => squeeze(page).includes(squeeze(line)));
  const page80 = pageOf('Line 80 of options is short.');
  expect(page80).toBeGreaterThan(long80?.first ?? 0);
  const said = `CB/8/2, Table 1, p. ${place?.first}; paragraph 81, p. ${page80}; CB/8/4, paragraph 1, p. ${last?.first} there.`;
  expect(squeeze(read.text)).toContain(squeeze(`Compare ${said}`));
  // Each is a link into the print.
  const linked = await readPdf(print({ what: 'dossier', dossier: closed }, { kind: 'board' }).pdf);
  expect(read.links.length).toBeGreaterThan(linked.links.length);

  // A member that may not have a paper is told of no place in it.
  const member = await readPdf(
    print({ what: 'dossier', dossier: closed }, { kind: 'organisation', organisation: avaria }).pdf,
  );
  expect(squeeze(member.text)).toContain(squeeze(`paragraph 81, p. ${page80}; [place not found] there.`));

  // What is bound twice is found where it stands first.
  editRecord(session, closed, { papers: entries([open, options, open]) });
  const twice = print({ what: 'dossier', dossier: closed }, { kind: 'self' });
  expect(squeeze((await readPdf(twice.pdf)).text)).toContain(squeeze(`CB/8/2, Table 1, p. ${twice.map[0]?.first};`));

  // In Word each leads to its place, which is marked once.
  const xml = String(unpacked(await inWord(closed, { kind: 'self' }))['word/document.xml']);
  const asked = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="(ref_\w+)"/g)].map(([, name]) => name);
  const marked = [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="(ref_\w+)"/g)].map(([, name]) => name);
  expect(new Set(marked).size).toBe(marked.length);
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.filter((name) => !marked.includes(name))).toEqual([]);

  // Alone, a paper gives the pages of its own places, and of others what they are called.
  const single = await readPdf(print({ what: 'paper', paper: options }, { kind: 'self' }).pdf);
  expect(squeeze(single.text)).toMatch(/CB\/8\/2,Table1;paragraph81,p\.\d+;CB\/8\/4,paragraph1there\./);

  const outside = print({ what: 'dossier', dossier: openBook }, { kind: 'community', bodies: [invited] });
  const theirs = await readPdf(outside.pdf);
  expect(squeeze(theirs.text)).toContain(squeeze(`Compare Table 1, p. ${outside.map[0]?.first}; there.`));
  for (const trace of ['not found', 'CB/8/1', 'section', 'What is closed'])
    expect(squeeze(theirs.text)).not.toContain(squeeze(trace));
  const everything = await everythingIn(outside.pdf, async (sealed) => sealed);
  expect([...everything.canaries]).toEqual([]);
  expect([...everything.ids].filter((id) => papers.some((paper) => paper === id))).toEqual([]);
});
