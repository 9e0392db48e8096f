import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { objects } from '../../domain/records/text.ts';
import { aFolder } from '../helpers/aVault.ts';
import { anExerciseDesk, type Desk, takePicture } from '../helpers/aWindow.ts';
import { downloaded } from '../helpers/downloaded.ts';
import { dropFiles } from '../helpers/dropFiles.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';
import { aCapitalsDesk, meetOnce } from '../helpers/twoDesks.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** What all three change at once: a paper, its portion, an agenda item and the meeting. */
interface Shared {
  readonly paper: RecordId;
  readonly portion: RecordId;
  readonly item: RecordId;
  readonly meeting: RecordId;
}

it('a Secretariat and two capitals change the same things for two rounds, see every disagreement, and end equal', async () => {
  const secretariat = await anExerciseDesk();
  const northmark = await aCapitalsDesk('northmark');
  const avaria = await aCapitalsDesk('avaria');
  const desks = [secretariat, northmark, avaria];
  for (const { page } of desks) page.setDefaultTimeout(PATIENCE);
  await meetOnce(secretariat.client, northmark.client);
  await meetOnce(secretariat.client, avaria.client);
  const shared = await setStage(secretariat);

  // The dossier goes to both in one file.
  await receive(northmark, [await seal(secretariat)], 'accept');
  await receive(avaria, [await seal(secretariat)], 'accept');
  expect(await theSame([northmark, avaria], shared)).toBe(true);

  // First round: all three write apart, and both capitals send theirs to everybody.
  await write(secretariat, shared, {
    due: '2027-02-10',
    venue: 'Hall of the Secretariat',
    text: 'As the Secretariat has it.',
  });
  await write(northmark, shared, { due: '2027-02-11', venue: 'Northmark House', text: 'As Northmark has it.' });
  await write(avaria, shared, { due: '2027-02-12', venue: 'Avaria House', text: 'As Avaria has it.' });
  const theirs = [await seal(northmark), await seal(avaria)];
  await receive(secretariat, theirs, 'several');
  expect(await resolveAll(secretariat, 'theirs')).toBe(4);
  const answer = await seal(secretariat);
  await receive(northmark, [answer], 'accept');
  await receive(avaria, [answer], 'accept');
  expect(await theSame(desks, shared)).toBe(true);

  // Second round: one capital and the Secretariat, while the other only takes what comes.
  await write(secretariat, shared, { due: '2027-02-20', venue: 'The old hall', text: 'Again by the Secretariat.' });
  await write(northmark, shared, { due: '2027-02-21', venue: 'The new hall', text: 'Again by Northmark.' });
  await receive(secretariat, [await seal(northmark)], 'accept');
  expect(await resolveAll(secretariat, 'ours')).toBe(4);
  const last = await seal(secretariat);
  await receive(northmark, [last], 'accept');
  await receive(avaria, [last], 'accept');
  expect(await theSame(desks, shared)).toBe(true);
  for (const { client } of desks) expect((await client.records.counts({})).conflicted).toBe(0);

  // Their receipts come back, and fill the matrix.
  await receive(secretariat, [await sendReceipts(northmark), await sendReceipts(avaria)], 'read');
  const { page } = secretariat;
  await goToExchange(secretariat);
  await page.getByRole('tab', { name: 'Who has got what' }).click();
  await page.getByText('Everybody has opened the last bundle.').waitFor();
  const cells = page.getByRole('table', { name: 'Who has got what' }).getByRole('button');
  const told = async (begins: string) => (await cells.allTextContents()).filter((one) => one.startsWith(begins)).length;
  await expect.poll(() => told('accepted'), { timeout: PATIENCE }).toBeGreaterThanOrEqual(4);
  await expect.poll(() => told('missing there'), { timeout: PATIENCE }).toBe(2);
  await page.getByRole('button', { name: 'Close the list of files' }).click();
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'matrix');
}, 600_000);

/** A portion that the board may have, beside what the exercise brings. */
async function setStage({ client }: Desk): Promise<Shared> {
  const [meeting] = await client.records.list({ kind: 'meeting' });
  const paper = (await client.records.list({ kind: 'paper' })).find(({ body }) => body.number === 'CB/8/4');
  const [item] = await client.records.list({ kind: 'agendaItem' });
  const [strict] = await client.records.list({ kind: 'portion' });
  if (meeting === undefined || paper === undefined || item === undefined || strict === undefined) {
    throw new TypeError('The exercise lacks something.');
  }
  const portion = await client.records.create({ kind: 'portion', body: { ...strict.body, paper: paper.id } });
  return { meeting: meeting.id, paper: paper.id, item: item.id, portion: portion.id };
}

interface Written {
  readonly due: string;
  readonly venue: string;
  readonly text: string;
}

async function write({ client }: Desk, shared: Shared, { due, venue, text }: Written): Promise<void> {
  const { body } = await client.records.read({ id: shared.portion });
  await client.records.edit({ id: shared.paper, changes: { due } });
  await client.records.edit({ id: shared.meeting, changes: { venue } });
  await client.records.edit({ id: shared.item, changes: { title: `Opening, ${venue}` } });
  await client.records.edit({ id: shared.portion, changes: { body: rewritten(body.body, text) } });
}

/** A document whose first paragraph says something else. */
function rewritten(document: unknown, text: string): JsonObject {
  if (typeof document !== 'object' || document === null) throw new TypeError('This is no document.');
  const copy: JsonObject = structuredClone({ ...document });
  const [paragraph] = objects(copy.content);
  if (paragraph === undefined) throw new TypeError('There is no paragraph.');
  paragraph.content = [{ type: 'text', text }];
  return copy;
}

let sealed = 0;
const aFile = () => join(aFolder(), `bundle-${++sealed}.amber`);

/** Seals all that those lack whom this desk has met; gives the file. */
async function seal({ page }: Desk): Promise<string> {
  await page.keyboard.press('Control+Shift+S');
  await page.getByRole('heading', { name: 'Seal a bundle', level: 1 }).waitFor();
  await page.getByRole('radio', { name: 'All they lack' }).check();
  const now = button(page, 'Seal the bundle');
  await expect.poll(() => now.isEnabled(), { timeout: PATIENCE }).toBe(true);
  const file = await downloaded(page, () => now.click(), aFile());
  await page.getByRole('heading', { name: /^For /, level: 1 }).waitFor();
  return file;
}

async function goToExchange({ page }: Desk): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: /^Exchange/ })
    .click();
  await page.getByRole('heading', { name: 'Exchange', level: 1 }).waitFor();
}

/** Sends what this desk owes the Secretariat to say, without records. */
async function sendReceipts(desk: Desk): Promise<string> {
  await goToExchange(desk);
  await desk.page.getByRole('tab', { name: 'Who has got what' }).click();
  const send = desk.page.getByRole('button', { name: 'Send receipts alone… Secretariat' });
  return downloaded(desk.page, () => send.click(), aFile());
}

/** Drops files on the window, and accepts what they propose: one, several in their order, or nothing to accept. */
async function receive(desk: Desk, files: readonly string[], how: 'accept' | 'several' | 'read'): Promise<void> {
  const { page, client } = desk;
  await dropFiles(page, files);
  const waiting = () => expect.poll(async () => (await client.exchange.waiting({})).bundles, { timeout: PATIENCE });
  if (how === 'several') {
    await waiting().toBe(files.length);
    await goToExchange(desk);
    await button(page, `Accept all ${files.length} that wait, in their order`).click();
    await waiting().toBe(0);
  } else if (how === 'accept') {
    await button(page, /^Accept( all)? ?\d*(, review \d+)?$/).click();
    await page.getByText(/^Accepted. It can be taken back/).waitFor();
  } else {
    const receipts = async () =>
      (await client.exchange.bundles({})).filter(({ purpose }) => purpose === 'receipt').length;
    await expect.poll(receipts, { timeout: PATIENCE }).toBe(files.length);
  }
}

/** Goes through all records in conflict and takes one side of each; gives how many there were. */
async function resolveAll(desk: Desk, taken: 'ours' | 'theirs'): Promise<number> {
  const { page, client } = desk;
  await goToExchange(desk);
  await page.getByRole('link', { name: 'Conflicts', exact: true }).click();
  const list = page.getByRole('listbox', { name: 'Records in conflict' });
  await list.waitFor();
  const count = await list.getByRole('option').count();
  for (let left = count; left > 0; left--) {
    await list.getByRole('option').first().click();
    const questions = page
      .getByRole('region', { name: 'What is to be decided' })
      .getByRole('group')
      .filter({ has: page.getByRole('radio') });
    await questions.first().waitFor();
    for (const question of await questions.all())
      await question
        .getByRole('radio')
        .nth(taken === 'ours' ? 0 : 1)
        .check();
    await button(page, /^Resolve/)
      .last()
      .click();
    const conflicted = async () => (await client.records.counts({})).conflicted;
    await expect.poll(conflicted, { timeout: PATIENCE }).toBe(left - 1);
  }
  return count;
}

/** Whether these desks have the same of all that was changed. */
async function theSame(desks: readonly Desk[], shared: Shared): Promise<boolean> {
  const views = await Promise.all(
    desks.map(async ({ client }) => {
      const read = await Promise.all(Object.values(shared).map((id: RecordId) => client.records.read({ id })));
      return JSON.stringify(
        read.map(({ body, handling, heads, conflicted }) => ({ body, handling, heads, conflicted })),
      );
    }),
  );
  return new Set(views).size === 1;
}
