import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { it } from 'vitest';
import { text } from '../../domain/records/text.ts';
import { anExerciseDesk, takePicture } from '../helpers/aWindow.ts';

it('a meeting is held: the clock tells and notes nothing by itself, items begin and end by keys, papers are two keys away', async () => {
  const desk = await anExerciseDesk();
  const { client } = desk;
  const meeting = (await client.records.list({ kind: 'meeting' })).find(({ body }) => body.symbol === 'CB/8');
  if (meeting === undefined) throw new TypeError('The exercise has its eighth meeting.');
  const itemAt = async (number: number) => {
    const { sessions } = await client.meetings.timetable({ meeting: meeting.id });
    const found = sessions.flatMap(({ items }) => items).find((item) => item.number === number);
    if (found === undefined) throw new TypeError(`There is an item ${number}.`);
    return found;
  };
  // The open morning of the second day, on the clock of the place: Lisbon is on UTC in March.
  const at = (page: typeof desk.page, time: string) => page.clock.setFixedTime(new Date(`2027-03-12T${time}Z`));
  const page = desk.page;
  await at(page, '08:57:00');
  await page.goto(`${desk.host.url}/#/meetings/${meeting.id}/room`);
  await page.reload();
  const room = page.getByRole('region', { name: 'Running order and its keys' });
  const clock = page.getByRole('region', { name: 'Clock' });
  await expect(clock).toContainText('08:57');
  await expect(clock).toContainText('Nothing is under way.');
  await expect(room).toContainText('Before the session');
  await expect(page.getByRole('complementary', { name: 'What is chosen' })).toContainText(
    'This part of our meeting is open',
  );

  // Late, and nothing is noted by that.
  await at(page, '09:12:00');
  await expect(clock).toContainText('12 min behind');
  await expect(clock).toContainText('Give back 12 min');
  expect((await itemAt(7)).began).toBeUndefined();

  await room.focus();
  await page.keyboard.press('n');
  await expect(clock).toContainText('The Board briefs invited organisations');
  await expect.poll(async () => (await itemAt(7)).began).toBe('2027-03-12T09:12:00Z');
  const underWay = (title: string) => room.locator('li').filter({ hasText: title }).getByText('under way');
  await underWay('The Board briefs invited').waitFor();
  await takePicture(page, 'room');

  // A wrong click is taken back.
  await page.keyboard.press('n');
  await expect.poll(async () => (await itemAt(7)).outcome).toBe('concluded');
  await underWay('Inputs: documentation').waitFor();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await itemAt(7)).ended).toBeUndefined();
  expect((await itemAt(8)).began).toBeUndefined();
  await underWay('The Board briefs invited').waitFor();
  await at(page, '09:41:00');
  await expect(clock).toContainText('29:00');
  await room.focus();
  await page.keyboard.press('a');
  await expect.poll(async () => (await itemAt(7)).outcome).toBe('adjourned');

  // Two keys to a paper, and back to where one was.
  await page.keyboard.press('p');
  await page.getByRole('list', { name: 'Papers by key' }).waitFor();
  await page.keyboard.press('1');
  await expect(page.getByRole('dialog').getByRole('article')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(room).toBeFocused();

  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  // For the chair, in a window of its own.
  const chair = await desk.context.newPage();
  await at(chair, '09:42:00');
  await chair.goto(`${desk.host.url}/#/meetings/${meeting.id}/chair`);
  await expect(chair.getByRole('heading', { level: 1 })).toContainText('Inputs: documentation centres');
  await expect(chair.getByRole('main')).toContainText('May I ask speakers to name no person and no place.');
  await takePicture(chair, 'room-chair');
  await chair.keyboard.press('n');
  await expect.poll(async () => (await itemAt(8)).began).toBe('2027-03-12T09:42:00Z');
  await expect(clock).toContainText('Inputs: documentation centres');

  // The wall of a closed session shows nothing in an open one; the open session's own window tells what time is left.
  const wall = await desk.context.newPage();
  await at(wall, '09:42:00');
  await wall.goto(`${desk.host.url}/#/meetings/${meeting.id}/wall`);
  await expect(wall.getByRole('heading', { level: 1, name: 'Open session' })).toBeVisible();
  await expect(wall.getByRole('main')).not.toContainText('Inputs');
  await wall.getByRole('button', { name: 'Open session' }).click();
  await expect(wall.getByRole('timer')).toHaveText('65:00 left');
  await takePicture(wall, 'room-open');
  const released = await client.openSession.read({});
  expect(released.underWay?.ends).toBe('2027-03-12T10:47:00Z');
  expect(JSON.stringify(released)).not.toContain(
    text((await client.records.read({ id: (await itemAt(8)).item })).body.began),
  );
}, 240_000);
