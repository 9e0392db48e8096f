import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { outlineOf } from '../../domain/papers/outlines.ts';
import { plainText } from '../../domain/papers/plainText.ts';
import { anOpenDesk, takePicture } from '../helpers/aWindow.ts';

const prose = (page: Page): Locator => page.locator('[data-editor="body"] [role=textbox]').first();
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'About this record' });
const axe = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

it('a paper begins with its outline, which asks and is no text; what is written is held to its limit', async () => {
  const desk = await anOpenDesk();
  const { client } = desk;
  const page = await desk.window('/papers');
  await page.getByRole('button', { name: 'Add paper' }).first().click();
  const form = page.getByRole('form', { name: 'Add paper' });
  await form.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'Policy brief' }).click();
  await form.getByRole('textbox', { name: 'Title' }).fill('Brief on Karsenia');
  await page.keyboard.press('Enter');

  // The questions are shown, and stand in no text; the cursor is where the first is answered.
  const asked = prose(page).locator('p[data-asks]');
  await expect.poll(() => asked.count()).toBe(4);
  await page.locator('.ProseMirror:focus').waitFor();
  await page.keyboard.type('Two markets are closed.');
  await expect.poll(() => asked.count()).toBe(3);
  const [paper] = await client.records.list({ kind: 'paper' });
  const id = paper?.id ?? '';
  const said = async () => plainText((await client.records.read({ id })).body.body);
  const [issue] = outlineOf('policyBrief');
  await expect.poll(said).toContain('Two markets are closed.');
  expect(await said()).not.toContain(issue?.asks.en ?? '-');

  // By key to a section that is empty.
  await panel(page).getByRole('tab', { name: 'Outline' }).click();
  await panel(page).getByText('3 sections are empty, none is missing.').waitFor();
  await panel(page)
    .getByRole('button', { name: /^Options/ })
    .focus();
  await page.keyboard.press('Enter');
  await page.locator('.ProseMirror:focus').waitFor();
  await page.keyboard.insertText('word '.repeat(720));
  await panel(page).getByText('Too long: 6 minutes of 5.').waitFor();
  await panel(page).getByText('2 sections are empty').waitFor();
  await takePicture(page, 'writing-outline');
  await axe(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await takePicture(page, 'writing-outline-dark');
  await axe(page);

  // A word that the list asks not to use, and one that no dictionary has: each told by its line, and set right by key.
  await page.emulateMedia({ colorScheme: 'light' });
  const term = { use: 'armed group', instead: ['insurgent'], language: 'en', scope: 'everywhere' };
  await client.records.create({ kind: 'term', body: { ...term, why: 'The Board takes no side.' } });
  await panel(page)
    .getByRole('button', { name: /^What is advised/ })
    .click();
  await page.keyboard.type('Insurgents recieved arms at the harbour.');
  await prose(page).locator('[data-term]').filter({ hasText: 'Insurgents' }).waitFor();
  await prose(page).locator('[data-misspelt]').filter({ hasText: 'recieved' }).waitFor();
  await panel(page).getByText('1 place to look at').waitFor();
  await takePicture(page, 'writing-words');
  await panel(page).getByRole('button', { name: 'Insurgents' }).click();
  await page.keyboard.press('Control+Alt+w');
  await page.getByRole('menuitem', { name: 'Use “Armed groups”' }).and(page.locator(':focus')).waitFor();
  await axe(page);
  await page.keyboard.press('Enter');
  await expect.poll(said).toContain('Armed groups recieved');
  const slip = prose(page).locator('[data-misspelt]').filter({ hasText: 'recieved' });
  await slip.click({ button: 'right' });
  await takePicture(page, 'writing-suggestions');
  await page.getByRole('menuitem', { name: 'received', exact: true }).click();
  await expect.poll(said).toContain('Armed groups received arms');
  await page.keyboard.press('Control+z');
  await slip.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Add to my words' }).click();
  await slip.waitFor({ state: 'detached' });
  expect(await client.preferences.read({})).toMatchObject({ 'spelling/words': ['recieved'] });
  expect(JSON.stringify(await client.records.list({}))).not.toContain('spelling/words');

  // The list itself, and its print.
  await page.goto(`${desk.host.url}/#/wording?tab=term`);
  await page.reload();
  await page.getByRole('row', { name: /armed group/ }).waitFor();
  await axe(page);
  await page.getByRole('button', { name: 'Print…' }).click();
  await page.getByRole('heading', { level: 1, name: 'Print the agreed wording' }).waitFor();
  await page.locator('canvas').first().waitFor();
  await takePicture(page, 'wording-print');
});
