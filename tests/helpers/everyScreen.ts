import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { PASSPHRASE } from './aVault.ts';
import type { Desk } from './aWindow.ts';
import { directoryScreens } from './directoryScreens.ts';
import { exchangeScreens } from './exchangeScreens.ts';
import { openExerciseVault } from './exerciseVault.ts';
import { screensOfPapers } from './screensOfPapers.ts';

/** How long a screen may take on a machine with much to do. */
export const PATIENCE = 90_000;

/**
 * Leads the first window of a desk without a vault through the screens before and around the places, in English, and
 * gives the name of each when it stands there. What is done with it in between must leave it as it was.
 */
export async function* screensOfTheFrame(desk: Desk): AsyncGenerator<string> {
  desk.page.setDefaultTimeout(PATIENCE);
  yield* beforeTheFirstVault(desk);
  yield* emptyDesk(desk);
  yield* locked(desk);
  await openExercise(desk);
  yield* register(desk);
  yield* records(desk);
  yield* window(desk);
  yield* settings(desk);
  yield* whatWentWrong(desk);
}

/** The same for the places, with the exercise in them. */
export async function* screensOfThePlaces(desk: Desk): AsyncGenerator<string> {
  desk.page.setDefaultTimeout(PATIENCE);
  await openExercise(desk);
  yield* places(desk);
  yield* meetings(desk);
  yield* print(desk);
  yield* screensOfPapers(desk, (address) => go(desk, address));
  yield* exchangeScreens(desk, (address) => go(desk, address));
  yield* directoryScreens(desk, (address) => go(desk, address));
}

async function* beforeTheFirstVault({ page }: Desk): AsyncGenerator<string> {
  await heading(page, 'Your desk for the prevention of mass atrocities').waitFor();
  yield 'welcome';
  await button(page, /^Open a vault from elsewhere/).click();
  await button(page, 'Continue').click();
  await page.getByRole('alert').waitFor();
  yield 'elsewhere';
  await button(page, 'Back').click();
  await button(page, /^Look at the exercise/).click();
  await page
    .getByLabel('Passphrase of the exercise')
    .getByText(/\w+ \w+/)
    .waitFor();
  yield 'exercise-start';
  await button(page, 'Back').click();
  await button(page, /^Make my desk/).click();
  await button(page, 'Continue').click();
  await page.getByText('Type your name.').waitFor();
  yield 'first-seat';
  await page.getByLabel('Your name').fill('Annelise Quorne');
  await page.getByLabel('Secretariat', { exact: true }).check();
  await page.getByLabel('Name of the Secretariat').fill('Meridian Secretariat');
  await button(page, 'Continue').click();
  await button(page, 'Suggest five random words').click();
  await page.getByText('Strong.').waitFor();
  yield 'first-passphrase';
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE);
  await page.getByLabel('The same again').fill(PASSPHRASE);
  await button(page, 'Make the vault').click();
  await heading(page, 'Your recovery sheet').waitFor();
  yield 'first-sheet';
  await button(page, 'I have the sheet').click();
  await button(page, 'Confirm').click();
  await page.getByText('That is not what the sheet says.').waitFor();
  yield 'first-confirm';
  await button(page, 'Later').click();
  await page.getByLabel('Digits of the card').getByRole('listitem').first().waitFor();
  yield 'first-card';
  await button(page, 'Continue').click();
  await heading(page, 'Your desk is ready').waitFor();
  yield 'first-begin';
  await button(page, /^Start a network/).click();
  await button(page, 'Start the network').click();
  await page.getByText('Type a short name.').waitFor();
  yield 'first-network';
  await button(page, 'Back').click();
  await button(page, /^Open a bundle/).click();
  await button(page, 'Choose a bundle').waitFor();
  yield 'first-bundle';
  await button(page, 'Back').click();
  await button(page, 'Go to my desk').click();
}

async function* emptyDesk({ page }: Desk): AsyncGenerator<string> {
  await heading2(page, 'First steps').waitFor();
  yield 'desk-empty';
  await button(page, 'Start the network').click();
  await heading(page, 'Start a network').waitFor();
  yield 'network-later';
  await button(page, 'Back').click();
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByText('No persons yet').waitFor();
  yield 'people-empty';
  await page.getByRole('tab', { name: 'Organisations' }).click();
  await page.getByText('No organisations yet').waitFor();
  yield 'organisations-empty';
}

async function* locked({ page, client }: Desk): AsyncGenerator<string> {
  await button(page, 'Lock').click();
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('not the passphrase');
  await button(page, 'Unlock').click();
  await page.getByText('The passphrase is not right.').waitFor();
  yield 'unlock';
  await button(page, 'I have lost my passphrase').click();
  await button(page, 'Open the vault').click();
  await page.getByText('Type all groups as they stand on the sheet.').waitFor();
  yield 'recover';
  await button(page, 'Back').click();
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE);
  await button(page, 'Unlock').click();
  await page.getByRole('navigation').first().waitFor();
  await client.vault.lock({});
  await page.getByText('Locked in another window.').waitFor();
  yield 'locked-elsewhere';
}

async function openExercise({ page, client, vaults }: Desk): Promise<void> {
  await openExerciseVault(client, join(vaults, 'Exercise.amberdesk'));
  await page.getByText('EXERCISE', { exact: true }).waitFor();
}

async function* places(desk: Desk): AsyncGenerator<string> {
  const { page } = desk;
  await go(desk, '/desk');
  await heading(page, /The 8th meeting/).waitFor();
  yield 'desk';
  await go(desk, '/library');
  await heading2(page, 'Everything that was ever written down here').waitFor();
  await page.getByRole('group', { name: 'Kind' }).waitFor();
  yield 'library';
  await page.getByRole('textbox', { name: 'Search the library' }).fill('karsenia');
  await page.getByRole('list', { name: 'Results' }).getByRole('link').first().focus();
  await page.getByRole('complementary', { name: 'About this record' }).getByRole('tabpanel').waitFor();
  yield 'library-found';
  await page.getByRole('textbox', { name: 'Search the library' }).fill('xylophone orchestra');
  await heading2(page, 'Nothing found').waitFor();
  yield 'library-nothing';
  await go(desk, '/people');
  await rows(page).first().waitFor();
  await page.getByRole('complementary').getByText('Label', { exact: true }).waitFor();
  yield 'people';
  await button(page, 'Add person').click();
  await page.getByRole('combobox', { name: 'Organisation' }).pressSequentially('nor');
  await page.getByRole('option').first().waitFor();
  yield 'people-add';
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Organisations' }).click();
  await rows(page).first().waitFor();
  yield 'organisations';
  await page.getByRole('tab', { name: 'Seats and cards' }).click();
  await page.getByRole('heading', { name: 'Our own card' }).waitFor();
  yield 'cards';
}

async function* meetings(desk: Desk): AsyncGenerator<string> {
  const { page, client } = desk;
  await go(desk, '/meetings');
  await rows(page).first().waitFor();
  yield 'meetings';
  await button(page, 'New meeting').click();
  await page.getByRole('form', { name: 'New meeting' }).getByLabel('Venue').waitFor();
  yield 'meeting-new';
  const [meeting] = await client.records.list({ kind: 'meeting' });
  await go(desk, `/meetings/${meeting?.id ?? ''}`);
  await button(page, /Deep-dive: Karsenia/).click();
  await page.getByRole('complementary').getByText('Dagny Ostrelle').waitFor();
  yield 'meeting-plan';
  await button(page, 'Change its fields').click();
  await page.getByRole('complementary').getByLabel('Title').waitFor();
  yield 'meeting-item-fields';
  await button(page, 'List').click();
  await page.getByRole('listitem').getByText('Deep-dive: Karsenia').first().waitFor();
  yield 'meeting-list';
  await button(page, 'Timetable').click();
  await button(page, 'Add').click();
  await page.getByRole('menuitem', { name: /New session/ }).click();
  await page.getByRole('form', { name: 'New session' }).waitFor();
  yield 'meeting-add';
  await page.keyboard.press('Escape');
  for (const tab of ['Papers', 'People', 'Minutes', 'Details']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await page.getByRole('main').getByRole('tabpanel').locator(':scope > *').first().waitFor();
    yield `meeting-${tab.toLowerCase()}`;
  }
  await go(desk, `/meetings/${meeting?.id ?? ''}/room`);
  await page.getByRole('region', { name: 'Clock' }).waitFor();
  await page.getByLabel('Private note on this item').waitFor();
  yield 'meeting-room';
}

async function* register(desk: Desk): AsyncGenerator<string> {
  const { page } = desk;
  await go(desk, '/people');
  await rows(page).first().waitFor();
  await button(page, 'Close the side panel').first().click();
  await button(page, 'Filter').click();
  await page.getByRole('menuitem', { name: 'Role' }).waitFor();
  yield 'register-filters';
  await page.getByRole('menuitem', { name: 'Role' }).click();
  await page.getByRole('checkbox', { name: /^Official/ }).check();
  await page.getByRole('checkbox', { name: /^Expert/ }).check();
  yield 'register-filter';
  await page.keyboard.press('Escape');
  await button(page, 'Saved filters').click();
  await page.getByLabel('Name of the filter').fill('Officials and experts');
  await button(page, 'Save').click();
  await button(page, 'Saved filters').click();
  await button(page, 'Officials and experts').waitFor();
  yield 'register-saved';
  await page.keyboard.press('Escape');
  await button(page, 'Columns').click();
  await page.getByRole('checkbox', { name: 'Portfolios' }).waitFor();
  yield 'register-columns';
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'Choose all' }).click();
  await button(page, 'Set a field…').click();
  await page.getByRole('combobox', { name: 'Field' }).waitFor();
  yield 'register-bulk';
  await page.keyboard.press('Escape');
  await page.getByLabel('Filter by words').fill('nobody has this name');
  await page.getByText('Nothing fits.').waitFor();
  yield 'register-nothing';
}

async function* records(desk: Desk): AsyncGenerator<string> {
  const { page } = desk;
  await go(desk, '/people');
  await button(page, 'Annelise Quorne').click();
  await page.getByRole('region', { name: 'Cards of this seat' }).getByText('A card holds').waitFor();
  await page.getByRole('complementary').getByText('Label', { exact: true }).waitFor();
  yield 'person';
  for (const tab of ['History', 'Links', 'Comments']) {
    await page.getByRole('complementary').getByRole('tab', { name: tab }).click();
    await page.getByRole('complementary').getByRole('tabpanel').locator(':scope > *').first().waitFor();
    yield `panel-${tab.toLowerCase()}`;
  }
  for (const kind of ['organisation', 'meeting', 'session', 'agendaItem', 'portion', 'annotation']) {
    await go(desk, await addressOfFirst(desk, kind));
    await page.getByRole('region', { name: 'Story' }).locator('time').first().waitFor();
    yield kind;
  }
}

async function* print(desk: Desk): AsyncGenerator<string> {
  const { page } = desk;
  for (const [what, kind] of [
    ['agenda', 'meeting'],
    ['paper', 'paper'],
  ] as const) {
    const id = (await addressOfFirst(desk, kind)).split('/').at(-1);
    await go(desk, `/print/${what}/${id}`);
    await page.locator('[data-page="1"][data-drawn="true"]').waitFor();
    yield `print-${what}`;
  }
}

async function* window(desk: Desk): AsyncGenerator<string> {
  const { page } = desk;
  await go(desk, '/desk');
  await heading(page, /The 8th meeting/).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Search everything or type a command').last().waitFor();
  yield 'palette';
  await page.keyboard.type('karsenia');
  await page
    .getByText(/Deep-dive/)
    .last()
    .waitFor();
  yield 'palette-search';
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog').getByText('Ctrl K').first().waitFor();
  yield 'shortcuts';
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await go(desk, '/gallery');
  await heading(page, 'Parts').waitFor();
  await page.getByRole('region', { name: 'Story' }).locator('time').first().waitFor();
  yield 'gallery';
}

async function* settings(desk: Desk): AsyncGenerator<string> {
  const { page } = desk;
  await go(desk, '/settings');
  await heading(page, 'Settings and vault').waitFor();
  yield 'settings';
  await button(page, 'Change the passphrase').click();
  yield 'settings-passphrase';
  await button(page, 'Make a new sheet').click();
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE);
  await button(page, 'Make a new sheet').click();
  await page.getByRole('list', { name: 'Recovery key' }).waitFor();
  yield 'settings-recovery';
  await button(page, 'Make a backup now').click();
  await page.getByText('The backup is made').first().waitFor();
  await button(page, 'Examine now').click();
  await page.getByText('All is well').waitFor();
  yield 'settings-vault';
  await button(page, 'Restore a backup').click();
  await heading(page, /^Restore/).waitFor();
  yield 'restore';
  await button(page, 'Back').click();
  await button(page, 'Give the vault a new key').click();
  await heading(page, 'The passphrase may be known to others').waitFor();
  yield 'new-key';
  await button(page, 'Back').click();
}

async function* whatWentWrong(desk: Desk): AsyncGenerator<string> {
  const { page } = desk;
  await go(desk, '/library/00000000-0000-4000-8000-000000000000');
  await heading(page, 'Not here').waitFor();
  yield 'not-here';
  await page.evaluate(`
    window.formatted = Intl.NumberFormat;
    Intl.NumberFormat = function () { throw new RangeError('This browser cannot format numbers.'); };
  `);
  await page.keyboard.press('Control+,');
  await heading(page, 'This page stopped working').waitFor();
  await page.evaluate('Intl.NumberFormat = window.formatted');
  yield 'stopped-working';
}

/** Opens an address in the same window, anew. */
async function go({ page, host }: Desk, address: string): Promise<void> {
  await page.goto(`${host.url}/#${address}`);
  await page.reload();
}

async function addressOfFirst({ client }: Desk, kind: string): Promise<string> {
  const { rows: found } = await client.records.register({
    kinds: [kind],
    columns: [],
    filters: [],
    sort: [{ column: '$updated', descending: true }],
    offset: 0,
    limit: 1,
  });
  return `${kind === 'organisation' ? '/people' : '/library'}/${found[0]?.id ?? ''}`;
}

function heading(page: Page, name: string | RegExp): Locator {
  return page.getByRole('heading', { name, level: 1 });
}

function heading2(page: Page, name: string): Locator {
  return page.getByRole('heading', { name, level: 2 });
}

function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
}

function rows(page: Page): Locator {
  return page.getByRole('grid').getByRole('row', { selected: false });
}
