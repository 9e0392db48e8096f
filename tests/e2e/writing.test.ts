import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { outlineOf } from '../../domain/papers/outlines.ts';
import { plainText } from '../../domain/papers/plainText.ts';
import { anOpenDesk, takePicture } from '../helpers/aWindow.ts';

const prose = (page: Page): Locator => page.locator('[data-editor="body"] [role=textbox]').first();
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'About this record' });
const axe = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

it('a paper begins with its outline, which asks and is no text; what is written is held to its limit', async () => {
  const desk = await anOpenDesk();
  const { client } = desk;
  const page = await desk.window('/papers');
  await page.getByRole('button', { name: 'Add paper' }).first().click();
  const form = page.getByRole('form', { name: 'Add paper' });
  await form.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'Policy brief' }).click();
  await form.getByRole('textbox', { name: 'Title' }).fill('Brief on Karsenia');
  await page.keyboard.press('Enter');

  // The questions are shown, and stand in no text; the cursor is where the first is answered.
  const asked = prose(page).locator('p[data-asks]');
  await expect.poll(() => asked.count()).toBe(4);
  await page.locator('.ProseMirror:focus').waitFor();
  await page.keyboard.type('Two markets are closed.');
  await expect.poll(() => asked.count()).toBe(3);
  const [paper] = await client.records.list({ kind: 'paper' });
  const id = paper?.id ?? '';
  const said = async () => plainText((await client.records.read({ id })).body.body);
  const [issue] = outlineOf('policyBrief');
  await expect.poll(said).toContain('Two markets are closed.');
  expect(await said()).not.toContain(issue?.asks.en ?? '-');

  // By key to a section that is empty.
  await panel(page).getByRole('tab', { name: 'Outline' }).click();
  await panel(page).getByText('3 sections are empty, none is missing.').waitFor();
  await panel(page)
    .getByRole('button', { name: /^Options/ })
    .focus();
  await page.keyboard.press('Enter');
  await page.locator('.ProseMirror:focus').waitFor();
  await page.keyboard.insertText('word '.repeat(720));
  await panel(page).getByText('Too long: 6 minutes of 5.').waitFor();
  await panel(page).getByText('2 sections are empty').waitFor();
  await takePicture(page, 'writing-outline');
  await axe(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await takePicture(page, 'writing-outline-dark');
  await axe(page);
});
