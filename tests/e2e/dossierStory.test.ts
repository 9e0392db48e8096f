import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { makeAnchor, placeAnchor } from '../../domain/papers/placeAnchor.ts';
import { RichText } from '../../domain/papers/richText.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import { aDocument } from '../helpers/aSession.ts';
import { aFolder } from '../helpers/aVault.ts';
import { anExerciseDesk, type Desk, takePicture } from '../helpers/aWindow.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';
import { newMeeting } from '../helpers/newMeeting.ts';
import { readPdf } from '../helpers/readPdf.ts';
import { aCapitalWithoutWindow, meetOnce, sealFor, take } from '../helpers/twoDesks.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
/** On a busy machine, too. */
const patiently = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: PATIENCE });

const FROM_MEMBERS = [
  ...['Deep-dive: the Marren Coast', 'Update on Tavel', 'Update on Pellandra', 'Update on Wessamar'],
  ...['Economic actors: salt and ferries', 'Accountability in Dour', 'Holdings of the commission', 'Assets by sea'],
  ...['Replies to recommendations', 'Public line on the vote'],
];
const FROM_OUTSIDE = ['What the river towns ask', 'Radio in two languages'];
const LATE = 'Ferries after the storm';
const OPENED = new Set(FROM_OUTSIDE);

/** What a paper says: words that stand in no other one, short enough for one line. */
const said = (title: string) => `Only here: ${title}.`;

it('twelve papers are commissioned, chased, cleared and issued, bound into books, brought up to date, and read on with the notes that were made', async () => {
  const office = await anExerciseDesk();
  const { page, client } = office;
  page.setDefaultTimeout(PATIENCE);
  const northmark = await aCapitalWithoutWindow('northmark');
  await meetOnce(client, northmark);
  const ninth = await newMeeting(office, 'Eighth meeting of the Board', '9th regular meeting');
  const papersOf = async () =>
    (await client.records.list({ kind: 'paper', deleted: false })).filter(({ body }) => body.meeting === ninth);
  const paperNamed = async (title: string) => {
    const found = (await papersOf()).find(({ body }) => body.title === title);
    if (found === undefined) throw new TypeError(`There is no ${title}.`);
    return found;
  };

  // Ten are asked of a member, two of a body outside; all are late, and chased.
  await page.getByRole('tab', { name: /^Papers/ }).click();
  await commission(page, FROM_MEMBERS, 'Avaria');
  await commission(page, FROM_OUTSIDE, 'Corvane Institute');
  await patiently(async () => (await papersOf()).length).toBe(12);
  await page.getByText('To be chased').click();
  await button(page, 'Remind Corvane Institute').click();
  await page.getByText(`- ${FROM_OUTSIDE[0]}, was due 1 October 2026`).waitFor();
  await takePicture(page, 'dossier-story-reminder');
  await button(page, 'Only note as reminded').click();
  await page
    .getByRole('cell', { name: /1 time/ })
    .first()
    .waitFor();

  // They are written and handed in; one is cleared by whoever was named, all are issued, two of them for the open session.
  for (const { id, title, body } of await papersOf()) {
    const changes = { body: aDocument(['first', said(text(body.title))], 'The rest is known.') };
    const isOpen = OPENED.has(text(body.title));
    await client.records.edit({
      id,
      changes: { ...changes, ...(isOpen ? { openNumber: `CB/9/O${FROM_OUTSIDE.indexOf(text(body.title)) + 1}` } : {}) },
    });
    if (isOpen) await client.records.edit({ id, mark: { label: 'TLP:GREEN', distribution: { to: 'community' } } });
    expect(title).toContain(text(body.title));
  }
  const all = (await papersOf()).map(({ id }) => id);
  await client.papers.setStatus({ papers: all, status: 'submitted' });
  await client.papers.setStatus({ papers: all, status: 'cleared' });
  await client.papers.issue({ papers: all });
  const [first = ''] = FROM_MEMBERS;
  const dive = await paperNamed(first);
  expect(dive.body).toMatchObject({ status: 'issued', number: expect.stringMatching(/^CB\/9\/\d+$/) });

  // The closed and the open book, issued; the closed one for one member.
  const closed = await newBook(office, ninth, 'closed');
  const openBook = await newBook(office, ninth, 'open');
  for (const dossier of [closed, openBook]) await issueBook(office, dossier);
  await takePicture(page, 'dossier-story-book');
  await page.goto(`${office.host.url}/#/dossiers/${closed}?tab=copies`);
  await page.reload();
  await button(page, 'Add all members').click();
  await button(page, 'Number the copies').click();
  const numberedCopies = async () =>
    (await client.dossiers.read({ dossier: closed })).copies.filter(({ number }) => number !== undefined);
  await patiently(async () => (await numberedCopies()).length).toBeGreaterThan(5);
  const copies = await numberedCopies();
  const one = copies.find(({ name }) => name.includes('Northmark'));
  const folder = aFolder();
  await client.dossiers.printCopies({ dossier: closed, copies: [one?.id ?? ''], folder });
  const [file = ''] = readdirSync(folder);
  const memberBook = await readPdf(readFileSync(join(folder, file)));
  for (const title of FROM_MEMBERS) expect(memberBook.text).toContain(said(title));
  expect(memberBook.furniture.every((words) => words.includes('Northmark'))).toBe(true);

  // A capital has it, and writes a note for itself beside a passage.
  await take(northmark, await sealFor(office, { of: 'everything' }, 'dossier'));
  const block = RichText.parse((await northmark.records.read({ id: dive.id })).body.body).content[0];
  if (block === undefined) throw new TypeError('The paper is empty.');
  const anchor = makeAnchor(block, 0, 11);
  await northmark.records.create({
    kind: 'annotation',
    body: { record: dive.id, anchor, text: 'Ask the minister before the session.' },
    mark: { label: 'PRIVATE', distribution: { to: 'installation' } },
  });

  // One more comes late, and a passage moves: what is new is said, and printed as a supplement.
  await page.goto(`${office.host.url}/#/meetings/${ninth}?tab=papers`);
  await page.reload();
  await commission(page, [LATE], 'Avaria');
  await patiently(async () => (await papersOf()).length).toBe(13);
  const late = await paperNamed(LATE);
  await client.records.edit({ id: late.id, changes: { body: aDocument(said(LATE)) } });
  await client.papers.setStatus({ papers: [late.id], status: 'submitted' });
  await client.papers.setStatus({ papers: [late.id], status: 'cleared' });
  await client.papers.issue({ papers: [late.id] });
  await client.papers.beginVersion({ papers: [dive.id], reason: 'A passage stood too far up.' });
  const moved = aDocument('The vote is on the ninth.', ['first', said(first)], 'The rest is known, and more.');
  await client.records.edit({ id: dive.id, changes: { body: moved } });
  await client.papers.setStatus({ papers: [dive.id], status: 'submitted' });
  await client.papers.setStatus({ papers: [dive.id], status: 'cleared' });
  await client.papers.issue({ papers: [dive.id] });
  await page.goto(`${office.host.url}/#/dossiers/${closed}`);
  await page.reload();
  await page.getByText('changed since', { exact: true }).waitFor();
  await page.getByRole('button', { name: new RegExp(`^Put in: .*${LATE}`) }).click();
  await page.getByText('added since', { exact: true }).waitFor();
  await takePicture(page, 'dossier-story-since');
  const { issues } = await client.dossiers.read({ dossier: closed });
  const since = issues.at(-1)?.id ?? '';
  const board = { kind: 'board' } as const;
  const supplement = await printed(office, { what: 'supplement', dossier: closed, since }, board);
  expect(supplement.text).toContain(said(LATE));
  expect(supplement.text).toContain('The vote is on the ninth.');
  expect(supplement.text).not.toContain(said('Update on Tavel'));
  await issueBook(office, closed);

  // The capital has what is new; its note stands with its passage, and nowhere else.
  await take(northmark, await sealFor(office, { of: 'everything' }, 'dossier'));
  const now = RichText.parse((await northmark.records.read({ id: dive.id })).body.body);
  expect(now.content).toHaveLength(3);
  const [note] = await northmark.papers.notes({ record: dive.id });
  expect(note).toMatchObject({ kind: 'annotation', text: 'Ask the minister before the session.' });
  expect(placeAnchor(now, note?.anchor ?? anchor)).toMatchObject({ how: 'exact', from: 0, to: 11 });
  expect(await client.papers.notes({ record: dive.id })).toEqual([]);

  // The open book: what it holds is what the gate promised, and nothing else is in it.
  const bodies = (await client.records.list({ kind: 'organisation' }))
    .filter(({ body }) => body.membership === 'invited')
    .map(({ id }) => id);
  const openPrint = await printed(office, { what: 'dossier', dossier: openBook }, { kind: 'community', bodies });
  const everywhere = [openPrint.text, openPrint.metadata, ...openPrint.furniture].join('\n');
  for (const title of FROM_OUTSIDE) expect(openPrint.text).toContain(said(title));
  for (const title of [...FROM_MEMBERS, LATE]) expect(everywhere).not.toContain(title);
  expect(everywhere).not.toMatch(/CB\/9\/\d/);
  expect(everywhere).toContain('CB/9/O2');
}, 300_000);

/** Asks for papers, one a line, of one organisation, until a day that is over. */
async function commission(page: Page, titles: readonly string[], from: string): Promise<void> {
  await page.getByRole('button', { name: 'Commission…' }).first().click();
  const form = page.getByRole('form', { name: 'Commission papers' });
  await form.getByRole('textbox', { name: 'Titles' }).fill(titles.join('\n'));
  await form.getByRole('textbox', { name: 'Due date' }).fill('1 October 2026');
  await form.getByRole('combobox', { name: 'From whom' }).fill(from);
  await page
    .getByRole('option', { name: new RegExp(from) })
    .first()
    .click();
  await page.keyboard.press('Escape');
  await form.getByRole('button', { name: 'Commission', exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

async function newBook({ client }: Desk, meeting: RecordId, book: 'closed' | 'open'): Promise<RecordId> {
  const title = book === 'closed' ? 'Dossier of the ninth meeting' : 'Papers of the open morning';
  const { dossier } = await client.dossiers.make({ meeting, book, title, language: 'en', tabs: 'none' });
  return dossier;
}

/** Issues a book in its window, with the name that is proposed. */
async function issueBook({ page, client, host }: Desk, dossier: RecordId): Promise<void> {
  const { issues } = await client.dossiers.read({ dossier });
  await page.goto(`${host.url}/#/dossiers/${dossier}`);
  await page.reload();
  await page.getByRole('button', { name: /^Issue(…| anew…)$/ }).click();
  await button(page, 'Issue the book').click();
  await patiently(async () => (await client.dossiers.read({ dossier })).issues.length).toBe(issues.length + 1);
}

type Print = Parameters<Desk['client']['documents']['preview']>[0];

async function printed({ client }: Desk, document: Print['document'], audience: Print['audience']) {
  const { pdf } = await client.documents.preview({ document, audience });
  return readPdf(Buffer.from(pdf, 'base64'));
}
