import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { SHARE_FORM } from '../../domain/vault/shares.ts';
import { aFolder, PASSPHRASE } from '../helpers/aVault.ts';
import { aDesk, anOpenDesk, type Desk, takePicture } from '../helpers/aWindow.ts';
import { keysIn } from '../helpers/printedKeys.ts';
import { readPdf } from '../helpers/readPdf.ts';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const shown = (page: Page, name: string) => heading(page, name).waitFor();

/** Everything that the page holds: its elements with their attributes, and what stands in fields. */
async function wordsOn(page: Page): Promise<string> {
  const typed = await page
    .locator('input, textarea')
    .evaluateAll((fields) => fields.map((field) => ('value' in field ? String(field.value) : '')));
  return [await page.content(), ...typed].join('\n');
}

async function expectNowhere(page: Page, secrets: readonly string[]): Promise<void> {
  const words = await wordsOn(page);
  expect(secrets.filter((secret) => words.includes(secret))).toEqual([]);
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** The groups of the recovery key as they are shown, the beginning not included. */
async function groupsShown(page: Page): Promise<string[]> {
  const lines = await page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem').allInnerTexts();
  return lines.slice(1).map((line) => line.split('\n').at(-1) ?? '');
}

/** The groups that are asked for, by their places from 1. */
async function groupsAsked(page: Page): Promise<number[]> {
  await shown(page, 'Is the sheet in your hand?');
  const labels = await page.locator('label', { hasText: /^Group \d+ of the sheet$/ }).allInnerTexts();
  return labels.map((label) => Number(/\d+/.exec(label)?.[0]));
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await button(page, 'Unlock').click();
}

/** Presses Tab until the name of what has the focus begins with this. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = page.locator(':focus');
  for (let presses = 0; presses < 40; presses++) {
    const [itself = ''] = (await focused.count()) > 0 ? (await focused.ariaSnapshot()).split('\n') : [];
    if (itself.includes(`"${name}`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${name}.`);
}

const isDark = (page: Page) => page.locator('html[data-mantine-color-scheme="dark"]').waitFor();

describe('a first start', () => {
  it('makes a desk by mouse, says what it is, and leaves no secret behind; lock and restart keep place and look', async () => {
    const desk = await aDesk();
    const { page } = desk;
    await shown(page, 'Your desk for the prevention of mass atrocities');
    await accessible(page);
    await takePicture(page, 'welcome');
    await button(page, /^Make my desk/).click();

    await shown(page, 'Your seat');
    await button(page, 'Continue').click();
    await page.getByText('Type your name.').waitFor();
    await page.getByLabel('Your name').fill('Ilse Varnholt');
    await page.getByLabel('Name of the organisation').fill('Republic of Tavania');
    await page.getByLabel('ISO code').fill('ca');
    await page.getByText('Canada', { exact: true }).waitFor();
    await page.getByRole('radio', { name: 'Secretariat' }).check();
    await page.getByLabel('Name of the Secretariat').fill('Secretariat of the Board');
    await accessible(page);
    await button(page, 'Continue').click();

    await shown(page, 'Your passphrase');
    await page.getByLabel('Passphrase', { exact: true }).fill('Ilse Varnholt 12');
    await page.getByText('Weak.').waitFor();
    await page.getByLabel('The same again').fill('Ilse Varnholt 13');
    await button(page, 'Make the vault').click();
    await page.getByText('The two are not the same.').waitFor();
    await button(page, 'Back').click();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ilse Varnholt');
    await button(page, 'Continue').click();
    expect(await page.getByLabel('Passphrase', { exact: true }).inputValue()).toBe('Ilse Varnholt 12');
    await button(page, 'Suggest five random words').click();
    await page.getByText('Strong.').waitFor();
    const passphrase = await page.getByLabel('Passphrase', { exact: true }).inputValue();
    expect(passphrase).toMatch(/^[a-z]{3,}( [a-z]{3,}){4}$/);
    await accessible(page);
    await button(page, 'Make the vault').click();

    await shown(page, 'Your recovery sheet');
    const groups = await groupsShown(page);
    expect(groups.join('')).toHaveLength(58);
    const [sheet] = await Promise.all([page.waitForEvent('download'), button(page, 'Save the sheet to print').click()]);
    expect(
      readFileSync(await sheet.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await accessible(page);
    await takePicture(page, 'recovery-sheet');
    await button(page, 'I have the sheet').click();
    const [first = 0, second = 0] = await groupsAsked(page);
    await page.getByLabel(`Group ${first} of the sheet`).fill('ZZZZZZ');
    await button(page, 'Confirm').click();
    await page.getByText('That is not what the sheet says.').waitFor();
    await page.getByLabel(`Group ${first} of the sheet`).fill(groups[first - 1]?.toLowerCase() ?? '');
    await page.getByLabel(`Group ${second} of the sheet`).fill(groups[second - 1] ?? '');
    await button(page, 'Confirm').click();

    await shown(page, 'Your card');
    expect((await desk.client.vault.status({})).recoveryConfirmed).toBe(true);
    const { card } = await desk.client.exchange.ownCard({});
    const digits = page.getByRole('list', { name: 'Digits of the card' }).getByRole('listitem');
    await digits.first().waitFor();
    expect((await digits.allInnerTexts()).join(' ')).toBe(card.digits);
    await expectNowhere(page, [passphrase, ...groups]);
    await button(page, 'Continue').click();

    await shown(page, 'Your desk is ready');
    await button(page, /^Start a network/).click();
    await page.getByLabel('Name of the network').fill('Board of the Quiet Harbours');
    await page.getByLabel('Short name').fill('Quiet Harbours');
    await page.getByLabel('Symbol of documents').fill('QH');
    await button(page, 'Start the network').click();
    await shown(page, 'The root of the network');
    await button(page, 'Later').click();
    await page.getByRole('banner').getByText('Board of the Quiet Harbours').waitFor();
    await expectNowhere(page, [passphrase, ...groups]);

    await page.getByRole('link', { name: 'People', exact: true }).click();
    await shown(page, 'People');
    await button(page, 'Lock').click();
    await shown(page, 'Unlock Secretariat of the Board');
    await expectNowhere(page, [passphrase, ...groups, 'Quiet Harbours', 'Ilse Varnholt']);
    await unlock(page, passphrase);
    await shown(page, 'People');
    await expectNowhere(page, [passphrase]);

    await page.keyboard.press('Control+,');
    await shown(page, 'Settings and vault');
    await accessible(page);
    await takePicture(page, 'settings');
    await page.getByText('Dark', { exact: true }).click();
    await isDark(page);
    await page.getByText('Français', { exact: true }).click();
    await shown(page, 'Réglages et coffre');
    await accessible(page);
    await takePicture(page, 'settings-dark-french');
    const { page: later } = await desk.restart();
    await later.getByLabel('Passphrase', { exact: true }).waitFor();
    await unlock(later, passphrase);
    await shown(later, 'Réglages et coffre');
    await isDark(later);
    expect(await later.locator('html').getAttribute('lang')).toBe('fr');
    await later.keyboard.press('Control+Shift+L');
    await shown(later, 'Déverrouiller Secretariat of the Board');
    await isDark(later);
  });

  it('goes by keyboard alone, from the first screen to the locked vault and back', async () => {
    const desk = await aDesk();
    const { page } = desk;
    const { keyboard } = page;
    await shown(page, 'Your desk for the prevention of mass atrocities');
    await tabTo(page, 'Make my desk');
    await keyboard.press('Enter');
    await shown(page, 'Your seat');
    await keyboard.type('Ilse Varnholt');
    await tabTo(page, 'Primary representative');
    await keyboard.press('ArrowDown');
    await tabTo(page, 'Name of the organisation');
    await keyboard.type('Republic of Tavania');
    await tabTo(page, 'ISO code');
    await keyboard.type('xx');
    await keyboard.press('Enter');
    await shown(page, 'Your passphrase');
    await keyboard.type(PASSPHRASE);
    await tabTo(page, 'The same again');
    await keyboard.type(PASSPHRASE);
    await keyboard.press('Enter');
    await shown(page, 'Your recovery sheet');
    const groups = await groupsShown(page);
    await tabTo(page, 'I have the sheet');
    await keyboard.press('Enter');
    const [first = 0, second = 0] = await groupsAsked(page);
    await keyboard.type(groups[first - 1] ?? '');
    await tabTo(page, `Group ${second} of the sheet`);
    await keyboard.type(groups[second - 1] ?? '');
    await keyboard.press('Enter');
    await shown(page, 'Your card');
    await keyboard.press('Enter');
    await shown(page, 'Your desk is ready');
    expect(await button(page, /^Start a network/).count()).toBe(0);
    await tabTo(page, 'Go to my desk');
    await keyboard.press('Enter');
    await page.getByRole('navigation').first().waitFor();
    expect((await desk.client.vault.status({})).installation).toMatchObject({
      name: 'Ilse Varnholt',
      organisationName: 'Republic of Tavania',
      role: 'member',
    });
    await keyboard.press('Control+Shift+L');
    await shown(page, 'Unlock Republic of Tavania');
    await keyboard.type(PASSPHRASE);
    await keyboard.press('Enter');
    await page.getByRole('navigation').first().waitFor();
    await keyboard.press('Control+k');
    await keyboard.type('Examine the vault');
    await keyboard.press('Enter');
    await shown(page, 'Settings and vault');
    await tabTo(page, 'Examine now');
    await keyboard.press('Enter');
    await page.getByText('All is well: everything was read and is as it was written.').waitFor();
  });
});

describe('a locked vault', () => {
  it('says what is wrong with a passphrase, and opens with its recovery sheet under a new one', async () => {
    const desk = await aDesk();
    const { page, client } = desk;
    const holder = (await client.vault.exerciseSeats({}))[0]?.holder;
    if (holder === undefined) throw new TypeError('The exercise has no seats.');
    const folder = join(desk.vaults, 'Tavania.amberdesk');
    const { recovery } = await client.vault.create({ folder, passphrase: PASSPHRASE, holder, workFactor: 10 });
    const shares = join(aFolder(), 'shares.pdf');
    await client.vault.printRecoverySheet({ recovery, file: shares, language: 'en', paper: 'a4', shares: true });
    await client.vault.lock({});
    await page.reload();

    await shown(page, 'Unlock Tavania');
    await accessible(page);
    await unlock(page, 'not what it was');
    await page.getByText('The passphrase is not right. Nothing was changed; try again.').waitFor();
    await accessible(page);

    await button(page, 'I have lost my passphrase').click();
    const [, ...groups] = recovery.groups;
    const key = page.getByLabel('Recovery key from the sheet');
    await key.fill(groups.with(3, groups[3]?.replace(/.$/, 'O') ?? '').join(' '));
    await page.getByText('Group 4: no key has O.').waitFor();
    await key.fill(` ${groups.join('  ').toLowerCase()} `);
    await page.getByText('All groups are right.').waitFor();
    await page.getByLabel('New passphrase').fill('another one for the vault');
    await page.getByLabel('The same again').fill('another one for the vault');
    await accessible(page);
    await button(page, 'Open the vault').click();
    await page.getByRole('navigation').first().waitFor();
    await expectNowhere(page, [...groups, ...groups.map((group) => group.toLowerCase()), 'another one for the vault']);

    await client.vault.lock({});
    await page.getByText('Locked in another window.').waitFor();
    await expect(client.vault.unlock({ folder, passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'vault.passphrase',
    });
    await unlock(page, 'another one for the vault');
    await page.getByRole('navigation').first().waitFor();

    // Or with two of its three shares; the same one twice opens nothing.
    await client.vault.lock({});
    await button(page, 'I have lost my passphrase').click();
    await page.getByText('two shares', { exact: true }).click();
    const [first = '', , third = ''] = keysIn((await readPdf(readFileSync(shares))).text, SHARE_FORM);
    await page.getByLabel('One share').fill(third);
    await page.getByLabel('Another share').fill(third);
    await page.getByLabel('New passphrase').fill('a third one for the vault');
    await page.getByLabel('The same again').fill('a third one for the vault');
    await button(page, 'Open the vault').click();
    await page.getByText(/^These two shares do not belong together/).waitFor();
    await accessible(page);
    await takePicture(page, 'recover-with-shares');
    await page.getByLabel('Another share').fill(first.toLowerCase());
    await button(page, 'Open the vault').click();
    await page.getByRole('navigation').first().waitFor();
  });

  it('is opened wherever its folder is, and the one that was unplugged is told from a wrong passphrase', async () => {
    const desk = await anOpenDesk();
    const { page } = desk;
    const elsewhere = join(aFolder(), 'Stick.amberdesk');
    await page.getByRole('navigation').first().waitFor();
    await desk.client.vault.lock({});
    renameSync(desk.folder, elsewhere);
    await shown(page, 'Unlock Tavania');
    await unlock(page, PASSPHRASE);
    await page.getByText('If it is on a disk or a stick, plug it in and look again.').waitFor();
    await button(page, 'Open a vault from elsewhere').click();
    await page.getByLabel('Folder').fill(desk.folder);
    await button(page, 'Continue').click();
    await page.getByText('There is no Amberdesk vault in that folder.').waitFor();
    await accessible(page);
    await page.getByLabel('Folder').fill(elsewhere);
    await button(page, 'Continue').click();
    await shown(page, 'Unlock Stick');
    await unlock(page, PASSPHRASE);
    await page.getByRole('navigation').first().waitFor();
    expect((await desk.client.vault.status({})).folder).toBe(elsewhere);
  });

  it('gets a new key where the passphrase may be known to others', async () => {
    const desk = await anOpenDesk();
    const { page } = desk;
    await page.getByRole('navigation').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('new key');
    await page.keyboard.press('Enter');
    await shown(page, 'The passphrase may be known to others');
    await accessible(page);
    await page.getByLabel('Present passphrase').fill('not what it was');
    await page.getByLabel('New passphrase').fill('another one for the vault');
    await page.getByLabel('The same again').fill('another one for the vault');
    await button(page, 'Give the vault a new key').click();
    await page.getByText('The passphrase is not right.').waitFor();
    await page.getByLabel('Present passphrase').fill(PASSPHRASE);
    await button(page, 'Give the vault a new key').click();
    await page.getByText('The vault has a new key. Unlock it with the new passphrase.').waitFor();
    await unlock(page, 'another one for the vault');
    await page.getByRole('navigation').first().waitFor();
  });

  it('has saved what was being typed', async () => {
    const desk = await anOpenDesk();
    const { page, client } = desk;
    const { id } = await client.records.create({ kind: 'meeting', body: { title: 'Eighth meeting' } });
    const window = await desk.window(`/library/${id}`);
    const title = window.locator('[data-field="title"] input').first();
    await title.fill('Ninth meeting');
    await window.keyboard.press('Control+Shift+L');
    await shown(window, 'Unlock Tavania');
    await page.bringToFront();
    await page.getByText('Locked in another window.').waitFor();
    await unlock(page, PASSPHRASE);
    await page.getByRole('navigation').first().waitFor();
    await window.bringToFront();
    await title.waitFor();
    expect(await title.inputValue()).toBe('Ninth meeting');
  });
});

describe('the exercise', () => {
  it('is opened with one action, is marked, and is deleted once its name is typed', async () => {
    const desk = await aDesk();
    const { page } = desk;
    await button(page, /^Look at the exercise/).click();
    await page.getByText('These words open the exercise.').waitFor();
    const drawn = page.getByRole('status', { name: 'Passphrase of the exercise' });
    await expect.poll(() => drawn.textContent()).toMatch(/^[a-z]+( [a-z]+){4}$/);
    const passphrase = (await drawn.textContent()) ?? '';
    await accessible(page);
    await button(page, 'Open the exercise').click();
    await button(page, 'Cancel').waitFor();
    await page.getByRole('banner').getByText('EXERCISE', { exact: true }).waitFor({ timeout: 60_000 });
    await expectNowhere(page, [passphrase]);
    const { folder, network } = await desk.client.vault.status({});
    if (folder === undefined || network === undefined) throw new TypeError('The exercise is not open.');

    await page.keyboard.press('Control+,');
    const remove = button(page, 'Delete the exercise');
    await remove.waitFor();
    expect(await remove.isDisabled()).toBe(true);
    await page.getByLabel(`To delete it, type its name: ${network.name}`).fill(network.name);
    await remove.click();
    await shown(page, 'Your desk for the prevention of mass atrocities');
    expect(existsSync(folder)).toBe(false);
  });
});

describe('a page that stops working', () => {
  it('says so in its place, keeps the rest of the window, and can be opened again', async () => {
    const desk: Desk = await anOpenDesk();
    const { page } = desk;
    await desk.client.vault.backup({});
    await page.getByRole('navigation').first().waitFor();
    await page.evaluate(`
      window.formatted = Intl.NumberFormat;
      Intl.NumberFormat = function () { throw new RangeError('This browser cannot format numbers.'); };
    `);
    await page.keyboard.press('Control+,');
    await shown(page, 'This page stopped working');
    await page.getByText('Everything that was saved is safe.').waitFor();
    await page.getByRole('link', { name: 'Desk' }).waitFor();
    await accessible(page);
    await page.evaluate('Intl.NumberFormat = window.formatted');
    await button(page, 'Open the page again').click();
    await shown(page, 'Settings and vault');
  });
});
