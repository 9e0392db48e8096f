import type { Locator, Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { PASSPHRASE } from '../helpers/aVault.ts';
import { anOpenDesk, type Desk } from '../helpers/aWindow.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string): Locator => page.locator(`[data-field="${name}"] input`).first();
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
/** The list as it is read, a line a record: what stands in the columns, the box for choosing not. */
const list = (page: Page): Promise<string[][]> =>
  page
    .getByRole('grid')
    .locator('[role=row][aria-selected]')
    .evaluateAll((rows) => rows.map((row) => [...row.children].slice(1).map((cell) => cell.textContent ?? '')));
const expectList = (page: Page, column = 0) =>
  expect.poll(async () => (await list(page)).map((row) => row[column]), { timeout: PATIENCE });

const titles = (page: Page): Promise<string[]> => page.locator('[role=columnheader] button').allInnerTexts();

/** A page behind another one draws nothing and takes no keys. */
async function inFront(page: Page): Promise<Page> {
  await page.bringToFront();
  return page;
}

async function add(page: Page, what: 'Add person' | 'Add organisation', name: string): Promise<void> {
  await button(page, what).first().click();
  const form = page.getByRole('form', { name: what });
  await form.getByLabel('Name').fill(name);
  await form.getByRole('button', { name: 'Add and open' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function unlock(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await button(page, 'Unlock').click();
}

/** Two windows on the same list of persons. */
async function twoWindows(): Promise<{ desk: Desk; one: Page; two: Page }> {
  const desk = await anOpenDesk({ program: '/usr/bin/chromium' });
  const [one, two] = [await desk.window('/people'), await desk.window('/people')];
  for (const page of [one, two]) page.setDefaultTimeout(PATIENCE);
  return { desk, one, two };
}

it('what is done in one window shows in the other; locked in one, both are locked, and open again where they were', async () => {
  const { desk, one, two } = await twoWindows();
  await two.getByText('No persons yet').waitFor();
  await add(await inFront(one), 'Add organisation', 'Kingdom of Northmark');
  await one.getByRole('link', { name: 'Organisations' }).click();
  await add(one, 'Add organisation', 'Republic of Avaria');
  await tab(await inFront(two), 'Organisations').click();
  await expectList(two).toEqual(['Kingdom of Northmark', 'Republic of Avaria']);
  await tab(two, 'Persons').click();
  await add(two, 'Add person', 'Ines Halvard');
  await field(two, 'organisation').fill('northm');
  await two.getByRole('option', { name: 'Kingdom of Northmark' }).click();

  await (await inFront(one)).getByRole('link', { name: 'People' }).click();
  await expectList(one).toEqual(['Ines Halvard']);
  await expectList(one, 1).toEqual(['Kingdom of Northmark']);
  await button(one, 'Ines Halvard').click();
  await field(one, 'function').fill('Envoy for prevention');
  await field(one, 'function').press('Enter');
  await expect.poll(() => field(two, 'function').inputValue(), { timeout: PATIENCE }).toBe('Envoy for prevention');
  // The record is in both; so is what it is called, where it is named.
  await field(await inFront(two), 'name').fill('Ines Halvard-Brenn');
  await field(two, 'name').press('Enter');
  await one.getByRole('heading', { level: 1, name: 'Ines Halvard-Brenn' }).waitFor();

  // Typed and not saved yet: locking saves it.
  await field(await inFront(one), 'function').fill('Special envoy');
  await one.keyboard.press('Control+Shift+L');
  await button(one, 'Unlock').waitFor();
  await two.getByText('Locked in another window.').waitFor();
  for (const page of [one, two]) expect(await page.content()).not.toContain('Halvard');
  await unlock(await inFront(two));
  for (const page of [one, two]) {
    await page.getByRole('heading', { level: 1, name: 'Ines Halvard-Brenn' }).waitFor();
    await expect.poll(() => field(page, 'function').inputValue(), { timeout: PATIENCE }).toBe('Special envoy');
  }

  // A new start opens where somebody last went.
  const again = await desk.restart();
  again.page.setDefaultTimeout(PATIENCE);
  await unlock(again.page);
  await again.page.getByRole('heading', { level: 1, name: 'Ines Halvard-Brenn' }).waitFor();
  expect(await field(again.page, 'function').inputValue()).toBe('Special envoy');
  await again.page.getByRole('link', { name: 'Desk' }).click();
  await again.page.getByRole('link', { name: 'Republic of Avaria' }).waitFor();
});

it('many are changed at once and brought back at once, in both windows; order, columns and saved filters are kept', async () => {
  const { desk, one, two } = await twoWindows();
  const PEOPLE = { 'Alva Brandt': 'expert', 'Bo Ravn': 'official', 'Cai Dorn': 'guest', 'Dag Ost': 'official' };
  for (const [name, role] of Object.entries(PEOPLE))
    await desk.client.records.create({ kind: 'person', body: { name, role } });
  await expectList(await inFront(two), 2).toEqual(['Expert', 'Official', 'Guest', 'Official']);

  await inFront(one);
  await one.getByRole('checkbox', { name: 'Choose Alva Brandt' }).check();
  await one.getByRole('checkbox', { name: 'Choose Cai Dorn' }).check();
  await button(one, 'Set a field…').click();
  await one.getByRole('combobox', { name: 'Field' }).click();
  await one.getByRole('option', { name: 'Role' }).click();
  await one.getByRole('combobox', { name: 'Role' }).click();
  await one.getByRole('option', { name: /^official$/i }).click();
  await button(one, 'Set it').click();
  for (const page of [one, two]) await expectList(page, 2).toEqual(['Official', 'Official', 'Official', 'Official']);
  await one.getByRole('grid').focus();
  await one.keyboard.press('Control+z');
  for (const page of [one, two]) await expectList(page, 2).toEqual(['Expert', 'Official', 'Guest', 'Official']);
  await one.keyboard.press('Delete');
  for (const page of [one, two]) await expectList(page).toEqual(['Bo Ravn', 'Dag Ost']);
  await one.keyboard.press('Control+z');
  for (const page of [one, two]) await expectList(page).toEqual(Object.keys(PEOPLE));

  await button(one, 'Filter').click();
  await one.getByRole('menuitem', { name: 'Role' }).click();
  await one.getByRole('checkbox', { name: /^Official/ }).check();
  await expectList(one).toEqual(['Bo Ravn', 'Dag Ost']);
  await one.keyboard.press('Escape');
  await button(one, 'Name').click();
  await expectList(one).toEqual(['Dag Ost', 'Bo Ravn']);
  await button(one, 'Saved filters').click();
  await one.getByLabel('Name of the filter').fill('Officials, from the end');
  await one.keyboard.press('Enter');
  await button(one, 'Show everything').click();
  await button(one, 'Columns').click();
  await one.getByRole('checkbox', { name: 'Organisation' }).click();
  await expect.poll(() => titles(one), { timeout: PATIENCE }).not.toContain('Organisation');
  await one.getByRole('checkbox', { name: 'Portfolios' }).click();
  await expect.poll(() => titles(one), { timeout: PATIENCE }).toContain('Portfolios');
  await button(one, 'Further left: Role').click();
  const columns = ['Name', 'Role', 'Function', 'Handling', 'Portfolios'];
  await expect.poll(() => titles(two), { timeout: PATIENCE }).toEqual(columns);

  const again = await desk.restart();
  const { page } = again;
  page.setDefaultTimeout(PATIENCE);
  await unlock(page);
  await page.getByRole('link', { name: 'People' }).click();
  await expectList(page).toEqual(Object.keys(PEOPLE).toReversed());
  expect(await titles(page)).toEqual(columns);
  await button(page, 'Name').click();
  await expectList(page).toEqual(Object.keys(PEOPLE));
  await button(page, 'Saved filters').click();
  await button(page, 'Officials, from the end').click();
  await expectList(page).toEqual(['Dag Ost', 'Bo Ravn']);
});
