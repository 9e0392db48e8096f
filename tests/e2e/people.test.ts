import { dirname } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { planRegularMeeting } from '../../core/meetings/planMeeting.ts';
import { createRecord } from '../../core/records/createRecord.ts';
import { aMember, aSession } from '../helpers/aSession.ts';
import { PASSPHRASE } from '../helpers/aVault.ts';
import { aDesk, takePicture } from '../helpers/aWindow.ts';
import { cutOff } from '../helpers/cutOff.ts';

async function sound(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  expect(await cutOff(page)).toEqual([]);
}

it('the people of a meeting are given seats, put in order, taken off, noted as present and found again, by keyboard alone', async () => {
  const here = await aSession('Secretariat', 'secretariat');
  const [north] = ['Northmark', 'Lowmere'].map((name) => aMember(here, name).id);
  createRecord(here, 'person', { name: 'Ilka Norrland', organisation: north ?? '', role: 'primaryRepresentative' });
  const body = createRecord(here, 'organisation', { name: 'Reed House', membership: 'invited', doNotName: true }).id;
  const { meeting } = planRegularMeeting(here, {
    title: 'Eighth meeting',
    symbol: 'CB/8',
    number: 8,
    starts: '2027-03-11',
    venue: 'Assembly House',
    city: 'Avanor',
    zone: 'Europe/Lisbon',
  });
  here.vault.close();
  let desk = await aDesk({ vaults: dirname(here.folder) });
  await desk.client.vault.unlock({ folder: here.folder, passphrase: PASSPHRASE });
  let page = await desk.window(`/meetings/${meeting}?tab=people`);
  const names = async () =>
    (await desk.client.meetings.people({ meeting })).seats.map((one) => one.person?.name ?? one.organisation?.name);
  const seat = (name: string) => page.locator('[data-seat]').filter({ hasText: name });

  // Nobody has a seat; all of the board are given one at once.
  await page.getByText('Nobody has a seat yet').waitFor();
  await page.getByRole('button', { name: 'Add all members of the board' }).press('Enter');
  await seat('Ilka Norrland').waitFor();
  expect(await names()).toEqual(['Lowmere', 'Ilka Norrland']);

  // A whole delegation goes up, and is where it was again.
  await seat('Ilka Norrland').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(names).toEqual(['Ilka Norrland', 'Lowmere']);
  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(['Lowmere', 'Ilka Norrland']);
  await seat('Ilka Norrland').focus();
  await page.keyboard.press('Delete');
  await expect.poll(names).toEqual(['Lowmere']);
  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(['Lowmere', 'Ilka Norrland']);

  // An invited body, with the reason; that it is not to be named is said beside it.
  await seat('Ilka Norrland').focus();
  await page.keyboard.press('n');
  const form = page.getByRole('form', { name: 'New seat' });
  await form.getByLabel('Organisation').fill('Reed');
  await page.getByRole('option', { name: /Reed House/ }).click();
  await form.getByLabel('Takes part as').click();
  await page.getByRole('option', { name: 'Invited body' }).click();
  await form.getByLabel('Why they are invited').fill('They keep the register of the river courts.');
  await form.getByRole('button', { name: 'Give a seat' }).click();
  const guests = page.getByRole('region', { name: 'Invited bodies and guests' });
  await guests.getByText('Not named beyond its own distribution').waitFor();
  await guests.getByText('They keep the register of the river courts.').waitFor();
  await takePicture(page, 'people');
  await sound(page);

  // Attendance: a letter for each, going down by itself; taken back like everything else.
  await page.getByRole('radio', { name: 'Attendance' }).press(' ');
  const cell = (row: number) => page.locator(`[data-attendance="${row} 0"]`);
  await cell(0).focus();
  for (const key of ['p', 'v', 'a']) await page.keyboard.press(key);
  await expect.poll(() => cell(2).textContent()).toBe('Absent');
  expect(await Promise.all([0, 1].map((row) => cell(row).textContent()))).toEqual(['Present', 'By video link']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => cell(2).textContent()).toBe('–');
  await page.getByRole('button', { name: /All others were present, day 1, 09:00/ }).press('Enter');
  await expect.poll(() => cell(2).textContent()).toBe('Present');
  await takePicture(page, 'attendance');
  await sound(page);

  // All of it is there after a restart; of somebody who was deleted that is said in a sentence, in French too.
  const [person] = await desk.client.records.list({ kind: 'person' });
  if (person === undefined) throw new TypeError('There is nobody.');
  await desk.client.records.remove({ id: person.id, reason: 'By mistake' });
  await desk.client.records.remove({ id: body, reason: 'By mistake' });
  desk = await desk.restart();
  await desk.client.vault.unlock({ folder: here.folder, passphrase: PASSPHRASE });
  page = await desk.window(`/meetings/${meeting}?tab=people`);
  await expect.poll(() => cell(1).textContent()).toBe('By video link');
  await page.getByRole('radio', { name: 'Seats' }).press(' ');
  await seat('Ilka Norrland').getByText('The record of this person was deleted.').waitFor();
  await page.getByText('Reed House (deleted)').waitFor();
}, 180_000);
