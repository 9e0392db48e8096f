import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { readDocx } from '../../core/audit/readDocx.ts';
import { aFolder } from '../helpers/aVault.ts';
import { anExerciseDesk, takePicture } from '../helpers/aWindow.ts';
import { downloaded } from '../helpers/downloaded.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const entries = (page: Page) => page.locator('[data-entry]');

/** The numbers of the papers of the book, in its order. */
const order = (page: Page) =>
  entries(page).evaluateAll((all) => all.map((one) => one.textContent?.match(/CB\/8\/O?\d+[a-z]?/)?.[0] ?? ''));

it('a book is put in order by keys, issued, read from page to page, and printed for each who has a copy', async () => {
  const desk = await anExerciseDesk();
  const { page, host, client } = desk;
  page.setDefaultTimeout(PATIENCE);
  const go = async (address: string) => {
    await page.goto(`${host.url}/#${address}`);
    await page.reload();
  };
  const [meeting] = (await client.records.list({ kind: 'meeting' })).filter(({ body }) => body.number === 8);
  if (meeting === undefined) throw new TypeError('The exercise has no eighth meeting.');
  await go(`/meetings/${meeting.id}?tab=dossiers`);
  const books = page.getByRole('list', { name: 'Dossiers' });
  await books.getByText('1 change since').waitFor();
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'dossiers');

  // The book of the closed sessions, in another order and back.
  await books.getByRole('link', { name: 'Dossier of the closed sessions' }).click();
  await page.getByText('added since', { exact: true }).waitFor();
  expect(await lookAtOnce(page)).toEqual([]);
  const before = await order(page);
  await entries(page).nth(1).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => order(page)).toEqual([before[1], before[0], ...before.slice(2)]);
  await expect.poll(() => page.locator(':focus').textContent()).toContain(before[1]);
  await page.keyboard.press('Delete');
  await expect.poll(() => order(page)).toEqual([before[0], ...before.slice(2)]);
  await page.getByRole('region', { name: 'Taken out since the issue' }).waitFor();
  for (const left of [before.length, before.length]) {
    await page.keyboard.press('Control+z');
    await expect.poll(() => entries(page).count()).toBe(left);
  }
  await expect.poll(() => order(page)).toEqual(before);

  // Issued anew: nothing is different; then a paper changes.
  await button(page, 'Issue anew…').click();
  await button(page, 'Issue the book').click();
  await page.getByText(/^Rev\. 1, /).waitFor();
  const lines = await client.dossiers.read({ dossier: await aBook() });
  expect(lines.papers.every(({ change, pages }) => change === 'same' && pages !== undefined)).toBe(true);
  const second = lines.papers[1];
  if (second?.pages === undefined) throw new TypeError('The book is empty.');
  // What is issued stands, so one that is not is changed.
  const unready = lines.papers.find(({ notReady }) => notReady.includes('notCleared'));
  if (unready === undefined) throw new TypeError('Every paper is issued.');
  await client.records.edit({ id: unready.paper, changes: { title: 'Corrected' } });
  await page.getByRole('tab', { name: /^Issues/ }).click();
  const since = page.getByRole('region', { name: 'Since Rev. 1' });
  await since.getByText('changed since').waitFor();
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'dossier-issues');
  await since.getByRole('button', { name: /^Compare/ }).click();
  await page.getByRole('tab', { name: 'Versions', selected: true }).waitFor();

  // Read from page to page.
  await go(`/dossiers/${lines.dossier}`);
  await page.getByRole('textbox', { name: 'To page of the book' }).fill(`p. ${second.pages.first}`);
  await page.keyboard.press('Enter');
  const reading = page.getByRole('navigation', { name: 'In the book' });
  await reading.getByText(`2 of ${lines.papers.length}`).waitFor();
  await page.keyboard.press('Alt+Shift+PageDown');
  await reading.getByText(`3 of ${lines.papers.length}`).waitFor();
  await takePicture(page, 'dossier-reading');

  // What a copy has is said before; then all are printed.
  await go(`/dossiers/${lines.dossier}?tab=copies`);
  await button(page, 'What they get: Northmark').click();
  await page.getByText(/papers? go(es)?/).waitFor();
  expect(await lookAtOnce(page)).toEqual([]);
  const folder = aFolder();
  await page.getByRole('textbox', { name: 'Where they are written' }).fill(folder);
  await button(page, 'Print all copies').click();
  await page.getByText('2 books lie in the folder.').waitFor();
  expect(readdirSync(folder).map((name) => name.match(/ (\d\d) /)?.[1])).toEqual(['01', '02']);

  // The same book for a word processor.
  await go(`/print/dossier/${lines.dossier}`);
  const word = button(page, 'Save for Word…');
  await expect.poll(() => word.isEnabled(), { timeout: PATIENCE }).toBe(true);
  const inWord = [...readDocx(readFileSync(await downloaded(page, () => word.click(), join(folder, 'Book.docx'))))];
  const title = 'Dossier of the closed sessions';
  expect(inWord.some(({ place, text }) => place === 'the text' && text.includes(title))).toBe(true);

  // A closed paper does not come into the open book.
  const open = (await client.dossiers.list({ meeting: meeting.id })).find(({ book }) => book === 'open');
  await go(`/dossiers/${open?.dossier}`);
  await page.getByRole('button', { name: /^Put in: .*CB\/8\/5/ }).click();
  await page
    .getByRole('alert')
    .getByText(/may not go to the bodies that are invited/)
    .waitFor();

  async function aBook() {
    const [book] = await client.dossiers.list({ meeting: meeting?.id ?? '' });
    if (book === undefined) throw new TypeError('There is no book.');
    return book.dossier;
  }
});
