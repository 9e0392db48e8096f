import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { anExerciseDesk, takePicture } from '../helpers/aWindow.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';
import { readPdf } from '../helpers/readPdf.ts';

const drawn = (page: Page) => page.locator('[data-page="1"][data-drawn="true"]').waitFor({ timeout: PATIENCE });

it('prints what the gate says of a bundle and of a print, for ourselves alone, and nothing that was chosen is lost', async () => {
  const { client, ...desk } = await anExerciseDesk();
  const [meeting] = await client.records.list({ kind: 'meeting' });
  const page = await desk.window(`/exchange/send?meeting=${meeting?.id}`);
  await page.getByText(/^\d+ records go$/).waitFor();
  await page.getByRole('textbox', { name: 'Name of the file' }).fill('Dossier for the eighth meeting');
  await page.getByRole('button', { name: 'Print this explanation' }).click();
  await page.getByRole('heading', { name: 'Print the release report', level: 1 }).waitFor();
  await drawn(page);
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'explanation-report');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as PDF…' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Release report.pdf');
  const report = await readPdf(readFileSync(await download.path()));
  expect(report.text).toContain('Withheld');
  expect(report.text).toContain('Its mark does not cover everyone in this audience.');
  // Back where the bundle is put together, as it was left.
  await page.getByRole('link', { name: 'Seal a bundle' }).click();
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Name of the file' }).inputValue())
    .toBe('Dossier for the eighth meeting');
}, 180_000);
