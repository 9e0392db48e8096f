import { dirname } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { arrangeMeeting } from '../../core/meetings/arrangeMeeting.ts';
import { planRegularMeeting } from '../../core/meetings/planMeeting.ts';
import { deleteRecord, editRecord } from '../../core/records/editRecord.ts';
import { shareDrafts } from '../../core/records/shareDrafts.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { aPaper, aSession, deliver } from '../helpers/aSession.ts';
import { PASSPHRASE } from '../helpers/aVault.ts';
import { aDesk, anOpenDesk, type Desk, takePicture } from '../helpers/aWindow.ts';

/** Titles with their starts and lengths, by session, then the tray. */
async function planOf({ client }: Pick<Desk, 'client'>, meeting: RecordId): Promise<string[][]> {
  const { sessions, tray } = await client.meetings.timetable({ meeting });
  return [
    ...sessions.map(({ items }) => items.map(({ title, starts, minutes }) => `${title} ${starts} ${minutes}`)),
    tray.map(({ title }) => title),
  ];
}

const entry = (page: Page, title: string): Locator => page.locator('[data-item]').filter({ hasText: title });
const session = (page: Page, place: number): Locator => page.locator('[data-session]').nth(place);
const checks = (page: Page): Locator => page.getByRole('region', { name: 'Beside the plan' });

async function accessible(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
}

/** Opens the list of meetings, makes the first regular one and gives its id. */
async function makeMeeting(
  desk: Desk,
  begin: (page: Page) => Promise<void>,
): Promise<{ page: Page; meeting: RecordId }> {
  const page = await desk.window('/meetings');
  await page.getByText('No meetings yet').waitFor();
  await begin(page);
  await page.getByRole('heading', { level: 1, name: '1st regular meeting' }).waitFor();
  const [made] = await desk.client.records.list({ kind: 'meeting' });
  if (made === undefined) throw new TypeError('No meeting was made.');
  expect(made.body).toMatchObject({ type: 'regular', number: 1, symbol: 'CB/1', city: 'Avanor' });
  await session(page, 3).waitFor();
  return { page, meeting: made.id };
}

async function addByMouse(page: Page, title: string, minutes: number): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: /New item/ }).click();
  const form = page.getByRole('form', { name: 'New item' });
  await form.getByLabel('Title').fill(title);
  await form.getByRole('textbox', { name: 'Minutes' }).fill(String(minutes));
  await form.getByRole('button', { name: 'Add' }).click();
  await entry(page, title).waitFor();
  // It is chosen then: what is added next comes after it.
  await form.waitFor({ state: 'detached' });
}

/** Drags from the middle of something, or from its lower edge, to a place inside something else. */
async function drag(page: Page, from: Locator, to: Locator, place: { y: number; edge?: boolean }): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new TypeError('Nothing to drag.');
  await page.mouse.move(start.x + 60, start.y + (place.edge ? start.height - 3 : 12));
  await page.mouse.down();
  await page.mouse.move(start.x + 70, start.y + 30, { steps: 2 });
  await page.mouse.move(end.x + 80, end.y + place.y, { steps: 4 });
}

it('a regular meeting is made from the template and arranged by mouse', async () => {
  const desk = await anOpenDesk();
  const { page, meeting } = await makeMeeting(desk, async (window) => {
    await window.getByRole('button', { name: 'New meeting' }).first().click();
    const form = window.getByRole('form', { name: 'New meeting' });
    await form.getByLabel('City').fill('Avanor');
    await form.getByRole('button', { name: 'Add and open' }).click();
  });
  await page.getByRole('region', { name: /^Thursday/ }).waitFor();
  expect(await session(page, 2).textContent()).toContain('Open session with invited organisations');
  await checks(page).getByText('Nothing to see to.').waitFor();

  await addByMouse(page, 'Opening', 20);
  await addByMouse(page, 'Deep-dive: Karsenia', 100);
  await addByMouse(page, 'Updates', 60);
  expect(await planOf(desk, meeting)).toEqual([
    ['Opening 09:00 20', 'Deep-dive: Karsenia 09:20 100', 'Updates 11:00 60'],
    [],
    [],
    [],
    [],
  ]);

  // Across days, into a place before nothing; then before another item.
  await drag(page, entry(page, 'Deep-dive'), session(page, 2), { y: 60 });
  await takePicture(page, 'meeting-drag');
  await page.mouse.up();
  await expect
    .poll(() => planOf(desk, meeting))
    .toEqual([['Opening 09:00 20', 'Updates 09:20 60'], [], ['Deep-dive: Karsenia 09:30 100'], [], []]);
  await page.getByRole('button', { name: 'Undo: moved “Deep-dive: Karsenia” to day 2' }).waitFor();
  await checks(page).getByText('Closed mark in the open session').waitFor();
  await drag(page, entry(page, 'Updates'), entry(page, 'Opening'), { y: 2 });
  await page.mouse.up();
  await expect.poll(async () => (await planOf(desk, meeting))[0]).toEqual(['Updates 09:00 60', 'Opening 10:00 20']);

  // Its lower edge, half an hour down; Escape lets everything be.
  await drag(page, entry(page, 'Deep-dive'), entry(page, 'Deep-dive'), { y: 117 + 36, edge: true });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  const box = await entry(page, 'Deep-dive').boundingBox();
  await drag(page, entry(page, 'Deep-dive'), entry(page, 'Deep-dive'), { y: (box?.height ?? 0) - 3 + 36, edge: true });
  await page.mouse.up();
  await expect.poll(async () => (await planOf(desk, meeting))[2]).toEqual(['Deep-dive: Karsenia 09:30 130']);
  await page.getByRole('button', { name: 'Undo: set “Deep-dive: Karsenia” to 130 minutes' }).click();
  await expect.poll(async () => (await planOf(desk, meeting))[2]).toEqual(['Deep-dive: Karsenia 09:30 100']);
  await page.getByRole('button', { name: /^Do again/ }).click();
  await expect.poll(async () => (await planOf(desk, meeting))[2]).toEqual(['Deep-dive: Karsenia 09:30 130']);

  // A session that is deleted leaves its items in the tray; the check leads there and goes with the undo.
  await session(page, 2)
    .getByRole('button', { name: /^More with the open session/ })
    .click();
  await page.getByRole('menuitem', { name: /^Delete/ }).click();
  await page.getByRole('region', { name: 'Tray' }).getByText('Deep-dive').waitFor();
  await checks(page).getByText('No open session on the second morning').first().waitFor();
  await accessible(page);
  await takePicture(page, 'meeting-tray');

  // The rule is overruled with a reason that is kept and shown, and holds again.
  await checks(page).getByRole('button', { name: 'Overrule…' }).click();
  await page.keyboard.type('No body could be invited in time.');
  await page.keyboard.press('Enter');
  await checks(page).getByText('Overruled: No body could be invited in time.').waitFor();
  const kept = (await desk.client.records.read({ id: meeting })).body.overruled;
  expect(kept).toMatchObject([{ check: 'noOpenMorning', reason: 'No body could be invited in time.' }]);
  await accessible(page);
  await takePicture(page, 'meeting-overruled');
  await checks(page).getByRole('button', { name: 'Let the rule hold again' }).click();
  await checks(page).getByRole('button', { name: 'Overrule…' }).waitFor();
  await page.keyboard.press('Control+z');
  await checks(page).getByText('Overruled: No body could be invited in time.').waitFor();
  await page.keyboard.press('Control+z');
  await checks(page).getByRole('button', { name: 'Overrule…' }).waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => checks(page).getByText('No open session on the second morning').count()).toBe(0);
  await page.getByRole('region', { name: 'Tray' }).waitFor({ state: 'detached' });
  await checks(page)
    .getByRole('button', { name: /Closed mark/ })
    .click();
  await page.getByRole('complementary').getByRole('heading', { name: 'Deep-dive: Karsenia' }).waitFor();

  // What runs over is let run: the session ends later, and what follows on that day begins later.
  const dive = (await desk.client.meetings.timetable({ meeting })).sessions[2]?.items[0]?.item;
  if (dive === undefined) throw new TypeError('The deep-dive is not in the open session.');
  const hours = async () =>
    (await desk.client.meetings.timetable({ meeting })).sessions.map(({ starts, ends }) => `${starts}–${ends}`);
  const planned = await hours();
  await desk.client.meetings.arrange({ meeting, operation: { does: 'lengthen', item: dive, minutes: 200 } });
  await checks(page).getByText('Over time').waitFor();
  await takePicture(page, 'meeting-over');
  await checks(page).getByRole('button', { name: '… and shift what follows' }).click();
  await expect.poll(hours).toEqual([...planned.slice(0, 2), '09:30–12:50', '14:20–16:20']);
  await page.keyboard.press('Control+z');
  await expect.poll(hours).toEqual(planned);
  await desk.client.meetings.arrange({ meeting, operation: { does: 'lengthen', item: dive, minutes: 130 } });

  // What makes no sense is told where it was typed, and changes nothing.
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: /New session/ }).click();
  const form = page.getByRole('form', { name: 'New session' });
  await form.getByLabel('End').fill('08:00');
  await form.getByRole('button', { name: 'Add' }).click();
  await form.getByRole('alert').getByText('The end does not come after the start.').waitFor();
  await page.keyboard.press('Escape');
  expect((await planOf(desk, meeting)).length).toBe(5);

  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.getByRole('listitem').getByText('Updates').waitFor();
  await accessible(page);

  // The next one begins with the plan of this one, and takes over what was not concluded.
  await desk.client.records.edit({ id: dive, changes: { outcome: 'adjourned' } });
  await page.getByRole('link', { name: 'Meetings' }).first().click();
  await page.getByRole('button', { name: 'New meeting' }).first().click();
  const next = page.getByRole('form', { name: 'New meeting' });
  await next.getByRole('combobox', { name: 'Begin with' }).click();
  await page.getByRole('option', { name: 'The plan of: 1st regular meeting' }).click();
  await next.getByRole('button', { name: 'Add and open' }).click();
  await page.getByRole('heading', { level: 1, name: '2nd regular meeting' }).waitFor();
  await page.locator('[data-item]').getByText('Deep-dive: Karsenia').waitFor();
  await page.keyboard.press('c');
  const carrying = page.getByRole('form', { name: 'Carry over' });
  await carrying.getByRole('checkbox', { name: 'Deep-dive: Karsenia' }).waitFor();
  await accessible(page);
  await takePicture(page, 'meeting-carry-over');
  await carrying.getByRole('button', { name: 'Carry over' }).click();
  await page.getByRole('region', { name: 'Tray' }).getByText('Deep-dive: Karsenia').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('region', { name: 'Tray' }).waitFor({ state: 'detached' });
  await desk.client.vault.lock({});
  const again = await desk.restart();
  const [vault] = (await again.client.vault.places({})).vaults;
  await again.client.vault.unlock({ folder: vault?.folder ?? '', passphrase: PASSPHRASE });
  const after = await again.window(`/meetings/${meeting}`);
  await after.getByRole('listitem').getByText('Updates').waitFor();
  expect((await planOf(again, meeting))[2]).toEqual(['Deep-dive: Karsenia 09:30 130']);
});

it('the same is done by the keyboard alone', async () => {
  const desk = await anOpenDesk();
  const { page, meeting } = await makeMeeting(desk, async (window) => {
    await window.keyboard.press('Control+k');
    await window.keyboard.type('New meeting');
    await window.getByRole('button', { name: 'New meeting' }).last().waitFor();
    await window.keyboard.press('Enter');
    await window.getByRole('form', { name: 'New meeting' }).waitFor();
    await expect.poll(() => window.locator('input:focus').inputValue()).toBe('1st regular meeting');
    for (const _field of ['Symbol', 'First day', 'Calendar', 'City']) await window.keyboard.press('Tab');
    await window.keyboard.type('Avanor');
    await window.keyboard.press('Enter');
  });
  const add = async (key: string, title: string, minutes: number) => {
    await page.keyboard.press(key);
    await page.getByRole('form', { name: key === 'b' ? 'New break' : 'New item' }).waitFor();
    await expect.poll(() => page.locator('input:focus').count()).toBe(1);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(title);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(String(minutes));
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-item]:focus').textContent()).toContain(title);
  };
  // The first entry of the timetable is one Tab after the last of the tools.
  await page.getByRole('button', { name: /^Undo: new meeting/ }).focus();
  await page.keyboard.press('Tab');
  await expect.poll(() => page.locator('[data-entry]:focus').textContent()).toContain('Closed session');
  await add('n', 'Opening', 20);
  await add('n', 'Deep-dive', 100);
  await add('b', 'Coffee', 15);
  await add('n', 'Updates', 60);

  await page.keyboard.press('Alt+ArrowUp');
  await expect
    .poll(async () => (await planOf(desk, meeting))[0])
    .toEqual(['Opening 09:00 20', 'Deep-dive 09:20 100', 'Updates 11:00 60', 'Coffee 12:00 15']);
  await page.getByText('moved “Updates”, 11:00–12:00').waitFor({ state: 'attached' });
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(async () => (await planOf(desk, meeting))[2]).toEqual(['Updates 09:30 60']);
  await expect.poll(() => page.locator('[data-item]:focus').textContent()).toContain('Updates');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => (await planOf(desk, meeting))[3]).toEqual(['Updates 14:00 60']);
  // Faster than it is done: each of them counts.
  for (const key of ['Down', 'Up', 'Down', 'Down']) await page.keyboard.press(`Alt+Shift+Arrow${key}`);
  await expect.poll(async () => (await planOf(desk, meeting))[3]).toEqual(['Updates 14:00 70']);
  for (const length of [65, 60, 65, 60]) {
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await planOf(desk, meeting))[3]).toEqual([`Updates 14:00 ${length}`]);
  }
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await planOf(desk, meeting))[3]).toEqual(['Updates 14:00 65']);

  // To the session's band and on: hours, another day, the tray, and back.
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => page.locator('[data-entry]:focus').textContent()).toContain('14:00–16:00');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => page.locator('[data-entry]:focus').textContent()).toContain('14:05–16:05');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect.poll(() => page.locator('[data-entry]:focus').textContent()).toContain('14:05–16:10');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('d');
  await expect.poll(async () => (await planOf(desk, meeting))[3]).toEqual(['Updates 14:05 35', 'Updates 14:40 30']);
  await page.keyboard.press('j');
  await expect.poll(async () => (await planOf(desk, meeting))[3]).toEqual(['Updates 14:05 65']);
  // At once, before what it made is drawn: the focus goes to what is left.
  for (const key of ['d', 'Delete']) await page.keyboard.press(key);
  await expect.poll(async () => (await planOf(desk, meeting))[3]).toEqual(['Updates 14:05 30']);
  await expect.poll(() => page.locator('[data-item]:focus').textContent()).toContain('30 min');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await planOf(desk, meeting))[3]).toEqual(['Updates 14:05 35', 'Updates 14:40 30']);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await planOf(desk, meeting))[3]).toEqual(['Updates 14:05 30']);
  await expect.poll(() => page.locator('[data-item]:focus').textContent()).toContain('30 min');
  await page.keyboard.press('t');
  await expect.poll(async () => (await planOf(desk, meeting))[4]).toEqual(['Updates']);
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(async () => (await planOf(desk, meeting))[0]?.[0]).toBe('Updates 09:00 30');

  // Its fields are one key away; what the palette does gives the focus back to the plan.
  await page.keyboard.press('l');
  await page.getByRole('listitem').getByText('Updates').waitFor();
  await entry(page, 'Updates').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('aside [role=tabpanel] :focus').count()).toBe(1);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Number the items');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () =>
      (await desk.client.meetings.timetable({ meeting })).sessions[0]?.items.map(({ number }) => number),
    )
    .toEqual([1, 2, 3, undefined]);
  await expect.poll(() => page.locator('[data-item]:focus').textContent()).toContain('Updates');
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () =>
      (await desk.client.meetings.timetable({ meeting })).sessions[0]?.items.map(({ number }) => number),
    )
    .toEqual([undefined, undefined, undefined, undefined]);

  // In the list the same keys do the same, and all of it is taken back, down to the empty plan.
  const before = await planOf(desk, meeting);
  for (const key of ['Alt+b', 'd', 'j', 'Alt+Shift+ArrowUp']) await page.keyboard.press(key);
  await expect
    .poll(async () => (await planOf(desk, meeting))[0])
    .toEqual(['Updates 09:00 25', 'Opening 09:30 20', 'Deep-dive 09:55 100', 'Coffee 11:35 15']);
  await page.getByText('5 min between items').waitFor();
  await page.keyboard.press('Alt+Shift+B');
  await expect.poll(async () => (await planOf(desk, meeting))[0]?.[1]).toBe('Opening 09:25 20');
  const undo = page.getByRole('button', { name: /^Undo: / });
  for (let left = 5; left > 0; left -= 1) await page.keyboard.press('Control+z');
  await expect.poll(() => planOf(desk, meeting)).toEqual(before);
  for (let name = await undo.textContent(); !name?.includes('new meeting'); name = await undo.textContent()) {
    await page.keyboard.press('Control+z');
    await expect.poll(() => undo.textContent()).not.toBe(name);
  }
  expect(await planOf(desk, meeting)).toEqual([[], [], [], [], []]);
});

it('a member is told where numbers come from, and starts a special meeting', async () => {
  const desk = await anOpenDesk({ role: 'member' });
  const page = await desk.window('/meetings');
  await page.getByRole('button', { name: 'New meeting' }).first().click();
  const form = page.getByRole('form', { name: 'New meeting' });
  await form.getByText('which only the Secretariat gives').waitFor();
  expect(await form.getByRole('radio', { name: /Regular meeting/ }).isDisabled()).toBe(true);
  await form.getByRole('button', { name: 'Add and open' }).click();
  await page.getByRole('heading', { level: 1, name: '1st special meeting' }).waitFor();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Number the items' }).click();
  await addByMouse(page, 'The ports', 30);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Number the items' }).click();
  await page.getByRole('alert').getByText('Only the Secretariat gives numbers').waitFor();
});

/** The Secretariat's desk on a meeting whose one item it and a capital moved apart; its paper is deleted. */
async function aDeskInConflict(): Promise<{ desk: Desk; meeting: RecordId; item: RecordId }> {
  const [here, there] = [await aSession('Secretariat', 'secretariat'), await aSession('Tavania')];
  const { meeting, sessions } = planRegularMeeting(here, {
    title: '9th regular meeting',
    number: 9,
    symbol: 'CB/9',
    starts: '2027-09-09',
    venue: '',
    city: 'Avanor',
    zone: 'Europe/Lisbon',
  });
  const move = (session: typeof here, item: RecordId, to: number) =>
    arrangeMeeting(session, meeting, { does: 'move', item, to: sessions[to] ?? null, before: null }, 'Moved');
  const place = { to: sessions[0] ?? null, before: null };
  const added = { does: 'addItem', type: 'item', title: 'Timber', minutes: 60, ...place } as const;
  const [item = meeting] = arrangeMeeting(here, meeting, added, 'Added').created;
  const paper = aPaper(here, { title: 'Timber routes', meeting }).id;
  editRecord(here, item, { papers: [paper] });
  deleteRecord(here, paper, 'Twice in the list');
  deliver(here, there, 'b1');
  move(here, item, 1);
  shareDrafts(here, 'all');
  move(there, item, 3);
  deliver(there, here, 'b2');
  here.vault.close();
  const desk = await aDesk({ vaults: dirname(here.folder) });
  await desk.client.vault.unlock({ folder: here.folder, passphrase: PASSPHRASE });
  return { desk, meeting, item };
}

it('an item that two moved apart stays in sight, and the panel asks where it goes; a deleted paper says so', async () => {
  const { desk, meeting, item } = await aDeskInConflict();
  const page = await desk.window(`/meetings/${meeting}`);
  await entry(page, 'Timber').getByText('in conflict').waitFor();
  await entry(page, 'Timber').getByText('Timber routes deleted').waitFor();
  await entry(page, 'Timber').click();
  const panel = page.getByRole('complementary');
  await panel.getByText(/^1 of 1 question/).waitFor();
  await takePicture(page, 'meeting-conflict');
  await accessible(page);

  // What cannot be done to it is said, and nothing is moved.
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('alert').getByText('The record is in conflict.').waitFor();
  await panel.getByRole('radio', { name: /^Theirs/ }).check();
  await panel.getByRole('button', { name: 'Apply the answers' }).click();
  await expect.poll(async () => (await desk.client.records.read({ id: item })).conflicted).toBe(false);
  await expect.poll(async () => (await planOf(desk, meeting))[3]).toEqual(['Timber 14:00 60']);
  await entry(page, 'Timber').getByText('in conflict').waitFor({ state: 'detached' });
});
