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

it('asks about a withheld name that somebody typed, before a bundle and before a print, and keeps the answer', async () => {
  const { client, ...desk } = await anExerciseDesk();
  const { installation } = await client.vault.status({});
  const [meeting] = await client.records.list({ kind: 'meeting' });
  if (installation === undefined || meeting === undefined) throw new TypeError('There is no exercise.');
  const { seat, organisation } = installation;
  const red = {
    label: 'TLP:RED' as const,
    distribution: { to: 'named' as const, organisations: [], persons: [seat] },
  };
  await client.records.create({ kind: 'person', body: { name: 'Zoë Halkarran', organisation }, mark: red });
  const said = (text: string) => ({
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { id: 'b1' }, content: [{ type: 'text', text }] }],
  });
  const paper = await client.records.create({
    kind: 'paper',
    body: {
      meeting: meeting.id,
      title: 'A note for the Board',
      body: said('It rained. The list came from Zoe Halkarran’s office in May. Nobody else saw it.'),
    },
  });
  const page = await desk.window(`/exchange/send?records=${paper.id}`);
  const asked = page.getByRole('region', { name: 'Withheld names in what goes' });
  await asked.getByText('1 withheld name stands in what goes').waitFor();
  await asked.getByText('The list came from').waitFor();
  await page.getByText('A withheld name stands in what goes: decide on it first.').waitFor();
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'mentions-asked');
  await asked.getByRole('button', { name: 'May stand' }).focus();
  await page.keyboard.press('Enter');
  await asked.getByText('Every withheld name in what goes is decided on').waitFor();
  await asked.getByRole('button', { name: 'Show 1 decided' }).click();
  await asked.getByRole('textbox', { name: 'It may stand. Why?' }).fill('She agreed on 4 May.');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await client.records.list({ kind: 'mention' }))[0]?.body.reasons)
    .toEqual(['She agreed on 4 May.']);
  await takePicture(page, 'mentions-decided');

  // In print, for the same audience, it is answered; once the sentence differs, it is asked again.
  const print = await desk.window(`/print/paper/${paper.id}`);
  await print.getByRole('radio', { name: /^The board/ }).check();
  const inPrint = print.getByRole('region', { name: 'Withheld names in what goes' });
  await inPrint.getByText('Every withheld name in what goes is decided on').waitFor();
  await drawn(print);
  await client.records.edit({ id: paper.id, changes: { body: said('The list came from Zoë Halkarran in June.') } });
  await inPrint.getByText('1 withheld name stands in what goes').waitFor();
  await expect.poll(() => print.getByRole('button', { name: 'Save as PDF…' }).isDisabled()).toBe(true);
  await takePicture(print, 'mentions-print');
  await inPrint.getByRole('button', { name: 'May stand' }).click();
  await drawn(print);
  await expect.poll(() => print.getByRole('button', { name: 'Save as PDF…' }).isEnabled()).toBe(true);
}, 180_000);
