import { dirname } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { createRecord } from '../../core/records/createRecord.ts';
import { editRecord } from '../../core/records/editRecord.ts';
import { cutDrafts } from '../../core/records/localCuts.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { aDocument, aMeeting, aMember, aPaper, aSession, deliver } from '../helpers/aSession.ts';
import { PASSPHRASE } from '../helpers/aVault.ts';
import { aDesk, type Desk, takePicture } from '../helpers/aWindow.ts';

/** Tavania's desk with a paper of its own that names a meeting, and one that Corvane shared. */
async function aDeskWithPapers(): Promise<{ desk: Desk; own: RecordId; theirs: RecordId; meeting: RecordId }> {
  const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
  for (const name of ['Tavania', 'Corvane', 'Lowmere']) aMember(there, name);
  const theirs = aPaper(there, { title: 'Trade routes' }).id;
  deliver(there, here, 'b1');
  createRecord(here, 'organisation', { name: 'Harbour Observatory', membership: 'none' });
  const meeting = aMeeting(here, { title: 'Eighth meeting' }).id;
  const own = aPaper(here, { title: 'Update', meeting, body: aDocument('Fuel was handed out.', 'Trade goes on.') }).id;
  cutDrafts(here, own);
  here.surroundings.move(60_000);
  editRecord(here, own, {
    title: 'Second update',
    body: aDocument('Fuel and radios were handed out.', 'Trade goes on.'),
  });
  here.vault.close();
  const desk = await aDesk({ vaults: dirname(here.folder) });
  await desk.client.vault.unlock({ folder: here.folder, passphrase: PASSPHRASE });
  return { desk, own, theirs, meeting };
}

async function accessible(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    const { violations } = await new AxeBuilder({ page }).include('aside').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
}

async function run(page: Page, action: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(action);
  // The first line; the last one offers to search the library for the same words.
  await page.getByRole('button', { name: action }).first().waitFor();
  await page.keyboard.press('Enter');
}

it('handling is tightened, taken back, and not loosened by those who did not write the record', async () => {
  const { desk, theirs } = await aDeskWithPapers();
  const page = await desk.window(`/library/${theirs}`);
  const handlingOf = async () => (await desk.client.records.read({ id: theirs })).handling;
  const panel = page.getByRole('tabpanel', { name: 'Handling' });

  await page.getByRole('tab', { name: 'Handling' }).click();
  await panel.getByText('To loosen it, ask Corvane, which wrote it.').waitFor();
  expect(await panel.getByRole('radio', { name: 'TLP:GREEN' }).isDisabled()).toBe(true);
  await panel.getByText('3 organisations hold it: Corvane, Lowmere, Tavania').waitFor();
  // The request is one act: a comment on the record, that can be taken back.
  await panel.getByRole('button', { name: 'Ask for it' }).focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => panel.getByRole('textbox', { name: 'Your request' }).inputValue())
    .toContain('To Corvane: please');
  await accessible(page);
  await takePicture(page, 'panel-asked');
  await panel.getByRole('button', { name: 'Ask Corvane' }).click();
  await panel.getByRole('textbox', { name: 'Your request' }).waitFor({ state: 'detached' });
  const asked = async () => (await desk.client.papers.notes({ record: theirs })).map(({ text }) => text);
  await expect.poll(asked).toEqual([expect.stringContaining('Trade routes')]);
  await panel.getByRole('button', { name: 'Ask for it' }).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(asked).toEqual([]);

  // Anyone may say until when, and take it back.
  await panel.getByRole('textbox', { name: 'To be deleted after' }).fill('12 May 2027');
  await expect.poll(async () => (await handlingOf()).expires).toBe('2027-05-12');
  await panel.getByRole('button', { name: 'Ask for it' }).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await handlingOf()).expires).toBeUndefined();

  await panel.getByRole('radio', { name: 'TLP:AMBER', exact: true }).focus();
  await page.keyboard.press('ArrowUp');
  await panel.getByText('Receivers may share it inside the one organisation').waitFor();
  await expect.poll(async () => (await handlingOf()).label).toBe('TLP:AMBER+STRICT');
  const afterUndo = async () => {
    await page.keyboard.press('Control+z');
    return handlingOf();
  };
  await expect.poll(afterUndo).toMatchObject({ label: 'TLP:AMBER', distribution: { to: 'board' } });

  await panel.getByRole('radio', { name: 'Those named' }).click();
  const organisations = panel.getByRole('combobox', { name: 'Organisations' });
  await organisations.fill('Lowm');
  await page.getByRole('option', { name: 'Lowmere' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(handlingOf).toMatchObject({ distribution: { organisations: { length: 2 } } });
  await organisations.fill('harbour');
  await page.getByRole('option', { name: 'Harbour Observatory' }).waitFor();
  await page.keyboard.press('Enter');
  await panel.getByRole('alert').getByText('Only the organisation that wrote it may widen who sees it.').waitFor();
  await panel.getByRole('alert').getByText('Ask Corvane.').waitFor();
  expect(await handlingOf()).toMatchObject({ distribution: { organisations: { length: 2 } } });
  await takePicture(page, 'panel-handling');

  // A copy whose last day has passed asks to be deleted, is kept with a reason, and goes when a person says so.
  await desk.client.records.edit({ id: theirs, expires: '2020-02-29' });
  const asks = panel.getByRole('alert').filter({ hasText: 'Its last day has passed' });
  await asks.getByRole('button', { name: 'Keep it…' }).click();
  await page.keyboard.type('A court has asked for it.');
  await page.keyboard.press('Enter');
  await asks.getByText('Kept: A court has asked for it.').waitFor();
  await accessible(page);
  await takePicture(page, 'panel-last-day');
  await asks.getByRole('button', { name: 'Delete this copy…' }).click();
  await asks.getByRole('button', { name: 'Delete the copy' }).click();
  await page.getByText(/^The copy of “.*” is deleted, in the backups of this vault too\.$/).waitFor();
  await expect(desk.client.records.read({ id: theirs })).rejects.toMatchObject({ code: 'record.missing' });
});

it('two versions are compared and one restored; a comment is made, answered and resolved; links lead there and back', async () => {
  const { desk, own, meeting } = await aDeskWithPapers();
  const page = await desk.window(`/library/${own}`);
  await page.getByRole('heading', { level: 1, name: 'Second update' }).waitFor();
  const titleIn = async () => (await desk.client.records.read({ id: own })).title;

  // By keyboard alone, from here to the end.
  await run(page, 'Show the history');
  await expect.poll(() => page.locator(':focus').textContent()).toBe('History');
  const history = page.getByRole('tabpanel', { name: 'History' });
  await history.getByRole('checkbox').nth(1).waitFor();
  const reach = async (name: string) => {
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab');
        return page.locator(':focus').textContent();
      })
      .toBe(name);
  };
  for (const index of [0, 1]) {
    await history.getByRole('checkbox').nth(index).focus();
    await page.keyboard.press('Space');
  }
  await reach('Compare');
  await page.keyboard.press('Enter');
  await history.getByRole('insertion').filter({ hasText: 'radios' }).waitFor();
  await history.getByRole('deletion').filter({ hasText: 'was' }).waitFor();
  await history.getByText('1 passage as before').waitFor();
  await accessible(page);
  await takePicture(page, 'panel-comparison');
  await page.keyboard.press('Enter');
  await history.getByRole('button', { name: 'Compare' }).waitFor();

  await history.getByRole('checkbox').nth(0).focus();
  await page.keyboard.press('Space');
  await reach('Restore this version');
  await page.keyboard.press('Enter');
  await page.getByText('Restored the version of').waitFor();
  expect(await titleIn()).toBe('Update');
  await page.keyboard.press('Control+z');
  await expect.poll(titleIn).toBe('Second update');

  await run(page, 'Show the comments');
  await page.getByRole('textbox', { name: 'Comment on this record' }).focus();
  await page.keyboard.type('Which district?');
  await page.keyboard.press('Control+Enter');
  const comments = page.getByRole('tabpanel', { name: 'Comments' });
  await comments.getByText('Which district?').last().waitFor();
  await comments.getByRole('button', { name: 'Answer' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('The northern one.');
  await page.keyboard.press('Control+Enter');
  await comments.getByRole('article').filter({ hasText: 'The northern one.' }).waitFor();
  await accessible(page);
  await takePicture(page, 'panel-comments');
  await comments.getByRole('button', { name: 'Resolve' }).focus();
  await page.keyboard.press('Enter');
  await comments.getByRole('button', { name: 'Show 1 resolved' }).waitFor();
  const made = await desk.client.records.list({ kind: 'comment' });
  expect(made.map(({ body }) => [body.text, body.resolved])).toEqual(
    expect.arrayContaining([
      ['Which district?', true],
      ['The northern one.', undefined],
    ]),
  );
  for (const { handling } of made)
    expect(handling).toMatchObject({ label: 'TLP:AMBER', distribution: { to: 'board' } });

  await run(page, 'Show the links');
  await expect.poll(() => page.locator(':focus').textContent()).toBe('Links');
  await page.getByRole('tabpanel', { name: 'Links' }).getByRole('link', { name: 'Eighth meeting' }).waitFor();
  await accessible(page);
  await reach('Eighth meeting');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Eighth meeting' }).waitFor();
  const used = page.getByRole('tabpanel', { name: 'Links' }).getByRole('region', { name: 'Where it is used' });
  await used.getByRole('link', { name: 'Second update' }).waitFor();
  await page.locator('body').press('Alt+ArrowLeft');
  await page.getByRole('heading', { level: 1, name: 'Second update' }).waitFor();
  expect((await desk.client.records.read({ id: meeting })).title).toContain('Eighth meeting');
});
