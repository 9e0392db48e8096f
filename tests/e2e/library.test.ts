import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { anExerciseDesk, anOpenDesk, type Desk, takePicture } from '../helpers/aWindow.ts';
import { cutOff } from '../helpers/cutOff.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'Search the library' });
const hits = (page: Page) => page.getByRole('list', { name: 'Results' }).getByRole('listitem');
const titles = (page: Page) => hits(page).getByRole('link').allTextContents();
const total = (page: Page, words: string) => page.locator('output').getByText(words, { exact: true });

async function aLibrary(): Promise<{ desk: Desk; page: Page }> {
  const desk = await anExerciseDesk();
  const page = await desk.window('/library');
  await field(page).waitFor();
  return { desk, page };
}

async function faults(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
}

describe('the library', () => {
  it('finds as one types, says where a record belongs, and is gone through with the keyboard alone', async () => {
    const { desk, page } = await aLibrary();
    await page.getByRole('heading', { name: 'Everything that was ever written down here' }).waitFor();
    expect(await field(page).evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await page.keyboard.type('ferry road');
    await total(page, '6 records').waitFor();
    const first = hits(page).first();
    expect(await first.locator('mark').allTextContents()).toEqual(expect.arrayContaining(['ferry', 'road']));
    const line = '(mark) => getComputedStyle(mark).textDecorationLine';
    expect(await page.evaluate(`(${line})(document.querySelector('li mark'))`)).toBe('underline');
    const portion = hits(page).filter({ hasText: 'Portion of a paper' });
    expect(await portion.textContent()).toContain('Eighth meeting of the Board · CB/8/4 Deep-dive: Karsenia');
    await portion.getByText('TLP:RED').waitFor();

    await page.keyboard.press('ArrowDown');
    await page.getByRole('complementary', { name: 'About this record' }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    expect(await field(page).evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await field(page).fill('marrochi');
    await total(page, '1 record').waitFor();
    const [title = ''] = await titles(page);
    expect(title).toBe('Filippa Marrochi');
    await page.keyboard.press('Enter');
    const opened = desk.context.waitForEvent('page');
    await page.keyboard.press('Shift+Enter');
    await (await opened).getByRole('heading', { level: 1, name: title }).waitFor();
    await page.bringToFront();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await total(page, '1 record').waitFor();
    expect(await field(page).inputValue()).toBe('marrochi');
    await page.keyboard.press('Alt+ArrowLeft');
    await total(page, '1 record').waitFor();
  });

  it('narrows by several facets at once, counts them, and keeps a search under a name', async () => {
    const { page } = await aLibrary();
    await field(page).fill('karsenia');
    await hits(page).first().waitFor();
    const paper = page.getByRole('checkbox', { name: /^Paper \d+$/ });
    const papers = await countOf(page, /^Paper (\d+)$/);
    await paper.check();
    await total(page, `${papers} records`).waitFor();
    const amber = await countOf(page, /^TLP:AMBER (\d+)$/);
    await page.getByRole('checkbox', { name: /^TLP:AMBER \d+$/ }).check();
    await total(page, `${amber} records`).waitFor();
    await page.getByRole('checkbox', { name: /^Eighth meeting of the Board \d+$/ }).check();
    await page.getByRole('radio', { name: /^This week \d+$/ }).check();
    await total(page, `${amber} records`).waitFor();

    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByLabel('Name of the search').fill('Papers on Karsenia');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Take all filters away' }).click();
    await expect.poll(() => paper.isChecked()).toBe(false);
    await page.getByRole('radio', { name: 'Between two days' }).check();
    await page.getByLabel('Last day').fill('1 January 2020');
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByRole('button', { name: 'Papers on Karsenia', exact: true }).click();
    await total(page, `${amber} records`).waitFor();
    expect(await paper.isChecked()).toBe(true);
    await page.getByText('Newest first').click();
    await total(page, `${amber} records`).waitFor();
    await takePicture(page, 'library-narrowed');
  });

  it('says what helps where nothing is found, and finds words inside others', async () => {
    const { page } = await aLibrary();
    await field(page).fill('xylophone orchestra');
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    await page.getByText('Try fewer words').waitFor();
    await field(page).press('Escape');
    await page.getByRole('heading', { name: 'Everything that was ever written down here' }).waitFor();
    await field(page).fill('arsenia');
    await page.getByText('No record has these words by themselves.').waitFor();
    expect((await titles(page)).length).toBeGreaterThan(3);
  });

  it('is reached from the palette with the words that were typed there', async () => {
    const desk = await anExerciseDesk();
    const page = await desk.window('/people');
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByPlaceholder('Search everything or type a command').fill('video link break');
    await page.getByRole('dialog').getByText('Private note · Eighth meeting of the Board').waitFor();
    await page.getByRole('dialog').getByText('Search the library for “video link break”').click();
    await hits(page).first().waitFor();
    expect(await field(page).inputValue()).toBe('video link break');
  });

  it('reads on as one goes down a long list', async () => {
    const desk = await anOpenDesk();
    for (let number = 1; number <= 70; number++) {
      await desk.client.records.create({ kind: 'organisation', body: { name: `Observatory ${number}`, type: 'ngo' } });
    }
    const page = await desk.window('/library?q=observatory');
    await total(page, '70 records').waitFor();
    await field(page).press('ArrowDown');
    await expect
      .poll(async () => {
        await page.keyboard.press('End');
        return hits(page).count();
      })
      .toBe(70);
  });

  it('is accessible in light and dark, and cuts nothing off in a small window, at 200 % and in French', async () => {
    const { desk, page } = await aLibrary();
    await field(page).fill('karsenia');
    await hits(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    for (const language of ['en', 'fr'] as const) {
      await desk.client.preferences.write({ name: 'look.language', value: language });
      await page.locator(`html[lang="${language}"]`).waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
        expect(await faults(page)).toEqual([]);
        await takePicture(page, `library-${language}-${colorScheme}`);
      }
      for (const viewport of [
        { width: 1280, height: 720 },
        { width: 640, height: 360 },
      ]) {
        await page.setViewportSize(viewport);
        expect(await cutOff(page)).toEqual([]);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  });
});

/** The number in the name of a facet. */
async function countOf(page: Page, pattern: RegExp): Promise<number> {
  const labels = await page.getByRole('group').locator('label').allInnerTexts();
  const found = labels.map((words) => pattern.exec(words.replace(/\s+/g, ' ').trim())?.[1]).find(Boolean);
  return Number(found);
}
