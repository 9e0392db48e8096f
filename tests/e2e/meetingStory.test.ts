import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import type { Client } from '../../contract/client.ts';
import { minutesOf } from '../../domain/minutes/minutesOf.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import { anExerciseDesk, takePicture } from '../helpers/aWindow.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';
import { newMeeting } from '../helpers/newMeeting.ts';
import { aCapitalWithoutWindow, meetOnce, sealFor, take } from '../helpers/twoDesks.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
/** On a busy machine, too. */
const patiently = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: PATIENCE });
const DECIDED = 'The Board sends two observers to Dour before the vote.';
const RESERVED = 'Northmark takes part without a mandate of its own.';

it('a regular meeting goes its whole way: planned, held, minuted, decided in writing with a reservation, and carried over to the next', async () => {
  const office = await anExerciseDesk();
  const { page, client } = office;
  page.setDefaultTimeout(PATIENCE);
  const northmark = await aCapitalWithoutWindow('northmark');
  const avaria = await aCapitalWithoutWindow('avaria');
  for (const capital of [northmark, avaria]) await meetOnce(client, capital);

  // A new regular meeting with the plan of the last one; every member has a seat; both capitals have it.
  const ninth = await newMeeting(office, 'Eighth meeting of the Board', '9th regular meeting');
  await page.getByRole('tab', { name: /^People/ }).click();
  await button(page, 'Add all members of the board').click();
  const seats = async () => (await client.meetings.people({ meeting: ninth })).seats.length;
  await patiently(seats).toBeGreaterThan(5);
  const dossier = await sealFor(office, { of: 'everything' }, 'dossier');
  for (const capital of [northmark, avaria]) await take(capital, dossier);

  // It is held: the first item is concluded, the second adjourned.
  const plan = async () => (await client.meetings.timetable({ meeting: ninth })).sessions.flatMap(({ items }) => items);
  const [opening, dive] = (await plan()).filter(({ type }) => type === 'item');
  if (opening === undefined || dive === undefined) throw new TypeError('The plan has no items.');
  const outcome = async (item: RecordId) => (await client.records.read({ id: item })).body.outcome;
  const { body } = await client.records.read({ id: ninth });
  const room = await office.context.newPage();
  room.setDefaultTimeout(PATIENCE);
  await room.clock.setFixedTime(new Date(`${text(body.starts)}T10:05:00Z`));
  await room.goto(`${office.host.url}/#/meetings/${ninth}/room`);
  const keys = room.getByRole('region', { name: 'Running order and its keys' });
  const clock = room.getByRole('region', { name: 'Clock' });
  await clock.getByText('Nothing is under way.').waitFor();
  const isUnderWay = (title: string) => keys.locator('li').filter({ hasText: title }).getByText('under way');
  await keys.focus();
  await room.keyboard.press('n');
  await isUnderWay(opening.title).waitFor();
  await room.keyboard.press('n');
  await isUnderWay(dive.title).waitFor();
  await patiently(() => outcome(opening.item)).toBe('concluded');
  await room.keyboard.press('a');
  await patiently(() => outcome(dive.item)).toBe('adjourned');
  await room.close();
  await page.bringToFront();

  // Its minutes, with what was decided marked in them.
  await page.getByRole('tab', { name: /^Minutes/ }).click();
  await button(page, 'Begin the minutes').click();
  const minutes = page.getByRole('textbox', { name: 'Text', exact: true });
  await minutes.click();
  await page.keyboard.type(DECIDED);
  await minutes.getByText(DECIDED).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.keyboard.press('Shift+Home');
  await patiently(() => page.evaluate('String(getSelection())')).toBe(DECIDED);
  await page.keyboard.press('Control+Alt+D');
  const made = async () => (await which(client, 'decision', { meeting: ninth }))[0];
  await patiently(async () => text((await made())?.body.text)).toBe(DECIDED);
  await takePicture(page, 'story-minutes');
  const decision = (await made())?.id ?? '';

  // It is put up by silence for two members. One has nothing against it, the other reserves its position.
  await page.goto(`${office.host.url}/#/adoptions/new?meeting=${ninth}&records=${decision}`);
  await page.reload();
  await patiently(() => page.getByRole('checkbox', { checked: true }).count()).toBe(1);
  const members = page.getByRole('combobox', { name: 'Members who are asked' });
  for (const name of ['Northmark', 'Avaria']) {
    await members.fill(name);
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click();
  }
  await button(page, 'Put up').click();
  await page.getByText('Not known to have it: Avaria, Northmark.').waitFor();
  const [adoption] = await which(client, 'adoption', { meeting: ninth });
  if (adoption === undefined) throw new TypeError('Nothing was put up.');
  const notice = await sealFor(office, { of: 'everything' }, 'notice');
  for (const capital of [northmark, avaria]) await take(capital, notice);
  await northmark.adoption.answer({ adoption: adoption.id, says: 'reservation', words: RESERVED });
  await avaria.adoption.answer({ adoption: adoption.id, says: 'noObjection' });
  for (const capital of [northmark, avaria]) {
    await take(client, await sealFor({ client: capital }, { of: 'everything' }, 'contribution'));
  }
  await page.getByText(RESERVED).waitFor();
  await page.getByRole('combobox', { name: 'Result' }).click();
  await page.getByRole('option', { name: 'Adopted with reservations' }).click();
  await page.getByRole('textbox', { name: 'How the chair said so' }).fill('By telephone, at noon');
  await button(page, 'Record the result').click();
  await page.getByRole('status').filter({ hasText: 'Adopted with reservations' }).waitFor();
  await takePicture(page, 'story-adopted');

  // The minutes are approved, and locked.
  await page.goto(`${office.host.url}/#/meetings/${ninth}?tab=minutes`);
  await page.reload();
  await button(page, 'Approve all…').click();
  await button(page, 'Approve the minutes').last().click();
  await page.getByText(/^1 of \d+ items approved$/).waitFor();

  // The next one begins with its plan and its minutes, and goes on with what was adjourned.
  const tenth = await newMeeting(office, '9th regular meeting', '10th regular meeting');
  await page.locator('[data-item]').first().click();
  await page.getByRole('link', { name: 'Minutes: 9th regular meeting' }).waitFor();
  await page.keyboard.press('c');
  const carrying = page.getByRole('form', { name: 'Carry over' });
  await carrying.getByRole('checkbox', { name: dive.title }).waitFor();
  await takePicture(page, 'story-carry-over');
  await carrying.getByRole('button', { name: 'Carry over' }).click();
  const carried = async () => (await which(client, 'agendaItem', { meeting: tenth, continues: dive.item })).length;
  await patiently(carried).toBe(1);

  // Both capitals have all of it: what was decided and with which reservation, the minutes, and what is to come.
  const last = await sealFor(office, { of: 'everything' }, 'dossier');
  for (const capital of [northmark, avaria]) {
    await take(capital, last);
    const read = async (id: RecordId) => (await capital.records.read({ id })).body;
    expect(await read(adoption.id)).toMatchObject({ result: 'adoptedWithReservations' });
    const [decided] = await which(capital, 'decision', { meeting: ninth });
    expect(decided?.body).toMatchObject({ text: DECIDED, state: 'adopted' });
    const answers = await which(capital, 'answer', { adoption: adoption.id });
    expect(answers.map(({ body: answer }) => text(answer.words)).sort()).toEqual(['', RESERVED]);
    expect(await read(minutesOf(opening.item))).toMatchObject({ status: 'approved' });
    expect(await which(capital, 'agendaItem', { meeting: tenth, continues: dive.item })).toHaveLength(1);
    expect((await capital.records.counts({})).conflicted).toBe(0);
  }
}, 300_000);

/** The records of a kind that say this. */
async function which(client: Client, kind: string, says: Readonly<Record<string, string>>) {
  const all = await client.records.list({ kind, deleted: false });
  return all.filter(({ body }) => Object.entries(says).every(([field, value]) => body[field] === value));
}
