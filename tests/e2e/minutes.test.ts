import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { minutesOf } from '../../domain/minutes/minutesOf.ts';
import { plainText } from '../../domain/papers/plainText.ts';
import { isJsonObject } from '../../domain/records/json.ts';
import { PASSPHRASE } from '../helpers/aVault.ts';
import { anExerciseDesk, type Desk, takePicture } from '../helpers/aWindow.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });
const list = (page: Page) => page.getByRole('navigation', { name: 'Minutes, item by item' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The text has the keyboard. */
const inText = (page: Page) =>
  expect
    .poll(() => text(page).evaluate((node) => node.contains(node.ownerDocument.activeElement)), { timeout: PATIENCE })
    .toBe(true);

async function words(desk: Desk, item: string): Promise<string> {
  const { body } = (await desk.client.records.read({ id: minutesOf(item) })).body;
  return isJsonObject(body) ? plainText(body) : '';
}

it('minutes are written while the room works, approved, locked, opened again, printed, and the first paper of the next meeting', async () => {
  const desk = await anExerciseDesk();
  const { page, client } = desk;
  const meetings = await client.records.list({ kind: 'meeting' });
  const [past, next] = [7, 8].map((number) => meetings.find(({ body }) => body.number === number)?.id ?? '');
  const items = await client.records.list({ kind: 'agendaItem' });
  const item = (number: number) => items.find(({ body }) => body.meeting === past && body.number === number)?.id ?? '';

  // Begun and written by keyboard alone; what was typed is kept by locking in the middle of it.
  await page.goto(`${desk.host.url}/#/meetings/${past}?tab=minutes`);
  await page.reload();
  await button(page, 'Begin the minutes').press('Enter');
  await text(page).waitFor();
  await inText(page);
  await page.keyboard.press('Control+Alt+T');
  await page.getByRole('heading', { name: 'Actions' }).waitFor();
  await page.keyboard.type('The Chair opened the meeting. ');
  await page.keyboard.press('Control+Alt+S');
  await page.getByRole('menuitem', { name: 'Avaria' }).click();
  await text(page).getByText('Avaria').waitFor();
  await inText(page);
  await page.keyboard.type('thanked the hosts.');
  await button(page, 'Lock').click();
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await button(page, 'Unlock').click();
  await text(page).getByText('thanked the hosts.').waitFor();
  expect(await words(desk, item(1))).toContain('The Chair opened the meeting. Avaria thanked the hosts.');
  await takePicture(page, 'minutes-written');

  // The next item by key. Under the Chatham House Rule nobody is named any more.
  await text(page).click();
  await page.keyboard.press('Control+Alt+PageDown');
  await page.keyboard.press('Control+Alt+PageDown');
  await page.getByRole('heading', { name: '3 What members can lend: experts, imagery, transport' }).waitFor();
  await text(page).getByText('could lend an interpreter').waitFor();
  await page.getByRole('radiogroup', { name: 'Who said what' }).getByText('Chatham House Rule').click();
  await button(page, 'Take 4 names out of the text').click();
  await text(page).getByText('One delegation could lend an interpreter').waitFor();
  await expect.poll(() => words(desk, item(3))).toContain('One delegation could lend an interpreter');

  // From the first item of the next meeting, which approves them all at once.
  await page.goto(`${desk.host.url}/#/meetings/${next}`);
  await page.reload();
  await page
    .getByRole('button', { name: /Opening, minutes of the seventh meeting/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Minutes: Seventh meeting of the Board' }).click();
  await button(page, 'Approve all…').click();
  await page.getByRole('button', { name: 'Approve the minutes of 4 items' }).click();
  await expect.poll(() => list(page).getByText('Approved').count()).toBe(4);
  await page.getByText('4 of 7 items approved').waitFor();
  await page.getByRole('link', { name: '1 Opening, minutes of the seventh meeting' }).waitFor();
  expect(await text(page).getAttribute('aria-readonly')).toBe('true');
  await expect(client.records.edit({ id: minutesOf(item(1)), changes: { status: 'draft' } })).rejects.toMatchObject({
    code: 'minutes.approved',
  });
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await takePicture(page, 'minutes-approved');

  // Opened again with a reason that stays to be read.
  await button(page, 'Open again…').click();
  await page.getByLabel('Why they are opened again').fill('Avaria was not the only one.');
  await button(page, 'Open again').click();
  await page.getByText('Avaria was not the only one.').waitFor();
  await expect.poll(() => text(page).getAttribute('aria-readonly')).toBe('false');

  // Printed for one organisation, and found by their words.
  await button(page, 'Print the minutes').click();
  await page.getByRole('combobox', { name: 'Items' }).click();
  await page.getByRole('option', { name: '3 What members can lend' }).click();
  await page.getByRole('heading', { name: '3. What members can lend' }).first().waitFor({ state: 'attached' });
  await takePicture(page, 'minutes-print');
  const { hits } = await client.library.search({ query: 'interpreter' });
  expect(hits.filter(({ kind }) => kind === 'minutes').map(({ homes }) => homes.map(({ kind }) => kind))).toEqual([
    ['meeting', 'agendaItem'],
  ]);
}, 240_000);
