import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { importWord } from '../../core/papers/word/importWord.ts';
import { createRecord } from '../../core/records/createRecord.ts';
import { editRecord } from '../../core/records/editRecord.ts';
import { shareDrafts } from '../../core/records/shareDrafts.ts';
import { textOf } from '../../domain/papers/wordsOf.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { aLongPaper } from '../helpers/aLongPaper.ts';
import { aMeeting, aMember, aPaper, aSession, deliver, randomId } from '../helpers/aSession.ts';
import { aFolder, PASSPHRASE } from '../helpers/aVault.ts';
import { aDesk, anExerciseDesk, type Desk, takePicture } from '../helpers/aWindow.ts';
import { downloaded } from '../helpers/downloaded.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';
import { type ReadPdf, readPdf } from '../helpers/readPdf.ts';
import { readableIn } from '../helpers/traces.ts';

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const preview = (page: Page): Locator => page.getByRole('region', { name: 'Preview' });
const sheet = (page: Page, number: number): Locator => page.locator(`[data-page="${number}"][data-drawn="true"]`);
/** What is shown is what is chosen. */
const settled = (page: Page): Promise<void> => page.locator('[data-stale="false"]').waitFor({ timeout: PATIENCE });

/** The record of this number or symbol. */
async function found({ client }: Desk, kind: string, field: string, value: string): Promise<RecordId> {
  const { rows } = await client.records.register({
    kinds: [kind],
    columns: [],
    filters: [{ column: field, is: 'equals', value }],
    sort: [],
    offset: 0,
    limit: 1,
  });
  const [row] = rows;
  if (row === undefined) throw new TypeError(`There is no ${value}.`);
  return row.id;
}

async function open(desk: Desk, address: string): Promise<Page> {
  const { page, host } = desk;
  await page.goto(`${host.url}/#${address}`);
  await page.reload();
  return page;
}

async function saved(page: Page): Promise<ReadPdf & { readonly name: string }> {
  const downloading = page.waitForEvent('download');
  await button(page, 'Save as PDF…').click();
  const download = await downloading;
  return { ...(await readPdf(readFileSync(await download.path()))), name: download.suggestedFilename() };
}

/** Every word of a PDF, in running heads too. */
const wordsOf = (pdf: ReadPdf): string => `${pdf.text} ${pdf.furniture.join(' ')} ${pdf.title}`.replace(/\s+/g, ' ');

/** What the browser prints of a page as it stands: sizes in points, pictures and words, page by page. */
async function paperFrom(page: Page): Promise<{ width: number; height: number; pictures: number; words: string }[]> {
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ preferCSSPageSize: true })) }).promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const one = await pdf.getPage(number);
    const { width, height } = one.getViewport({ scale: 1 });
    const { fnArray } = await one.getOperatorList();
    const { items } = await one.getTextContent();
    pages.push({
      width: Math.round(width),
      height: Math.round(height),
      pictures: fnArray.filter((operation) => operation === OPS.paintImageXObject).length,
      words: items.map((item) => ('str' in item ? item.str : '')).join(' '),
    });
  }
  await pdf.loadingTask.destroy();
  return pages;
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

describe('print', () => {
  it('shows an agenda and a paper as they print, by keyboard, and leaves nothing readable on disk', async () => {
    const desk = await anExerciseDesk();
    const meeting = await found(desk, 'meeting', 'symbol', 'CB/8');
    const paper = await found(desk, 'paper', 'number', 'CB/8/4');
    const page = await open(desk, `/print/agenda/${meeting}`);
    await sheet(page, 1).waitFor({ timeout: PATIENCE });
    await sheet(page, 1)
      .getByRole('heading', { name: /^Day 1/ })
      .waitFor({ state: 'attached' });
    await takePicture(page, 'print-agenda');
    await accessible(page);

    await open(desk, `/print/paper/${paper}`);
    await sheet(page, 1).waitFor({ timeout: PATIENCE });
    // The same paper for a word processor; read again it has its title and its words.
    const word = await downloaded(page, () => button(page, 'Save for Word…').click(), join(aFolder(), 'paper.docx'));
    const again = await importWord(readFileSync(word), { newId: () => crypto.randomUUID() });
    expect(again.title).toContain('Deep-dive');
    expect(textOf(again.document)).toContain('registers now cover eleven');
    await sheet(page, 1).getByRole('heading', { name: 'Situation on the ground' }).waitFor({ state: 'attached' });
    const drawn = await page.evaluate<number>(`
      (() => {
        const canvas = document.querySelector('[data-page="1"] canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let dark = 0;
        for (let at = 0; at < data.length; at += 4) if (data[at] < 128) dark += 1;
        return dark / (data.length / 4);
      })()
    `);
    expect(drawn).toBeGreaterThan(0.02);
    expect(drawn).toBeLessThan(0.3);

    await preview(page).focus();
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.getByRole('textbox', { name: 'Page', exact: true }).inputValue()).toBe('2');
    await page.keyboard.press('End');
    await expect.poll(() => page.getByRole('textbox', { name: 'Page', exact: true }).inputValue()).toBe('5');
    await sheet(page, 5).waitFor();
    await page.keyboard.press('Home');
    const width = async () => (await sheet(page, 1).boundingBox())?.width ?? 0;
    const before = await width();
    await page.keyboard.press('-');
    await expect.poll(width).toBeLessThan(before);
    await page.keyboard.press('0');
    await expect.poll(width).toBe(before);
    // Neither is its text there to be copied.
    await page.keyboard.press('Control+a');
    expect(await page.evaluate('String(getSelection())')).not.toContain('Situation on the ground');

    const words = ['Situation on the ground', 'registers now cover eleven'];
    expect(readableIn([desk.host.privateFolder, desk.vaults], words)).toEqual([]);
    expect(
      await page.evaluate('performance.getEntriesByType("resource").map(({ name }) => new URL(name).protocol)'),
    ).not.toContain('https:');
  }, 300_000);

  it('prints for whom is chosen, says what that audience does not get, and saves what it shows', async () => {
    const desk = await anExerciseDesk();
    const paper = await found(desk, 'paper', 'number', 'CB/8/4');
    const page = await open(desk, `/print/paper/${paper}`);
    await settled(page);
    await page.getByText('Everything in it goes.').waitFor();
    const own = await saved(page);
    expect(own.name).toBe('CB-8-4 Deep-dive_ Karsenia.pdf');

    await page.getByLabel('The board').check();
    await page.getByText(/records are withheld/).waitFor();
    await settled(page);
    const board = await saved(page);
    await takePicture(page, 'print-paper-board');
    // The portions that are for named persons alone, and that the desk itself prints.
    const withheld = own.text.split('\n').filter((line) => line.length > 60 && !board.text.includes(line));
    expect(withheld.length).toBeGreaterThan(1);
    expect(wordsOf(own)).toContain('TLP:RED');

    await page.getByText('Letter', { exact: true }).click();
    await page.getByText('Français', { exact: true }).click();
    await page.getByLabel('Copy no.').fill('7');
    await page.getByLabel('Recipient').fill('Northmark');
    await settled(page);
    await expect.poll(async () => wordsOf(await saved(page)), { timeout: PATIENCE }).toMatch(/Northmark/i);
    const french = await saved(page);
    expect(french.language).toMatch(/^fr/);
    expect(wordsOf(french)).toContain('07');
    await takePicture(page, 'print-paper-copy');

    await page.getByLabel('The open session').check();
    await page.getByRole('alert').getByText('This audience may not have it').waitFor({ timeout: PATIENCE });
    expect(await button(page, 'Save as PDF…').isDisabled()).toBe(true);
    expect(await button(page, 'Print…').isDisabled()).toBe(true);
    await takePicture(page, 'print-paper-withheld');
    await accessible(page);

    const meeting = await found(desk, 'meeting', 'symbol', 'CB/8');
    await open(desk, `/print/agenda/${meeting}`);
    await page.getByLabel('The open session').check();
    await settled(page);
    const agenda = await saved(page);
    expect(wordsOf(agenda)).toContain('The Board briefs invited organisations');
    for (const closed of ['Karsenia', 'CB/8/4', 'timber', 'C L O S E D']) expect(wordsOf(agenda)).not.toContain(closed);
    await takePicture(page, 'print-agenda-open');
    // What was chosen is there again.
    await open(desk, `/print/paper/${paper}`);
    await expect.poll(() => page.getByLabel('The open session').isChecked()).toBe(true);
    expect(await page.getByLabel('Recipient').inputValue()).toBe('Northmark');
  }, 300_000);

  it('brings exactly its pages to the printer, notes it in the journal, and prints nothing else of the window', async () => {
    const desk = await anExerciseDesk();
    const meeting = await found(desk, 'meeting', 'symbol', 'CB/8');
    const page = await open(desk, `/print/agenda/${meeting}`);
    await settled(page);
    await page.evaluate('window.asked = 0; window.print = () => { window.asked += 1; }');

    const blank = await paperFrom(page);
    expect(blank).toHaveLength(1);
    expect(blank[0]).toMatchObject({ pictures: 0 });
    expect(blank[0]?.words).toContain('Pages of Amberdesk are not printed');
    expect(blank[0]?.words).not.toMatch(/Eighth|Board/);

    await page.keyboard.press('Control+p');
    await expect.poll(() => page.evaluate('window.asked'), { timeout: PATIENCE }).toBe(1);
    const printed = await paperFrom(page);
    expect(printed).toEqual([
      { width: 595, height: 842, pictures: 1, words: '' },
      { width: 595, height: 842, pictures: 1, words: '' },
    ]);
    // The dialog has closed: the pictures are gone.
    await expect.poll(() => page.locator('[data-print="pages"]').count()).toBe(0);
    expect((await paperFrom(page))[0]?.words).toContain('Pages of Amberdesk are not printed');

    await page.getByText('Letter', { exact: true }).click();
    await settled(page);
    await button(page, 'Print…').click();
    await expect.poll(() => page.evaluate('window.asked'), { timeout: PATIENCE }).toBe(2);
    expect((await paperFrom(page)).map(({ width, height }) => [width, height])).toEqual(
      Array.from({ length: 2 }, () => [612, 792]),
    );
    expect(readableIn([desk.host.privateFolder], ['Eighth meeting'])).toEqual([]);

    for (const address of ['/desk', '/people', '/library']) {
      await open(desk, address);
      await page.getByRole('navigation').first().waitFor();
      const [only, ...others] = await paperFrom(page);
      expect(others).toEqual([]);
      expect(only?.words.replace(/\s+/g, ' ').trim()).toMatch(/^Pages of Amberdesk are not printed .* for whom\.$/);
    }
    await desk.client.vault.lock({});
    await page.getByText('Locked in another window.').waitFor();
    expect((await paperFrom(page))[0]?.words).toContain('Pages of Amberdesk are not printed');
  }, 300_000);

  it('is reached from what is open, stops when told, and shows a long paper page by page', async () => {
    const desk = await anExerciseDesk();
    const file = join(aFolder(), 'long.md');
    writeFileSync(file, `${aLongPaper()}\n\n`.repeat(4));
    const { paper } = await desk.client.papers.load({ file });
    const page = await open(desk, `/library/${paper}`);
    await page.getByRole('region', { name: 'Story' }).waitFor();
    await page.keyboard.press('Control+p');
    await page.getByRole('heading', { name: 'Print the paper', level: 1 }).waitFor();
    await button(page, 'Cancel').click();
    await page.getByText('The preview was stopped.').waitFor();
    await button(page, 'Make the preview').click();
    await sheet(page, 1).waitFor({ timeout: PATIENCE });
    const pages = await page.locator('[data-page]').count();
    expect(pages).toBeGreaterThan(60);
    await preview(page).focus();
    await page.keyboard.press('End');
    await sheet(page, pages).waitFor({ timeout: PATIENCE });
    // Those out of sight take no memory.
    await expect.poll(() => page.locator('[data-page] canvas').count()).toBeLessThan(8);
    expect(await page.locator('[data-page="1"] canvas').count()).toBe(0);
  }, 300_000);

  it('names what is in conflict, and leads to where it is resolved; says so of what is not here', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
    for (const session of [here, there]) for (const name of ['Tavania', 'Corvane']) aMember(session, name);
    const { id } = aPaper(here, { title: 'Update' });
    const meeting = aMeeting(here);
    const { id: item } = createRecord(here, 'agendaItem', { meeting: meeting.id, title: 'Registers' });
    deliver(here, there, 'b1');
    editRecord(here, item, { title: 'Registers and radios' });
    editRecord(there, item, { title: 'Registers and convoys' });
    editRecord(here, id, { title: 'Update on the valley' });
    editRecord(there, id, { title: 'Update on the river' });
    shareDrafts(here, 'all');
    deliver(there, here, 'b2');
    here.vault.close();
    const desk = await aDesk({ vaults: dirname(here.folder) });
    await desk.client.vault.unlock({ folder: here.folder, passphrase: PASSPHRASE });
    const page = await open(desk, `/print/paper/${id}`);
    await page.getByText('A record in conflict cannot leave before it is resolved.').waitFor();
    await takePicture(page, 'print-conflict');
    await page.getByRole('link', { name: /^Resolve it: Update on the/ }).click();
    await page.getByRole('heading', { name: 'Print the paper' }).waitFor({ state: 'detached' });
    // An agenda without an item that is in conflict says so.
    await open(desk, `/print/agenda/${meeting.id}`);
    await page
      .getByRole('list', { name: 'Before you print' })
      .getByRole('link', { name: /^Registers and/ })
      .waitFor();
    await settled(page);
    await takePicture(page, 'print-conflict-agenda');
    await accessible(page);
    await open(desk, `/print/paper/${randomId()}`);
    await page.getByRole('heading', { name: 'There is nothing to show' }).waitFor();
    expect(await button(page, 'Print…').isDisabled()).toBe(true);
  }, 300_000);
});
