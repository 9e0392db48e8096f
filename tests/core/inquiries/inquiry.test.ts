import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { expect, it } from 'vitest';
import { answerOf } from '../../../core/inquiries/answerOf.ts';
import { beginInquiry } from '../../../core/inquiries/beginInquiry.ts';
import { answerId, answersTo } from '../../../core/inquiries/inquiryOf.ts';
import { saveForm } from '../../../core/inquiries/saveForm.ts';
import { makePaper, settle } from '../../../core/inquiries/settle.ts';
import { readForm, takeForm } from '../../../core/inquiries/takeForm.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { releaseFor } from '../../../core/release/releaseFor.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import { standingOf } from '../../../domain/inquiries/standing.ts';
import { RichText } from '../../../domain/papers/richText.ts';
import { textOf } from '../../../domain/papers/wordsOf.ts';
import { aMember, aPaper, aSession, deliver, refusal } from '../../helpers/aSession.ts';
import { codeOf } from '../../helpers/aVault.ts';
import { fillWordForm } from '../../helpers/fillWordForm.ts';

const MINISTRIES = [
  { id: '0f0e0d0c-1111-4000-8000-000000000001', order: 'a0', name: 'Interior' },
  { id: '0f0e0d0c-2222-4000-8000-000000000002', order: 'a1', name: 'Finance' },
];
const [INTERIOR = '', FINANCE = ''] = MINISTRIES.map(({ id }) => id);

it('asks the ministries of one State line by line; their files come back side by side, later ones beside the earlier; what is settled becomes a paper, and nothing of it leaves the delegation', async () => {
  const session = await aSession('Tavania');
  const { vault } = session;
  for (const member of ['Tavania', 'Northmark']) aMember(session, member);
  const paper = aPaper(session, {
    due: '2027-03-10',
    asks: [
      { id: 'p1', order: 'a0', text: 'Take note of the assessment' },
      { id: 'p2', order: 'a1', text: 'Send registry experts' },
      { id: 'p3', order: 'a2', text: 'Freeze the accounts' },
    ],
  });
  const { inquiry, lines } = beginInquiry(session, { about: paper.id, language: 'en' });
  expect(lines).toBe(3);
  const begun = readRecord(vault, inquiry);
  expect(begun.handling).toMatchObject({ label: 'TLP:AMBER+STRICT' });
  expect(begun.body).toMatchObject({ by: '2027-03-10', lines: [{ number: 1, source: paper.id }, {}, {}] });
  const own = standingOf(begun.body, []).lines;
  // The third is asked of Finance alone.
  const asked = [...(Array.isArray(begun.body.lines) ? begun.body.lines : [])];
  editRecord(session, inquiry, {
    ministries: MINISTRIES,
    lines: asked.map((line, at) => (at === 2 && typeof line === 'object' ? { ...line, only: FINANCE } : line)),
  });

  const folder = mkdtempSync(join(tmpdir(), 'amberdesk-forms-'));
  const form = async (ministry: string, as: 'docx' | 'csv' | 'txt', language: 'en' | 'fr' = 'en') => {
    const file = join(folder, `${ministry}-${language}.${as}`);
    await saveForm(session, { inquiry, ministry, as, language, paper: 'a4', file });
    return readFileSync(file);
  };
  const came = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(folder, name), bytes);
    return { file: join(folder, name), name };
  };
  const take = async (source: { file: string; name: string }) => {
    const { digest, inquiry: of, ministry = '', ...read } = await readForm(session, { source });
    expect(of).toBe(inquiry);
    return { read, ...(await takeForm(session, { source, digest, inquiry, ministry })) };
  };

  const interior = await form(INTERIOR, 'docx');
  const first = came(
    'interior.docx',
    fillWordForm(interior, {
      '1.1': 'agree',
      '2.1': 'disagree',
      '2.2': 'No experts\nbefore May.',
      '901': 'A. Adeyemi',
    }),
  );
  const taken = await take(first);
  expect(taken).toMatchObject({ added: true, read: { files: 0, known: false, contact: 'A. Adeyemi' } });
  expect(taken.answer).toBe(answerId(inquiry, INTERIOR));
  expect((await take(first)).added).toBe(false);

  // Finance answers in French, on the plain text; it is asked one line more.
  const plain = (await form(FINANCE, 'txt', 'fr')).toString('utf8');
  expect(plain).toContain('[[3.1 POSITION]]');
  expect(interior.includes('Freeze')).toBe(false);
  const filled = [
    ['1.1', 'Accord'],
    ['2.1', 'd’accord avec modifications'],
    ['3.1', 'à voir'],
    ['3.2', 'Avis du Trésor attendu.'],
  ].reduce(
    (text, [key = '', words = '']) =>
      text.replace(new RegExp(`\\[\\[${key} [^\\]]*\\]\\]`), (mark) => `${mark}\r\n${words}`),
    plain,
  );
  await take(came('finance.txt', filled));

  const standing = () => standingOf(readRecord(vault, inquiry).body, answersTo(session, inquiry));
  expect(standing().ministries.map(({ name, files }) => [name, files])).toEqual([
    ['Interior', 1],
    ['Finance', 1],
  ]);
  expect(standing().lines.map(({ disagree }) => disagree)).toEqual([false, true, false]);
  expect(standing().lines[2]?.cells).toMatchObject([
    { asked: false },
    { said: { position: undefined, comment: 'à voir\n\nAvis du Trésor attendu.' } },
  ]);

  // Interior changes its mind, late.
  session.surroundings.move(9 * 24 * 3_600_000);
  const second = came('interior2.docx', fillWordForm(interior, { '1.1': 'agree', '2.1': 'agree' }));
  const changed = await take(second);
  expect(changed.read.lines.map((line) => line.changed)).toEqual([false, true]);
  expect(standing().lines[1]).toMatchObject({
    disagree: true,
    cells: [{ changed: true, said: { position: 'agree' }, before: { position: 'disagree' } }, { changed: false }],
  });

  // Finance sends a table once more, as a spreadsheet of Europe saved it: with a column moved, another one added, and semicolons.
  const table: string[][] = parse(await form(FINANCE, 'csv'), { bom: true });
  expect(new Set(table.map(({ length }) => length))).toEqual(new Set([6]));
  const at = table.findIndex(([cell]) => cell === 'No.');
  expect(table.slice(0, 2).map(([cell]) => cell)).toEqual(['TLP:AMBER+STRICT', 'For whom: Tavania']);
  expect(table.slice(at).map(([number, point, , , , mark]) => [number, point, mark])).toEqual([
    ['No.', 'Point', 'Mark'],
    ['1', 'Take note of the assessment', 'TLP:AMBER+STRICT'],
    ['2', 'Send registry experts', 'TLP:AMBER+STRICT'],
    ['3', 'Freeze the accounts', 'TLP:AMBER+STRICT'],
    ['901', 'WHO TO ASK IN THE MINISTRY', 'TLP:AMBER+STRICT'],
    ['902', 'DATE', 'TLP:AMBER+STRICT'],
  ]);
  const says: Readonly<Record<string, readonly [string, string]>> = {
    '1': ['no view', ''],
    '2': ['agree with changes', '- only those of the list;\n"from May"'],
    '3': ['agree', ''],
    '901': ['', 'B. Osei'],
  };
  const asFilled = (rows: readonly (readonly string[])[]) =>
    rows.map((row, line) => {
      const [number = '', point = '', day = ''] = row;
      const [position, comment] = line > at ? (says[number] ?? ['', '']) : [row[3] ?? '', row[4] ?? ''];
      return [point, 'Note to self', comment, number, position, day];
    });
  const asSaved = (rows: readonly (readonly string[])[]) => stringify([...rows], { delimiter: ';' });
  const third = await take(came('finance.csv', asSaved(asFilled(table))));
  expect(third).toMatchObject({ added: true, read: { files: 1, contact: 'B. Osei', cut: false } });
  expect(third.read.lines.map(({ changed }) => changed)).toEqual([true, true, true]);
  expect(standing().lines[1]?.cells[1]).toMatchObject({
    said: { position: 'agreeWithChanges', comment: '- only those of the list;\n"from May"' },
  });
  // What is no such table, or says two things, changes nothing.
  const filledIn = asFilled(table);
  for (const [name, content, code] of [
    ['a.csv', 'Name;Town\r\nA;B\r\n', 'inquiry.unread'],
    ['b.csv', asSaved(filledIn).replace('"from', 'x"from'), 'inquiry.table'],
    ['c.csv', asSaved([...filledIn, ['', '', 'Another.', '2', 'disagree', '']]), 'inquiry.twice'],
    ['d.csv', '', 'inquiry.unread'],
    ['e.csv', Buffer.from([0, 1, 2, 3, 0, 0, 1]), 'inquiry.unread'],
  ] as const) {
    expect(await codeOf(() => readForm(session, { source: came(name, content) })), name).toBe(code);
  }
  expect(standing().ministries.map(({ files }) => files)).toEqual([2, 2]);

  // The delegation settles, and its paper has nothing of what a ministry said.
  settle(session, { inquiry, line: own[1]?.id ?? '', position: 'agreeWithChanges', words: 'Experts from June.' });
  expect(standing().lines[1]).toMatchObject({ settledBy: vault.installation.seat, words: 'Experts from June.' });
  const { paper: national } = makePaper(session, { inquiry, language: 'en' });
  expect(makePaper(session, { inquiry, language: 'en' })).toEqual({ paper: national });
  const made = readRecord(vault, national);
  expect(made.handling.label).toBe('TLP:AMBER+STRICT');
  const words = textOf(RichText.parse(made.body.body));
  expect(words).toContain('Agree with changes. Experts from June.');
  for (const said of ['Trésor', 'before May', 'Adeyemi', 'Interior']) expect(words).not.toContain(said);

  // Of an adoption, what was settled becomes the answer; of anything else it does not.
  refusal(() => answerOf(session, inquiry), 'record.missing');
  const office = await aSession('Secretariat', 'secretariat');
  const adoption = createRecord(office, 'adoption', {
    title: 'Two texts',
    asked: [vault.installation.organisation],
    put: [
      { id: 'u1', order: 'a0', record: paper.id, title: 'Decision 8/1', digest: 'd', words: 'Take note.' },
      { id: 'u2', order: 'a1', record: paper.id, title: 'Decision 8/2', digest: 'd', words: 'Send experts.' },
    ],
  }).id;
  deliver(office, session, 'b1');
  const about = beginInquiry(session, { about: adoption, language: 'en' }).inquiry;
  const [one, two] = standingOf(readRecord(vault, about).body, []).lines.map(({ id }) => id);
  expect(answerOf(session, about)).toMatchObject({ adoption, asked: true, open: true, unsettled: 2 });
  expect(answerOf(session, about).answer).toBeUndefined();
  settle(session, { inquiry: about, line: one ?? '', position: 'agree', words: 'Kept to ourselves.' });
  expect(answerOf(session, about)).toMatchObject({
    unsettled: 1,
    answer: { says: 'noObjection', words: '', text: '' },
  });
  settle(session, { inquiry: about, line: two ?? '', position: 'agreeWithChanges', words: 'Send them in June.' });
  const proposed = answerOf(session, about);
  expect(proposed).toMatchObject({
    ...{ unsettled: 0, worded: true },
    answer: { says: 'amendment', words: 'Decision 8/2 – Send them in June.', text: '' },
  });
  settle(session, { inquiry: about, line: one ?? '', position: 'disagree', words: '' });
  expect(answerOf(session, about)).toMatchObject({ worded: true, answer: { says: 'objection' } });
  settle(session, { inquiry: about, line: two ?? '', position: 'noView', words: '' });
  expect(answerOf(session, about)).toMatchObject({ worded: false, answer: { says: 'objection', text: '' } });

  // Whatever their mark, an inquiry and its answers go to the own organisation alone.
  const board = { label: 'TLP:CLEAR', distribution: { to: 'everyone' } } as const;
  for (const id of [inquiry, taken.answer]) editRecord(session, id, {}, { mark: board });
  for (const audience of [{ kind: 'board' }, { kind: 'public' }] as const) {
    const { release } = releaseFor(session, { of: 'everything' }, audience, 'documents');
    expect(JSON.stringify(release.documents)).not.toMatch(/Inquiry|Interior|Trésor/);
  }

  // What is asked about something stricter is as strict.
  const red: Mark = {
    label: 'TLP:RED',
    distribution: { to: 'named', organisations: [], persons: [vault.installation.seat] },
  };
  const named = beginInquiry(session, { about: aPaper(session, {}, { mark: red }).id, language: 'fr' });
  expect(readRecord(vault, named.inquiry).handling).toMatchObject(red);

  for (const [name, bytes] of [
    ['photo.docx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
    ['letter.txt', 'We agree with everything.'],
  ] as const) {
    const code = await codeOf(() => readForm(session, { source: came(name, bytes) }));
    expect(['inquiry.unread', 'load.malformed']).toContain(code);
  }
});
