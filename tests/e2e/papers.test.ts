import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { createRecord } from '../../core/records/createRecord.ts';
import { editRecord } from '../../core/records/editRecord.ts';
import { shareDrafts } from '../../core/records/shareDrafts.ts';
import { RichText } from '../../domain/papers/richText.ts';
import { textOf } from '../../domain/papers/wordsOf.ts';
import { naturalId } from '../../domain/records/ids.ts';
import { objects } from '../../domain/records/text.ts';
import { aDocument, aPaper, aSession, deliver } from '../helpers/aSession.ts';
import { aFolder, PASSPHRASE } from '../helpers/aVault.ts';
import { aDesk, anOpenDesk, type Desk, takePicture } from '../helpers/aWindow.ts';
import { dropFiles, dropFolder } from '../helpers/dropFiles.ts';

const prose = (page: Page): Locator => page.locator('[data-editor="body"] .ProseMirror');
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'About this record' });
const wordsInVault = async (desk: Desk, id: string) => {
  const body = RichText.safeParse((await desk.client.records.read({ id })).body.body);
  return body.success ? textOf(body.data) : '';
};

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

/** A desk that knows the organisation of its seat as a member, so that the gate lets it have its own papers. */
async function aMembersDesk() {
  const desk = await anOpenDesk();
  await desk.client.records.create({
    kind: 'organisation',
    id: naturalId('organisation', 'Republic of Tavania'),
    body: { name: 'Republic of Tavania', type: 'state', membership: 'member' },
  });
  return desk;
}

/** Chooses words of the text as somebody does with the mouse. */
async function choose(page: Page, words: string): Promise<void> {
  await prose(page).getByText(words).first().waitFor();
  await page.evaluate(`(() => {
    const root = document.querySelector('[data-editor="body"] .ProseMirror');
    const wanted = ${JSON.stringify(words)};
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent.indexOf(wanted);
      if (at < 0) continue;
      root.focus();
      document.getSelection().setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error('The text does not say: ' + wanted);
  })()`);
}

/** A picture of noise, so that it cannot be made smaller, in the simplest form: an uncompressed bitmap. */
function aBitmap(megabytes: number): Buffer {
  const width = 1000;
  const height = Math.round((megabytes * 1_000_000) / (width * 3));
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(54 + width * height * 3, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  return Buffer.concat([head, Buffer.alloc(width * height * 3, 0x7f)]);
}

describe('a paper', () => {
  it('is made, written, remarked on; notes stay with their words, and are kept when the words are gone', async () => {
    const desk = await aMembersDesk();
    const page = desk.page;
    await page.goto(`${desk.host.url}/#/papers`);
    await page.reload();
    await page.getByText('No papers yet').waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Add paper' }).first().click();
    await page.getByRole('checkbox', { name: 'Begin with its outline' }).uncheck();
    await page.getByRole('textbox', { name: 'Title' }).fill('Deep-dive: Karsenia');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).getByRole('textbox', { name: 'Title' }).waitFor();
    const [made] = await desk.client.records.list({ kind: 'paper' });
    const id = made?.id ?? '';
    expect(made?.body).toMatchObject({ title: 'Deep-dive: Karsenia', type: 'update', status: 'drafting' });

    // Who adds a paper writes on.
    await page.locator('.ProseMirror:focus').waitFor();
    await page.keyboard.type('Reports from four districts agree.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Their command is not yet clear, and one report contradicts the others on dates.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('The council meets weekly.');
    await expect.poll(() => wordsInVault(desk, id)).toContain('The council meets weekly.');
    await page.getByText('23 words, 1 page').waitFor();

    await choose(page, 'not yet clear');
    await page.keyboard.press('Control+Shift+E');
    await panel(page).getByRole('textbox', { name: 'Private note on these words' }).waitFor();
    await page.keyboard.type('Ask the envoy.');
    await page.keyboard.press('Control+Enter');
    await prose(page).locator('[data-note]').filter({ hasText: 'not yet clear' }).waitFor();
    await choose(page, 'four districts');
    await page.keyboard.press('Control+Shift+M');
    await panel(page).getByRole('textbox', { name: 'Comment on these words' }).fill('Which ones?');
    await page.keyboard.press('Control+Enter');
    await prose(page).locator('[data-note]').filter({ hasText: 'four districts' }).waitFor();
    const quotes = () => panel(page).locator('[data-note-item] [data-kind]').allTextContents();
    await expect.poll(quotes).toEqual(['four districts', 'not yet clear']);
    const kept = await desk.client.papers.notes({ record: id });
    expect(kept.map(({ kind, label, anchor }) => [kind, label, anchor?.quote]).toSorted()).toEqual([
      ['annotation', 'PRIVATE', 'not yet clear'],
      ['comment', 'TLP:AMBER', 'four districts'],
    ]);
    await takePicture(page, 'paper-notes');
    await accessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await takePicture(page, 'paper-notes-dark');
    await accessible(page);
    await page.emulateMedia({ colorScheme: 'light' });

    // Typed before and inside: the note goes along.
    await choose(page, 'Their command');
    await page.keyboard.type('Who commands them');
    await prose(page).locator('[data-note]').filter({ hasText: 'not yet clear' }).waitFor();
    await expect.poll(() => wordsInVault(desk, id)).toContain('Who commands them is not yet clear');
    // From the list to the words, and back from the sign in the margin.
    await panel(page).getByRole('button', { name: 'not yet clear' }).click();
    await expect.poll(() => page.evaluate('document.getSelection().toString()')).toBe('not yet clear');
    await page.getByRole('button', { name: 'Private note: Ask the envoy.' }).click();
    await expect.poll(() => page.evaluate('document.activeElement?.textContent')).toContain('Ask the envoy.');

    // The whole paragraph goes: the note is kept with its words, and comes back with them.
    await choose(page, 'Who commands them');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    const unplaced = panel(page).getByRole('region', { name: 'Could not be placed' });
    await unplaced.getByText('not yet clear').waitFor();
    await unplaced.getByText('Ask the envoy.').waitFor();
    await takePicture(page, 'paper-unplaced');
    await accessible(page);
    await prose(page).focus();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await unplaced.waitFor({ state: 'detached' });
    await prose(page).locator('[data-note]').filter({ hasText: 'not yet clear' }).waitFor();

    // Deleting and undoing a note.
    const item = panel(page).locator('[data-note-item]').filter({ hasText: 'Ask the envoy.' });
    await item.getByRole('button', { name: 'Reword' }).click();
    await item.getByRole('textbox', { name: 'Words of the private note' }).fill('Ask both envoys.');
    await page.keyboard.press('Control+Enter');
    const reworded = panel(page).locator('[data-note-item]').filter({ hasText: 'Ask both envoys.' });
    await reworded.getByRole('button', { name: 'Delete' }).click();
    await reworded.waitFor({ state: 'detached' });
    await page.locator('body').press('Control+z');
    await reworded.waitFor();

    // A restart keeps everything.
    await expect.poll(() => wordsInVault(desk, id)).toContain('not yet clear');
    const again = await desk.restart();
    await again.client.vault.unlock({ folder: desk.folder, passphrase: PASSPHRASE });
    const other = await again.window(`/papers/${id}`);
    await prose(other).locator('[data-note]').filter({ hasText: 'not yet clear' }).waitFor();
    await prose(other).locator('[data-note]').filter({ hasText: 'four districts' }).waitFor();
    expect(await other.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Deep-dive: Karsenia');
  }, 300_000);

  it('has a status, details and files, which are shown from the vault, saved, taken away and brought back', async () => {
    const desk = await aMembersDesk();
    const { id } = await desk.client.records.create({
      kind: 'paper',
      body: { title: 'Update', type: 'update', status: 'drafting', body: aDocument('One line.') },
    });
    const page = await desk.window(`/papers/${id}`);
    const inVault = async (field: string) => (await desk.client.records.read({ id })).body[field];
    await page.getByRole('button', { name: /^Status: being drafted/ }).click();
    await page.getByRole('menuitem', { name: 'Submitted' }).click();
    await expect.poll(() => inVault('status')).toBe('submitted');
    await page.locator('body').press('Control+z');
    await expect.poll(() => inVault('status')).toBe('drafting');

    await page.getByRole('textbox', { name: 'Title' }).fill('Update on the river districts');
    await page.keyboard.press('Enter');
    await expect.poll(() => inVault('title')).toBe('Update on the river districts');

    const folder = aFolder();
    mkdirSync(folder, { recursive: true });
    const large = join(folder, 'map of the districts.bmp');
    writeFileSync(large, aBitmap(80));
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Attach files…' }).click();
    await (await chooser).setFiles([large]);
    const files = page.getByRole('region', { name: 'Attachments' });
    await files.getByText('map of the districts.bmp').waitFor();
    expect(objects(await inVault('attachments')).map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['map of the districts.bmp', 'image/bmp'],
    ]);
    await files.getByRole('button', { name: 'Show: map of the districts.bmp' }).click();
    const picture = files.getByRole('img', { name: 'map of the districts.bmp' });
    await picture.waitFor();
    const width = `document.querySelector('section[aria-label="Attachments"] img').naturalWidth`;
    await expect.poll(() => page.evaluate(width)).toBe(1000);
    expect(await picture.getAttribute('src')).toMatch(/^blob:/);
    await takePicture(page, 'paper-files');
    await accessible(page);
    const download = page.waitForEvent('download');
    await files.getByRole('button', { name: 'Save a copy: map of the districts.bmp' }).click();
    expect(statSync(await (await download).path()).size).toBe(statSync(large).size);
    // Stricter than its paper, it stands in a portion at the end of the text, and is read there.
    await files.getByRole('button', { name: 'Mark more strictly: map of the districts.bmp' }).click();
    await page.getByRole('menuitem', { name: 'TLP:RED' }).click();
    await expect.poll(() => inVault('attachments')).toBeUndefined();
    await page.getByText('With 1 file.').waitFor();
    await page.getByRole('button', { name: 'Open its text' }).last().click();
    const apart = page.getByRole('list', { name: 'Files of the portion' });
    await apart.getByRole('button', { name: 'Show: map of the districts.bmp' }).waitFor();
    await page.getByRole('button', { name: 'Who may see it' }).last().click();
    const readers = page.getByRole('dialog', { name: 'Who may see it' });
    await readers.getByLabel('Where others may ask to read it').fill('the Registry');
    await takePicture(page, 'paper-file-apart');
    await page.keyboard.press('Escape');
    await page.getByText('To be read at: the Registry.').waitFor();
    await page.getByRole('button', { name: 'Take back into the paper' }).last().click();
    await files.getByRole('button', { name: 'Take away: map of the districts.bmp' }).click();
    await expect.poll(() => inVault('attachments')).toBeUndefined();
    await page.locator('body').press('Control+z');
    await files.getByText('map of the districts.bmp').waitFor();
    // A folder is what is in it, but for what systems put there for themselves.
    const pictures = join(folder, 'Pictures of the districts');
    mkdirSync(join(pictures, 'North'), { recursive: true });
    for (const name of ['10.png', '9.png', join('North', 'river.pdf'), '.DS_Store'])
      writeFileSync(join(pictures, name), `Of ${name}`);
    await dropFolder(page, pictures);
    await expect
      .poll(async () => objects(await inVault('attachments')).map(({ name }) => name))
      .toEqual(['map of the districts.bmp', '9.png', '10.png', 'river.pdf']);

    await page.getByRole('tab', { name: 'Details' }).click();
    await page.locator('[data-field="due"] input').first().fill('18 February 2027');
    await page.keyboard.press('Enter');
    await expect.poll(() => inVault('due')).toBe('2027-02-18');
    expect(await page.locator('[data-field="body"]').count()).toBe(0);
    await accessible(page);
  }, 300_000);

  it('is taken in from Markdown with what could not be kept, several files at once', async () => {
    const desk = await anOpenDesk();
    const page = await desk.window('/papers');
    const folder = aFolder();
    mkdirSync(folder, { recursive: true });
    const marked = join(folder, 'karsenia.md');
    writeFileSync(marked, '# Karsenia\n\nThe <u>council</u> meets.\n\n![A map](map.png)\n');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import…' }).first().click();
    await (await chooser).setFiles([marked]);
    await prose(page).getByText('The council meets.').waitFor();
    const notice = page.getByRole('region', { name: 'What could not be kept' });
    await notice.getByText('Underlining is not kept.').waitFor();
    await takePicture(page, 'paper-imported');
    await accessible(page);
    await notice.getByRole('button', { name: 'I have read it' }).click();
    await notice.waitFor({ state: 'detached' });

    const long = join(folder, 'long.txt');
    writeFileSync(
      long,
      Array.from({ length: 4_000 }, () => `${'The river districts hold. '.repeat(12)}And so on.`).join('\n\n'),
    );
    const short = join(folder, 'short.txt');
    writeFileSync(short, 'A short one.\n');
    await page.goto(`${desk.host.url}/#/papers`);
    await page.reload();
    const second = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import…' }).first().click();
    await (await second).setFiles([long, short]);
    const came = page.getByRole('region', { name: 'Files that came' });
    await came.getByText('“Short” is a paper now').waitFor();
    await came.getByText('“Long” is a paper now').waitFor();
    const papers = await desk.client.records.list({ kind: 'paper' });
    expect(papers.map(({ title }) => title).toSorted()).toEqual(['Karsenia', 'Long', 'Short']);
    const found = papers.find(({ title }) => title === 'Long');
    const { words } = await desk.client.papers.words({ paper: found?.id ?? '' });
    expect(words).toBeGreaterThan(200_000);
    await came.getByRole('button', { name: 'Close the list of files' }).click();
    await page.locator('body').press('Control+z');
    await expect.poll(async () => (await desk.client.records.list({ kind: 'paper', deleted: true })).length).toBe(1);

    // Beside a meeting's papers it is one of them, though the meeting takes answers from outside that end alike.
    const { id: meeting } = await desk.client.records.create({ kind: 'meeting', body: { title: 'Eighth meeting' } });
    const beside = await desk.window(`/meetings/${meeting}`);
    await beside.getByRole('tab', { name: /^Papers/ }).click();
    await beside.getByRole('button', { name: 'Import…' }).first().waitFor();
    await dropFiles(beside, [{ name: 'levies.txt', bytes: Buffer.from('Who collects the levies.\n') }]);
    await prose(beside).getByText('Who collects the levies.').waitFor();
    const levies = (await desk.client.records.list({ kind: 'paper' })).find(({ title }) => title === 'Levies');
    expect((await desk.client.records.read({ id: levies?.id ?? '' })).body.meeting).toBe(meeting);
  }, 300_000);

  it('is compared with any of its versions, barred where it changed, and its text restored', async () => {
    const session = await aSession();
    const { id } = aPaper(session, { body: aDocument('The bridge was closed.', 'Trade goes on.') });
    shareDrafts(session, 'all');
    editRecord(session, id, { body: aDocument('The bridge was closed on Tuesday.', 'Trade goes on.', 'A new end.') });
    session.vault.close();
    const desk = await aDesk({ vaults: dirname(session.folder) });
    await desk.client.vault.unlock({ folder: session.folder, passphrase: PASSPHRASE });
    const page = await desk.window(`/papers/${id}`);
    await page.getByRole('button', { name: 'Status: no status, changed since version 1' }).waitFor();
    await expect
      .poll(() => prose(page).locator('[data-changed]').allTextContents())
      .toEqual(['The bridge was closed on Tuesday.', 'A new end.']);
    await page.getByRole('button', { name: 'Since version 1', exact: true }).click();
    const compared = page.getByRole('region', { name: 'Comparison of versions' });
    await compared.getByRole('insertion').filter({ hasText: 'on Tuesday' }).waitFor();
    await compared.getByRole('insertion').filter({ hasText: 'A new end.' }).waitFor();
    await takePicture(page, 'paper-compare');
    await accessible(page);
    await compared.getByRole('button', { name: 'Restore the text of the first one' }).click();
    await expect.poll(() => wordsInVault(desk, id)).toBe('The bridge was closed.\nTrade goes on.');
    await page.locator('body').press('Control+z');
    await expect.poll(() => wordsInVault(desk, id)).toContain('A new end.');
  }, 300_000);

  it('is asked about where two changed it, says what is wrong with it, and is found by what is remarked on it', async () => {
    const [here, there] = [await aSession('Tavania'), await aSession('Corvane')];
    const { id } = aPaper(here, {
      title: 'Update',
      body: aDocument('Offer the regulator equipment.', 'Trade goes on.'),
    });
    const anchor = { block: 'gone', quote: 'old words', before: '', after: '' };
    const note = createRecord(here, 'annotation', { record: id, text: 'Kept for long.', anchor });
    deliver(here, there, 'b1');
    editRecord(here, id, { body: aDocument('Offer the regulator training.', 'Trade goes on.') });
    editRecord(there, id, { body: aDocument('Offer the regulator linguists.', 'Trade goes on.') });
    shareDrafts(here, 'all');
    deliver(there, here, 'b2');
    here.vault.close();
    const desk = await aDesk({ vaults: dirname(here.folder) });
    await desk.client.vault.unlock({ folder: here.folder, passphrase: PASSPHRASE });
    const page = await desk.window(`/papers/${id}`);
    await page.getByText('1 of 1 questions is open.').waitFor();
    expect(await prose(page).count()).toBe(0);
    await accessible(page);
    await page.getByRole('radio', { name: 'Take theirs' }).check();
    await page.getByRole('button', { name: 'Apply the answers' }).click();
    await prose(page).getByText('Offer the regulator linguists.').waitFor();
    await expect.poll(async () => (await desk.client.records.read({ id })).conflicted).toBe(false);

    // By the address of the note to the paper, where it waits for other words.
    await page.goto(`${desk.host.url}/#/papers/of/${note.id}`);
    await page.reload();
    const unplaced = panel(page).getByRole('region', { name: 'Could not be placed' });
    await unplaced.getByText('Kept for long.').waitFor();
    await choose(page, 'Trade');
    await unplaced.getByRole('button', { name: 'Put it on the words chosen in the text' }).click();
    await prose(page).locator('[data-note]').filter({ hasText: 'Trade' }).waitFor();
    await unplaced.waitFor({ state: 'detached' });
    // In the text, undo is that of the text.
    await panel(page)
      .getByRole('tab', { name: /^Comments/ })
      .press('Control+z');
    await unplaced.getByText('old words').waitFor();

    await desk.client.records.remove({ id, reason: 'Twice in the list' });
    await page.getByText('This record was deleted').first().waitFor();
    expect(await prose(page).getAttribute('contenteditable')).toBe('false');
    await panel(page).getByText('Kept for long.').waitFor();
    await page.goto(`${desk.host.url}/#/papers/00000000-0000-4000-8000-000000000000`);
    await page.reload();
    await page.getByText('That record is not in this vault.').first().waitFor();
  }, 300_000);
});
