import { dirname } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { editRecord } from '../../core/records/editRecord.ts';
import { shareDrafts } from '../../core/records/shareDrafts.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { own } from '../../domain/records/own.ts';
import { aDocument, aPaper, aSession, deliver } from '../helpers/aSession.ts';
import { PASSPHRASE } from '../helpers/aVault.ts';
import { aDesk, anOpenDesk, type Desk, takePicture } from '../helpers/aWindow.ts';

const field = (page: Page, name: string): Locator => page.locator(`[data-field="${name}"]`);
const input = (page: Page, name: string): Locator => field(page, name).locator('input').first();
/** A page behind another one draws nothing and takes no keys. */
const inFront = async (page: Page): Promise<Page> => {
  await page.bringToFront();
  return page;
};
const inVault = async (desk: Desk, id: RecordId, name: string) =>
  own((await desk.client.records.read({ id })).body, name);

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('[data-form]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

/** A paper that two capitals changed apart, in the vault of one of them. */
async function aDeskWithConflict(): Promise<{ desk: Desk; id: RecordId }> {
  const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
  const { id } = aPaper(here, {
    title: 'Update',
    due: '2027-06-30',
    body: aDocument('Governments should offer the radio regulator equipment and training.', 'Trade goes on.'),
  });
  deliver(here, there, 'b1');
  editRecord(here, id, {
    due: '2027-05-15',
    body: aDocument('Governments should offer the radio regulator training and linguists.', 'Trade goes on.'),
  });
  editRecord(there, id, {
    due: '2027-09-30',
    body: aDocument('Governments are invited to offer the radio regulator equipment and training.', 'Trade goes on.'),
  });
  shareDrafts(here, 'all');
  deliver(there, here, 'b2');
  here.vault.close();
  const desk = await aDesk({ vaults: dirname(here.folder) });
  await desk.client.vault.unlock({ folder: here.folder, passphrase: PASSPHRASE });
  return { desk, id };
}

describe('a form', () => {
  it('saves what is typed without a button, keeps what does not fit, and has everything after a restart', async () => {
    const desk = await anOpenDesk();
    const { id: organisation } = await desk.client.records.create({
      kind: 'organisation',
      body: { name: 'Kingdom of Northmark', shortName: 'Northmark', type: 'state' },
    });
    const { id } = await desk.client.records.create({ kind: 'meeting', body: { title: 'Eighth meeting' } });
    const page = await desk.window(`/library/${id}`);

    await input(page, 'title').fill('Eighth meeting of the board');
    await expect.poll(() => inVault(desk, id, 'title')).toBe('Eighth meeting of the board');
    await page.getByText('Saved', { exact: true }).waitFor();

    await input(page, 'starts').fill('11 mars 2027');
    await input(page, 'starts').press('Enter');
    await expect.poll(() => inVault(desk, id, 'starts')).toBe('2027-03-11');
    await input(page, 'starts').blur();
    expect(await input(page, 'starts').inputValue()).toBe('Thursday 11 March 2027');
    await field(page, 'ends').getByRole('button').click();
    await page.getByRole('button', { name: 'Friday 12 March 2027', exact: true }).waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await input(page, 'ends').fill('Friday 11 March 2027');
    await input(page, 'ends').blur();
    await field(page, 'ends').getByRole('alert').waitFor();
    expect(await field(page, 'ends').getByRole('alert').textContent()).toContain('Thursday 11 March 2027');
    expect(await input(page, 'ends').inputValue()).toBe('Friday 11 March 2027');
    expect(await inVault(desk, id, 'ends')).toBeUndefined();
    await takePicture(page, 'form-fault');
    await accessible(page);

    await input(page, 'zone').fill('madrid');
    await page.getByRole('option').first().click();
    await expect.poll(() => inVault(desk, id, 'zone')).toBe('Europe/Madrid');
    await input(page, 'chair').fill('North');
    await page.getByRole('option', { name: /Northmark/ }).click();
    await expect.poll(() => inVault(desk, id, 'chair')).toBe(organisation);
    await input(page, 'number').fill('0');
    await input(page, 'number').press('Tab');
    expect(await field(page, 'number').getByRole('alert').textContent()).toContain('The least possible is 1.');

    // Outside of text fields, undo takes back one visit to a field at a time.
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => inVault(desk, id, 'chair')).toBeUndefined();

    // Leaving the page and locking save what the pause has not.
    await input(page, 'venue').pressSequentially('Assembly House');
    await page.keyboard.press('Control+Shift+l');
    await expect.poll(async () => (await desk.client.vault.status({})).state).toBe('locked');
    const again = await desk.restart();
    const [vault] = (await again.client.vault.places({})).vaults;
    await again.client.vault.unlock({ folder: vault?.folder ?? '', passphrase: PASSPHRASE });
    const other = await again.window(`/library/${id}`);
    await expect.poll(() => input(other, 'venue').inputValue()).toBe('Assembly House');
    expect(await input(other, 'title').inputValue()).toBe('Eighth meeting of the board');
    expect(await input(other, 'zone').inputValue()).toContain('Madrid (UTC');
  });

  it('joins what two windows type, and asks where both changed the same', async () => {
    const desk = await anOpenDesk();
    const { id } = await desk.client.records.create({
      kind: 'organisation',
      body: { name: 'Northmark', type: 'state', notes: aDocument('First.', 'Second.') },
    });
    const [one, two] = [await desk.window(`/people/${id}`), await desk.window(`/people/${id}`)];
    const notes = (page: Page) => field(page, 'notes').getByRole('textbox');

    await input(await inFront(two), 'name').waitFor();
    await input(await inFront(one), 'name').press('End');
    await input(one, 'name').pressSequentially(' Republic');
    await input(await inFront(two), 'city').fill('Norhaven');
    await input(two, 'city').blur();
    await expect.poll(() => input(one, 'city').inputValue()).toBe('Norhaven');
    expect(await input(one, 'name').inputValue()).toBe('Northmark Republic');

    await notes(await inFront(one))
      .getByText('First.')
      .click();
    await one.keyboard.press('End');
    await one.keyboard.type(' From one.');
    await notes(await inFront(two))
      .getByText('Second.')
      .click();
    await two.keyboard.press('End');
    await two.keyboard.type(' From two.');
    await expect.poll(() => inVault(desk, id, 'notes')).toEqual(aDocument('First. From one.', 'Second. From two.'));
    await notes(one).blur();
    await expect.poll(() => notes(one).textContent()).toContain('From two.');

    await input(await inFront(one), 'shortName').pressSequentially('North');
    await expect.poll(() => input(two, 'shortName').inputValue()).toBe('North');
    await input(await inFront(two), 'shortName').fill('Norden');
    await input(two, 'shortName').blur();
    await expect.poll(() => inVault(desk, id, 'shortName')).toBe('Norden');
    await inFront(one);
    await one.keyboard.type('mark');
    const asked = field(one, 'shortName').getByRole('alert');
    await asked.waitFor();
    expect(await input(one, 'shortName').inputValue()).toBe('Northmark');
    await takePicture(one, 'form-two-windows');
    await accessible(one);
    await asked.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(() => inVault(desk, id, 'shortName')).toBe('Northmark');
    await expect.poll(() => input(two, 'shortName').inputValue()).toBe('Northmark');
  });

  it('asks a conflict in its place and applies all answers at once', async () => {
    const { desk, id } = await aDeskWithConflict();
    const page = await desk.window(`/library/${id}`);
    const apply = page.getByRole('button', { name: 'Apply the answers' });
    await page.getByText('2 of 2 questions are open.').waitFor();
    expect(await apply.isDisabled()).toBe(true);
    expect(await input(page, 'title').getAttribute('readonly')).not.toBeNull();

    await field(page, 'due')
      .getByRole('radio', { name: /^Theirs/ })
      .check();
    await page.getByText('1 of 2 questions is open.').waitFor();
    await field(page, 'body').getByRole('radio', { name: 'Write the result' }).check();
    const text = field(page, 'body').getByRole('textbox');
    await text.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Governments are invited to offer training and linguists.');
    expect(await text.textContent()).toBe('Governments are invited to offer training and linguists.');
    await takePicture(page, 'form-conflict');
    await accessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await takePicture(page, 'form-conflict-dark');
    await accessible(page);
    await apply.click();
    await expect.poll(async () => (await desk.client.records.read({ id })).conflicted).toBe(false);
    expect(await inVault(desk, id, 'due')).toBe('2027-09-30');
    expect(await inVault(desk, id, 'body')).toEqual(
      aDocument('Governments are invited to offer training and linguists.', 'Trade goes on.'),
    );
    await field(page, 'due').locator('input').first().waitFor();

    await desk.client.records.remove({ id, reason: 'Twice in the list' });
    await page.getByText('Twice in the list').waitFor();
    await takePicture(page, 'form-deleted');
    await page.getByRole('button', { name: 'Restore' }).click();
    await expect.poll(async () => (await desk.client.records.read({ id })).deleted).toBe(false);
  });
});
