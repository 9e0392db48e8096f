import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { aFolder, PASSPHRASE } from '../helpers/aVault.ts';
import { aDesk, type Desk, takePicture } from '../helpers/aWindow.ts';
import { downloaded } from '../helpers/downloaded.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';
import { readPdf } from '../helpers/readPdf.ts';
import { byKeyboard, byMouse, type Way } from '../helpers/ways.ts';

const OPEN = 'Elections are due in two provinces before the summer.';
const CLOSED = 'Traders have given fuel to local defence groups.';
const STRICT = 'The contact at the ferry is the harbour master.';
const NOTE = 'Ask our embassy about the second province';
const OURS = 'Elections are due in three provinces before the summer.';
const THEIRS = 'Elections are due in two provinces before June.';
const MEETING = 'First regular meeting';
const BRIEFING = 'The board briefs invited bodies';
const ITEM = 'Country of the year';
const TITLE = 'Deep-dive: Karsenia';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

it(
  'the whole of the main job is done between the Secretariat and a capital, by mouse',
  () => story(byMouse),
  1_200_000,
);

it('the same is done by keyboard alone', () => story(byKeyboard), 1_200_000);

async function story(way: (page: Page) => Way): Promise<void> {
  const secretariat = await aDesk();
  const capital = await aDesk();
  const [here, there] = [way(secretariat.page), way(capital.page)];
  try {
    await tell(here, there, secretariat, capital);
  } catch (error) {
    await takePicture(here.page, 'story-failed-here');
    await takePicture(there.page, 'story-failed-there');
    throw error;
  }
}

async function tell(here: Way, there: Way, secretariat: Desk, capital: Desk): Promise<void> {
  const files = aFolder();
  const ownCard = await firstStart(here, secretariat, files, {
    name: 'Annelise Quorne',
    role: 'Secretariat',
    organisation: ['Name of the Secretariat', 'Meridian Secretariat'],
  });
  const theirCard = await firstStart(there, capital, files, {
    name: 'Ines Halvard',
    organisation: ['Name of the organisation', 'Northmark'],
    code: 'XN',
  });
  await startNetwork(here);
  await there.press('Go to my desk');
  await there.page.getByRole('navigation').first().waitFor();

  await verifyCard(here, theirCard, 'Ines Halvard');
  await takeIn(here, 'Ines Halvard');
  await verifyCard(there, ownCard, 'Annelise Quorne');
  await addInvited(here, 'Corvane Centre');

  await makeMeeting(here);
  await writePaper(here);

  // To the capital.
  const dossier = await seal(here, files, 'dossier.amber', async () => {
    await here.command('Seal a bundle…');
    await here.choose('radio', 'A meeting, with what belongs to it');
    await here.pick('Which meeting', MEETING);
  });
  await receive(there, dossier, 'Meridian Secretariat');
  await there.open(TITLE);
  await heading(there.page, TITLE);
  await there.page.getByText(CLOSED).waitFor();
  expect(await there.page.locator('body').textContent()).not.toContain(STRICT);

  // Both write, the capital a private note too.
  await there.paragraph(CLOSED);
  await there.command('Private note on the chosen words');
  await there.fill(/note/i, NOTE);
  await there.keyboard.press('Control+Enter');
  await there.page.getByRole('article').getByText(NOTE).waitFor();
  await rewrite(there, OPEN, THEIRS);
  await here.open(TITLE);
  await heading(here.page, TITLE);
  await rewrite(here, OPEN, OURS);

  // Back, and the conflict.
  const contribution = await seal(there, files, 'contribution.amber', async () => {
    await there.command('Seal a bundle…');
    await there.choose('radio', 'A meeting, with what belongs to it');
    await there.pick('Which meeting', MEETING);
  });
  await receive(here, contribution, 'Northmark');
  await here.command('Go to conflicts');
  await heading(here.page, 'Conflicts');
  await here.page.getByText(/June/).first().waitFor();
  await takePicture(here.page, 'story-conflict');
  await here.choose('radio', /^Take theirs/);
  await here.press('Resolve');
  await here.page.getByText('Nothing is in conflict').first().waitFor();
  await here.open(TITLE);
  await heading(here.page, TITLE);
  await here.page.getByText(THEIRS).waitFor();
  expect(await here.page.locator('body').textContent()).not.toContain(NOTE);

  // On paper: the closed paper as the board gets it, and as we keep it; to the open session it does not go.
  await here.press('Preview');
  const board = await saved(here, 'Print the paper', 'The board');
  expect(board).toContain(THEIRS);
  expect(board).toContain(CLOSED);
  const ourselves = await saved(here, 'Print the paper', 'Ourselves');
  expect(ourselves).toContain(STRICT);
  for (const elsewhere of [STRICT, NOTE, OURS]) expect(board).not.toContain(elsewhere);
  for (const elsewhere of [NOTE, OURS]) expect(ourselves).not.toContain(elsewhere);
  await here.choose('radio', /^The open session/);
  await here.page.getByText('The community gets only what is marked TLP:GREEN or TLP:CLEAR').first().waitFor();
  expect(await here.page.locator('button:enabled', { hasText: 'Save as PDF…' }).count()).toBe(0);

  await here.open(MEETING);
  await heading(here.page, MEETING);
  await here.press('Print agenda');
  const agenda = await saved(here, 'Print the agenda', 'The board');
  for (const item of [ITEM, BRIEFING]) expect(agenda).toContain(item);
  const openAgenda = await saved(here, 'Print the agenda', 'The open session');
  expect(openAgenda).toContain(BRIEFING);
  for (const elsewhere of [ITEM, TITLE]) expect(openAgenda).not.toContain(elsewhere);
}

interface Seat {
  readonly name: string;
  readonly role?: string;
  readonly organisation: readonly [string, string];
  readonly code?: string;
}

/** A vault for the seat; gives the file of its card. */
async function firstStart(way: Way, desk: Desk, files: string, seat: Seat): Promise<string> {
  const { page } = way;
  await way.press(/^Make my desk/);
  await way.fill('Your name', seat.name);
  if (seat.role !== undefined) await way.choose('radio', seat.role);
  await way.fill(...seat.organisation);
  if (seat.code !== undefined) await way.fill('ISO code', seat.code);
  await way.press('Continue');
  await heading(page, 'Your passphrase');
  await way.fill('Passphrase', PASSPHRASE);
  await way.fill('The same again', PASSPHRASE);
  await way.press('Make the vault');
  await heading(page, 'Your recovery sheet');
  await way.press('I have the sheet');
  await heading(page, 'Is the sheet in your hand?');
  await way.press('Later');
  await heading(page, 'Your card');
  const card = await keep(page, () => way.press('Save the card'), files, `${seat.organisation[1]}.ambercard`);
  await way.press('Continue');
  await heading(page, 'Your desk is ready');
  expect((await desk.client.vault.status({})).state).toBe('unlocked');
  return card;
}

/** What is saved by this, under a name of its own. */
const keep = (page: Page, save: () => Promise<void>, files: string, name: string): Promise<string> =>
  downloaded(page, save, join(files, name));

async function startNetwork(way: Way): Promise<void> {
  await way.press(/^Start a network/);
  await way.fill('Name of the network', 'Meridian Network');
  await way.fill('Short name', 'Meridian');
  await way.fill('Symbol of documents', 'CB');
  await way.press('Start the network');
  await heading(way.page, 'The root of the network');
  await way.press('Later');
  await way.page.getByRole('navigation').first().waitFor();
}

async function verifyCard(way: Way, file: string, name: string): Promise<void> {
  const { page } = way;
  await way.command('Go to People');
  await heading(page, 'People');
  await way.choose('tab', 'Seats and cards');
  const choosing = page.waitForEvent('filechooser', { timeout: PATIENCE });
  await way.press('Add cards…');
  await (await choosing).setFiles(file);
  await way.press(`Verify the card of ${name}`);
  await way.fill('Compared by', 'Annelise Quorne');
  await way.press('The digits are the same');
  await page.getByText(/^verified by/).waitFor();
}

async function takeIn(way: Way, name: string): Promise<void> {
  await way.press(`Take in ${name}`);
  await way.press('Take in');
  await way.page.getByRole('button', { name: `Take in ${name}` }).waitFor({ state: 'detached' });
}

async function addInvited(way: Way, name: string): Promise<void> {
  await way.command('Add organisation');
  await way.fill('Name', name);
  await way.press('Add and open');
  await heading(way.page, name);
  await way.pick('Membership', 'Invited body');
  await way.page.getByText('Saved', { exact: true }).waitFor();
}

async function makeMeeting(way: Way): Promise<void> {
  const { page } = way;
  await way.command('Go to Meetings');
  await heading(page, 'Meetings');
  await way.press('New meeting');
  await way.fill('Title', MEETING);
  await way.fill('City', 'Avanor');
  await way.press('Add and open');
  await heading(page, MEETING);
  await page.getByText('Open session').first().waitFor();
  await addItem(way, ITEM);
  await addItem(way, BRIEFING);
  await way.command('Move to the day after');
  await page.getByText(/Undo: moved/).waitFor();
  await way.choose('tab', 'Handling');
  await way.choose('radio', /TLP:GREEN/);
  await page.getByRole('banner').getByText('TLP:GREEN').waitFor();
}

/** Adds an item, which is chosen then. */
async function addItem(way: Way, title: string): Promise<void> {
  await way.command('New item');
  await way.fill('Title', title);
  await way.keyboard.press('Enter');
  await way.page.getByText(title).first().waitFor();
  await way.page.getByRole('form', { name: 'New item' }).waitFor({ state: 'detached' });
}

async function writePaper(way: Way): Promise<void> {
  const { page, keyboard } = way;
  await way.choose('tab', /^Papers/);
  await way.press('Add paper');
  await way.fill('Title', TITLE);
  await way.tick('Begin with its outline');
  await way.press('Add and open');
  await page.locator('.ProseMirror').first().waitFor();
  await way.intoText('');
  await keyboard.type('# Situation');
  await keyboard.press('Enter');
  for (const words of [OPEN, CLOSED, STRICT]) {
    await keyboard.type(words);
    if (words !== STRICT) await keyboard.press('Enter');
  }
  await way.intoText(OPEN);
  await markAs(way, /TLP:GREEN/);
  await way.intoText(STRICT);
  await markAs(way, /TLP:AMBER\+STRICT/);
  await page.getByText('Others see “portion withheld”.').waitFor();
  await page.getByText('Saved', { exact: true }).first().waitFor();
  await takePicture(page, 'story-paper');
}

async function markAs(way: Way, label: RegExp): Promise<void> {
  await way.command('Mark of the chosen paragraphs, or a stricter portion');
  await way.choose('menuitem', label);
}

/** Other words for a paragraph. */
async function rewrite(way: Way, before: string, after: string): Promise<void> {
  await way.paragraph(before);
  await way.keyboard.type(after);
  await way.page.getByText(after).first().waitFor();
  await way.page.getByText('Saved', { exact: true }).first().waitFor();
}

async function seal(way: Way, files: string, name: string, what: () => Promise<void>): Promise<string> {
  await what();
  await way.page.getByText(/^\d+ records go$/).waitFor();
  const file = await keep(way.page, () => way.press('Seal the bundle'), files, name);
  await way.page.getByText('It is encrypted').first().waitFor();
  return file;
}

async function receive(way: Way, file: string, from: string): Promise<void> {
  const { page } = way;
  const choosing = page.waitForEvent('filechooser', { timeout: PATIENCE });
  await way.command('Open a bundle…');
  await (await choosing).setFiles(file);
  await heading(page, `From ${from}`);
  await takePicture(page, `story-received-${from === 'Northmark' ? 'back' : 'first'}`);
  await way.press(/^Accept( all \d+|.*, review \d+)$/);
  await page.getByText(/^Accepted\./).waitFor();
}

/** What is saved for somebody, as a reader of the file finds it. */
async function saved(way: Way, title: string, audience: string): Promise<string> {
  const { page } = way;
  await heading(page, title);
  await way.choose('radio', new RegExp(`^${audience}`));
  await page.locator('button:enabled', { hasText: 'Save as PDF…' }).waitFor();
  const file = await keep(page, () => way.press('Save as PDF…'), aFolder(), 'printed.pdf');
  const { text } = await readPdf(readFileSync(file));
  return text.replace(/\s+/g, ' ');
}
