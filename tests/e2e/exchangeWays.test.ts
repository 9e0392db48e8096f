import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { aFolder } from '../helpers/aVault.ts';
import { anExerciseDesk, takePicture } from '../helpers/aWindow.ts';
import { downloaded } from '../helpers/downloaded.ts';
import { dropFiles } from '../helpers/dropFiles.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';
import { aCapital } from '../helpers/exchangeScreens.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';
import { sealFor } from '../helpers/twoDesks.ts';

const SIX_MEGABYTES = 6_000_000;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

async function toMatrix(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: /^Exchange/ })
    .click();
  await page.getByRole('tab', { name: 'Who has got what' }).click();
}

/** Drops a bundle of words alone, and goes to where it stands what is open. */
async function drop(page: Page, file: string, says: string | RegExp): Promise<void> {
  await dropFiles(page, [file]);
  await page.getByText(says).first().waitFor();
}

it('a capital that lacks a bundle asks and is sent it; the Secretariat asks in turn, recalls a bundle, and cuts a large one', async () => {
  const { client, ...desk } = await anExerciseDesk({ context: { viewport: { width: 1280, height: 720 } } });
  const capital = await aCapital(client);
  const { card: own } = await client.exchange.ownCard({});
  const [paper, other] = await client.records.list({ kind: 'paper' });
  if (paper === undefined || other === undefined) throw new TypeError('The exercise has too few papers.');

  // The dossier gets lost on the way; what comes after it shows the gap, and the capital asks.
  await sealFor({ client }, { of: 'everything' }, 'dossier');
  await capital.exchange.open({
    file: await sealFor({ client }, { of: 'records', records: [paper.id] }, 'supplement'),
  });
  const request = join(aFolder(), 'request.amber');
  await capital.exchange.ask({ to: own.installation, file: request });
  const page = await desk.window('/exchange?tab=matrix');
  page.setDefaultTimeout(PATIENCE);
  const matrix = page.getByRole('table', { name: 'Who has got what' });
  await matrix.getByText('nothing heard').first().waitFor();
  await drop(page, request, /asks for bundle 1/);
  await toMatrix(page);
  const open = page.getByRole('region', { name: 'What is open' });
  await open.getByText(/^Northmark asks for bundle 1/).waitFor();
  await matrix.getByText('missing there').waitFor();
  await button(page, 'Count what each lacks').click();
  await matrix.getByText('has nothing for certain').waitFor();
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'ways-asked');

  // What was asked for is sent; the capital then has it all.
  await open.getByRole('link', { name: 'Send what was asked for: Northmark' }).click();
  await page.getByText(/^\d+ records go$/).waitFor();
  const sent = await downloaded(page, () => button(page, 'Seal the bundle').click());
  await page.getByRole('heading', { name: /^For /, level: 1 }).waitFor();
  const { bundle } = await capital.exchange.open({ file: sent });
  await capital.exchange.accept({ bundle });
  expect((await capital.records.list({ kind: 'paper' })).map(({ id }) => id)).toContain(other.id);
  expect((await client.exchange.asked({})).map(({ state }) => state)).toEqual(['answered']);

  // Of two bundles of the capital's the first is lost: the window says so, and asks for it.
  await capital.records.edit({ id: paper.id, changes: { purpose: 'As Northmark has it.' } });
  const lost = await sealFor({ client: capital }, { of: 'records', records: [paper.id] }, 'contribution');
  await capital.records.edit({ id: other.id, changes: { purpose: 'Another, as Northmark has it.' } });
  const came = await sealFor({ client: capital }, { of: 'records', records: [other.id] }, 'contribution');
  await dropFiles(page, [came]);
  await page.getByRole('heading', { name: 'From Northmark', level: 1 }).waitFor();
  await button(page, /^Accept( all)? ?\d*$/).click();
  await page.getByText(/^Accepted. It can be taken back/).waitFor();
  await toMatrix(page);
  await open.getByText(/^Missing from Northmark: bundle /).waitFor();
  const ask = await downloaded(page, () => button(page, 'Ask for it… Northmark').click());
  await open.getByText(/^Asked for on /).waitFor();
  await takePicture(page, 'ways-ask');
  await capital.exchange.open({ file: ask });
  expect(await capital.exchange.asked({})).toMatchObject([{ numbers: [expect.any(Number)], state: 'open' }]);
  await dropFiles(page, [lost]);
  await page.getByRole('heading', { name: 'From Northmark', level: 1 }).waitFor();
  await expect.poll(async () => (await client.exchange.toAsk({})).length).toBe(0);

  // The bundle that was sent was a mistake: it is recalled, with the reason, and the capital withdraws it.
  await toMatrix(page);
  await button(page, 'Count what each lacks').click();
  await matrix.getByText(/^lacks /).waitFor();
  const sentTo = matrix.getByRole('button', { name: /Northmark, bundle of/ }).first();
  await sentTo.click();
  await page.getByRole('menuitem', { name: 'Recall this bundle…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Recall the bundle' });
  expect(await button(page, 'Seal the recall').isDisabled()).toBe(true);
  await dialog.getByLabel('Why it is recalled').fill('It named a witness.');
  const recall = await downloaded(page, () => button(page, 'Seal the recall').click());
  await dialog.getByText(/^The recall is sealed for 1 addressee/).waitFor();
  await takePicture(page, 'ways-recalled');
  await button(page, 'Close').last().click();
  await matrix.getByText('recall asked').waitFor();
  await capital.exchange.open({ file: recall });
  expect((await capital.exchange.bundles({})).find((one) => one.bundle === bundle)?.standing).toBe('recalled');

  // A large bundle is cut for the mail, and is whole again where its parts come together.
  const large = join(aFolder(), 'recording.bin');
  writeFileSync(large, randomBytes(SIX_MEGABYTES));
  await client.records.attach({
    id: paper.id,
    file: large,
    name: 'recording.bin',
    mediaType: 'application/octet-stream',
  });
  const send = await desk.window(`/exchange/send?records=${paper.id}`);
  send.setDefaultTimeout(PATIENCE);
  await send.getByText(/^1 record goes$/).waitFor();
  await send
    .getByRole('combobox', { name: 'Size of one file' })
    .or(send.getByRole('textbox', { name: 'Size of one file' }))
    .click();
  await send.getByRole('option', { name: /^At most 5\s/ }).click();
  await send.getByRole('textbox', { name: 'Name of the file' }).fill('letters');
  const parts: Download[] = [];
  send.on('download', (download) => parts.push(download));
  await button(send, 'Seal the bundle').click();
  await send.getByRole('heading', { name: /^For /, level: 1 }).waitFor();
  await expect.poll(() => parts.length, { timeout: PATIENCE }).toBe(2);
  expect(parts.map((part) => part.suggestedFilename())).toEqual(['letters.amber.001', 'letters.amber.002']);
  expect(await lookAtOnce(send)).toEqual([]);
  await takePicture(send, 'ways-volumes');
  const folder = aFolder();
  for (const part of parts) await part.saveAs(join(folder, part.suggestedFilename()));
  const whole = await capital.exchange.open({ file: join(folder, 'letters.amber.002') });
  expect(whole.lines.map(({ record }) => record)).toContain(paper.id);
}, 300_000);
