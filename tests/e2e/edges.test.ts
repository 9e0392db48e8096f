import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, it } from 'vitest';

import { text } from '../../domain/records/text.ts';
import { PASSPHRASE } from '../helpers/aVault.ts';
import { anExerciseDesk, type Desk, takePicture } from '../helpers/aWindow.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';
import { readPdf } from '../helpers/readPdf.ts';

const prose = (page: Page): Locator => page.locator('[data-editor="body"] .ProseMirror');
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'About this record' });

/** Everything that lies in the clipboard of the system, of every type, as another program finds it. */
const clipboard = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(`(async () => {
    const found = {};
    for (const item of await navigator.clipboard.read())
      for (const type of item.types) found[type] = await (await item.getType(type)).text();
    return found;
  })()`);

/** Puts something else there first, so that what is found was copied now. */
async function copied(page: Page, keys: 'Control+c' | 'Control+x'): Promise<Record<string, string>> {
  await page.evaluate("navigator.clipboard.writeText('nothing yet')");
  await page.keyboard.press(keys);
  return clipboard(page);
}

const choose = (page: Page, selector: string): Promise<void> =>
  page.evaluate(`(() => {
    const element = document.querySelector(${JSON.stringify(selector)});
    (element.closest('.ProseMirror') ?? element.closest('[tabindex]') ?? element).focus();
    document.getSelection().selectAllChildren(element);
  })()`);

it('no words leave by copying, cutting or dragging, in any place; pasting inside is whole; the command goes through the gate', async () => {
  const desk = await anExerciseDesk({ context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  const { client, host, page } = desk;
  const found = (await client.records.list({ kind: 'paper' })).find(({ body }) => body.number === 'CB/8/4');
  if (found === undefined) throw new TypeError('There is no CB/8/4.');
  const { id } = found;
  const reference = { 'text/plain': `amberdesk:record/${id}` };
  const comment = await client.records.create({
    kind: 'comment',
    body: { record: id, text: 'The heron has been seen twice.' },
  });
  const notes = await client.records.create({
    kind: 'paper',
    body: { title: 'Notes of the bittern', type: 'note', language: 'en' },
  });

  // The text of a paper: copied, dragged, cut and pasted again.
  await page.goto(`${host.url}/#/papers/${id}`);
  await page.reload();
  await prose(page).getByText('registers now cover eleven').first().waitFor();
  const paragraph = '[data-editor="body"] .ProseMirror > p';
  const before = await page.locator(paragraph).allTextContents();
  const [first = ''] = before;
  await choose(page, '[data-editor="body"] .ProseMirror');
  expect(await copied(page, 'Control+c')).toEqual(reference);
  const dragged = page.evaluate<string[]>(`new Promise((resolve) => window.addEventListener('dragstart', (event) =>
    resolve(['text/plain', 'text/html', 'text/uri-list'].map((type) => event.dataTransfer.getData(type))), { once: true }))`);
  await choose(page, paragraph);
  await page
    .locator(paragraph)
    .first()
    .dragTo(page.locator(paragraph).first(), { targetPosition: { x: 30, y: 12 } });
  expect(await dragged).toEqual([reference['text/plain'], '', '']);
  await choose(page, paragraph);
  expect(await copied(page, 'Control+x')).toEqual(reference);
  await expect.poll(() => prose(page).textContent()).not.toContain(first);
  await page.keyboard.press('Control+v');
  await expect.poll(() => prose(page).textContent()).toContain(first);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator(paragraph).allTextContents()).toEqual(before);

  // Neither the browser's own menu, where words are chosen or read, nor a link that is dragged tells anything.
  const refused = (selector: string, event: string) =>
    page.evaluate<boolean>(`!document.querySelector(${JSON.stringify(selector)}).dispatchEvent(${event})`);
  const menu = "new MouseEvent('contextmenu', { bubbles: true, cancelable: true })";
  await choose(page, paragraph);
  expect(await refused(paragraph, menu)).toBe(true);
  expect(await refused('main h1', menu)).toBe(true);
  await page.keyboard.press('ArrowLeft');
  expect(await refused(paragraph, menu)).toBe(false);
  const drag = "new DragEvent('dragstart', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() })";
  expect(await refused('nav a[href]', drag)).toBe(true);

  // The panel beside it, and a comment there.
  await panel(page)
    .getByRole('tab', { name: /^Comments/ })
    .click();
  await panel(page).getByText('The heron has been seen twice.').waitFor();
  await choose(page, '[aria-label="About this record"]');
  expect(await copied(page, 'Control+c')).toEqual(reference);
  await choose(page, `[data-note-item="${comment.id}"]`);
  expect(await copied(page, 'Control+c')).toEqual({ 'text/plain': `amberdesk:record/${comment.id}` });

  // Whole paragraphs, in another paper: what was copied keeps its form.
  await choose(page, paragraph);
  await copied(page, 'Control+c');
  const other = await desk.window(`/papers/${notes.id}`);
  await prose(other).click();
  await other.keyboard.press('Control+v');
  await expect.poll(() => prose(other).textContent()).toContain(first);
  await other.close();

  // A row of a list, and a field in which somebody types: their words come back inside, and nowhere else.
  await page.goto(`${host.url}/#/papers`);
  await page.reload();
  await page.locator(`[data-record="${id}"]`).waitFor();
  await choose(page, `[data-record="${id}"]`);
  expect(await copied(page, 'Control+c')).toEqual(reference);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('textbox', { name: 'Search everything or type a command' });
  await field.fill('Heron on the lake');
  await field.selectText();
  expect(JSON.stringify(await copied(page, 'Control+x'))).not.toContain('Heron');
  await expect.poll(() => field.inputValue()).toBe('');
  await page.keyboard.press('Control+v');
  await expect.poll(() => field.inputValue()).toBe('Heron on the lake');
  await page.keyboard.press('Escape');

  // The one command, for ourselves and then for a narrower audience.
  await page.goto(`${host.url}/#/papers/${id}`);
  await page.reload();
  await prose(page).getByText('registers now cover eleven').first().waitFor();
  await page.keyboard.press('Control+Alt+k');
  const dialogue = page.getByRole('dialog', { name: 'Copy as text' });
  await dialogue.getByText('registers now cover eleven').waitFor();
  // It holds stricter portions, and says so.
  await dialogue.getByRole('region', { name: 'What goes into the clipboard' }).getByText('TLP:RED').first().waitFor();
  await takePicture(page, 'edges-copy-as-text');
  await dialogue.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(async () => (await clipboard(page))['text/plain'] ?? '').toContain('registers now cover eleven');
  const own = (await clipboard(page))['text/plain'] ?? '';
  expect(own).toContain('CB/8/4 Deep-dive: Karsenia');
  expect(own).toMatch(/TLP:(RED|AMBER)/);
  await page.keyboard.press('Control+Alt+k');
  await dialogue.getByLabel('The open session').check();
  await dialogue.getByRole('alert').waitFor();
  expect(await dialogue.getByRole('button', { name: 'Copy', exact: true }).isDisabled()).toBe(true);
  const { lines } = await client.journal.read({ language: 'en', limit: 20 });
  expect(lines.filter(({ act }) => act === 'copied')).toHaveLength(1);

  await openSession(desk);
}, 300_000);

const LOOKS = [
  ['light', 'light', 'no-preference', 1280, 720],
  ['dark', 'dark', 'no-preference', 1280, 720],
  ['dark-high', 'dark', 'more', 1440, 900],
  ['twice', 'light', 'no-preference', 640, 360],
] as const;

/** The open session of the exercise on the same desk: walked, printed, copied, reloaded, locked and left. */
async function openSession({ client, host, page, window }: Desk): Promise<void> {
  const all = (await Promise.all(['agendaItem', 'paper', 'session', 'portion', 'comment'].map(listed))).flat();
  function listed(kind: string) {
    return client.records.list({ kind });
  }
  const [meeting] = (await listed('meeting')).filter(({ body }) => body.symbol === 'CB/8');
  if (meeting === undefined) throw new TypeError('There is no CB/8.');
  const invited = (await listed('organisation')).filter(({ body }) => body.membership === 'invited');
  const { lines } = await client.documents.explain({
    document: { what: 'agenda', meeting: meeting.id },
    audience: { kind: 'community', bodies: invited.map(({ id }) => id) },
  });
  const goes = new Set(lines.filter((line) => line.goes).map(({ record }) => String(record)));
  const papers = (await listed('paper')).filter(({ handling }) => handling.label === 'TLP:GREEN');
  const open = new Set([...goes, ...papers.map(({ id }) => String(id))]);
  const closed = all.filter(({ id, body }) => !open.has(id) && body.type !== 'break');
  const canaries = [
    ...closed.map(({ title }) => title).filter((title) => title.length > 8),
    ...all.map(({ body }) => text(body.number)).filter((number) => number.includes('/')),
    'registers now cover eleven',
    'The heron has been seen twice.',
  ];
  expect(canaries.length).toBeGreaterThan(30);
  const ids = [...all, meeting].map(({ id }) => String(id));
  const inside = (said: string) =>
    [...canaries, ...ids].filter((canary) => new RegExp(`${RegExp.escape(canary)}(?![0-9a-z])`).test(said));

  // From the palette, anywhere; what the page is told from now on is listened to.
  await page.goto(`${host.url}/#/people`);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const other = await window('/people');
  await other.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Search everything or type a command' }).fill('Open session');
  await page.getByRole('button', { name: /^Open session of the next meeting/ }).click();
  const band = page.getByRole('note', { name: 'Open session with invited organisations' });
  await band.waitFor({ timeout: PATIENCE });
  const told: Promise<string>[] = [];
  page.on('response', (answer) => {
    if (answer.url().includes('/call/')) told.push(answer.text().catch(() => ''));
  });
  await page.reload();
  await band.waitFor();
  await page.getByRole('heading', { name: 'Eighth meeting of the Board' }).waitFor();
  expect(await page.title()).toBe('Open session · Eighth meeting of the Board');
  await takePicture(page, 'open-session');

  const shown: string[] = [];
  const look = async () => {
    // Answers are here, and nothing is being drawn any more.
    await page.locator('article h1').waitFor();
    shown.push(await page.content(), await page.title());
  };
  const entries = page.getByRole('navigation', { name: 'Agenda of the open session' }).getByRole('button');
  const count = await entries.count();
  expect(count).toBeGreaterThan(5);
  for (let at = 0; at < count; at += 1) {
    await entries.nth(at).click();
    await page.locator('[aria-current="page"]').waitFor();
    await look();
  }
  await page.keyboard.press('Alt+Home');
  await page.keyboard.press('ArrowRight');
  await page.getByText('O1', { exact: true }).nth(1).waitFor();
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('heading', { name: 'Protection of minorities at election time' }).waitFor();
  await page.getByText(/Elections are a peaceful way/).waitFor();
  await look();
  // Seen by everybody: on a projector, in the dark, in high contrast, small, and at 200 %.
  for (const [name, colorScheme, contrast, width, height] of LOOKS) {
    await page.emulateMedia({ colorScheme, contrast });
    await page.setViewportSize({ width, height });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    await takePicture(page, `open-session-${name}`);
    expect(await lookAtOnce(page), name).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
  await page.setViewportSize({ width: 1440, height: 900 });

  // There is nothing else to reach: no palette, no panel, no place.
  for (const keys of ['Control+k', 'Control+.', 'Alt+2', 'Alt+ArrowLeft', 'Control+Shift+o', '/']) {
    await page.keyboard.press(keys);
  }
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await page.getByRole('complementary').count()).toBe(0);
  await band.waitFor();
  await other.getByText('The open session is shown in another window.').waitFor();

  // Printed and copied for the room, and for nobody else.
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as PDF…' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^CB-8-O1 Protection of minorities/);
  const pdf = await readPdf(readFileSync(await download.path()));
  const printed = [pdf.text, ...pdf.furniture, pdf.title].join(' ').replace(/\s+/g, ' ');
  expect(printed).toContain('Elections are a peaceful way');
  await choose(page, 'article');
  expect(await copied(page, 'Control+c')).toEqual({ 'text/plain': 'amberdesk:open-session' });
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await page.getByText('The text is in the clipboard, as this room may see it.').waitFor();
  const copiedText = (await clipboard(page))['text/plain'] ?? '';
  expect(copiedText).toContain('Elections are a peaceful way');

  // Locked, unlocked and opened anew it is the open session; left only by a word that is typed.
  await client.vault.lock({});
  const passphrase = page.getByLabel('Passphrase', { exact: true });
  await passphrase.fill('heron and bittern');
  await page.getByRole('button', { name: 'Show what is typed' }).click();
  await passphrase.selectText();
  const before = await clipboard(page);
  await page.keyboard.press('Control+c');
  await passphrase.press('End');
  await page.keyboard.press('Control+v');
  expect(JSON.stringify([before, await clipboard(page)])).not.toContain('heron and');
  expect(await passphrase.inputValue()).not.toMatch(/bittern.*bittern/);
  shown.push(await page.content());
  await client.vault.unlock({
    folder: (await client.vault.places({})).vaults[0]?.folder ?? '',
    passphrase: PASSPHRASE,
  });
  await page.getByRole('heading', { name: 'Eighth meeting of the Board' }).waitFor();
  const another = await window('/');
  await another.getByRole('note', { name: /^Open session/ }).waitFor();
  await another.close();
  expect(shown.flatMap(inside)).toEqual([]);
  expect((await Promise.all(told)).flatMap(inside)).toEqual([]);
  expect([printed, copiedText].flatMap(inside)).toEqual([]);
  expect(told.length).toBeGreaterThan(5);

  await page.getByRole('button', { name: 'Leave the open session…' }).click();
  const leave = page.getByRole('button', { name: 'Leave', exact: true });
  expect(await leave.isDisabled()).toBe(true);
  await page.getByLabel('Type “closed” to leave').fill('closed');
  await leave.click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  await expect.poll(() => other.getByText('The open session is shown in another window.').count()).toBe(0);
}
