import { copyFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder } from '../helpers/aVault.ts';
import { anExerciseDesk, takePicture } from '../helpers/aWindow.ts';
import { dropFiles } from '../helpers/dropFiles.ts';
import { aCapital } from '../helpers/exchangeScreens.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';
import { sealFor } from '../helpers/twoDesks.ts';

it('chooses an exchange folder, offers what arrives in it, opens it when asked, joins parts that are dropped, and the journal tells it', async () => {
  const { client, page, window: open } = await anExerciseDesk({ core: { watch: true } });
  const capital = await aCapital(client);
  const { bundle } = await capital.exchange.open({ file: await sealFor({ client }, { of: 'everything' }, 'dossier') });
  await capital.exchange.accept({ bundle });
  const cards = (await capital.exchange.cards({}))
    .filter(({ inForce }) => inForce)
    .map(({ installation }) => installation);
  const sealTo = async (file: string, volumeBytes?: number) =>
    capital.exchange.seal({
      selection: { of: 'everything' },
      audience: { kind: 'board' },
      addressees: cards,
      purpose: 'contribution',
      file,
      ...(volumeBytes === undefined ? {} : { volumeBytes }),
    });

  // The folder is typed, and checked while it is.
  const folder = aFolder();
  const settings = await open('/settings?section=folder');
  const path = settings.getByRole('textbox', { name: 'Folder', exact: true });
  await path.fill(`${folder}nowhere`);
  await settings.getByText('There is no folder at that place.').waitFor();
  await path.fill(folder);
  await settings.getByRole('button', { name: 'Use this folder' }).click();
  await settings.getByText('The exchange folder is watched.').waitFor();
  expect(await lookAtOnce(settings)).toEqual([]);
  await takePicture(settings, 'folder-settings');

  // Half of a bundle is nothing; the whole is offered by itself, wherever a person is, and opened when they say so.
  const sealed = join(aFolder(), 'x.amber');
  await sealTo(sealed);
  const name = '4f0a7c21d9e83b5566aa.amber';
  const bytes = readFileSync(sealed);
  writeFileSync(join(folder, name), bytes.subarray(0, bytes.length - 700));
  await settings.getByText('One bundle in it is still arriving').waitFor();
  copyFileSync(sealed, join(folder, name));
  const panel = settings.getByRole('region', { name: 'Files that came' });
  await panel.getByText('A bundle has arrived').waitFor();
  expect(await client.exchange.bundles({}).then((all) => all.filter(({ direction }) => direction === 'in'))).toEqual(
    [],
  );
  expect(await lookAtOnce(settings)).toEqual([]);
  await takePicture(settings, 'folder-offered');
  await settings.keyboard.press('Escape');
  const exchange = await open('/exchange');
  await exchange.getByRole('list', { name: 'Bundles in the exchange folder' }).waitFor();
  expect(await lookAtOnce(exchange)).toEqual([]);
  await takePicture(exchange, 'folder-exchange');
  await exchange.getByRole('button', { name: `Put aside ${name}: it is not offered again` }).click();
  await exchange.getByRole('list', { name: 'Bundles in the exchange folder' }).waitFor({ state: 'detached' });
  await exchange.keyboard.press('Control+z');
  await exchange.getByRole('button', { name: `Open the bundle ${name}` }).click();
  await exchange.getByRole('heading', { name: 'From Northmark', level: 1 }).waitFor();
  await expect.poll(async () => (await client.folder.read({})).offers).toEqual([]);

  // What is sealed can go there, too, under a name that is drawn.
  const [meeting] = await client.records.list({ kind: 'meeting' });
  const send = await open(`/exchange/send?meeting=${meeting?.id}`);
  await send.getByText(/^\d+ records go$/).waitFor();
  await send.getByRole('switch', { name: 'Write it into the exchange folder' }).click();
  expect(await lookAtOnce(send)).toEqual([]);
  await takePicture(send, 'folder-send');
  await send.getByRole('button', { name: 'Seal the bundle' }).click();
  await send.getByText(/^Nothing: it lies in the exchange folder/).waitFor();
  const written = readdirSync(folder).filter((one) => one !== name);
  expect(written).toEqual([expect.stringMatching(/^[0-9a-f]{20}\.amber$/)]);

  // A stick that is pulled out is said, and found again.
  renameSync(folder, `${folder} out`);
  await settings.getByText('cannot be reached at this moment').waitFor();
  await takePicture(settings, 'folder-gone');
  renameSync(`${folder} out`, folder);
  await settings.getByText('The exchange folder is watched.').waitFor();

  // Parts: two of three are dropped, the third after them.
  const cut = await sealTo(join(aFolder(), 'large.amber'), Math.ceil(bytes.length / 3) + 200);
  const [first = '', second = '', third = ''] = cut.files;
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'People' }).click();
  await dropFiles(page, [third, first]);
  await page.getByText('Missing: large.amber.002.').waitFor();
  await takePicture(page, 'folder-parts');
  await dropFiles(page, [second]);
  await page.getByRole('heading', { name: 'From Northmark', level: 1 }).waitFor();

  // The journal.
  const journal = await open('/journal');
  await journal.getByText(/lines are as they were written/).waitFor();
  await journal
    .getByText(/^Opened a contribution from .*Northmark/)
    .first()
    .waitFor();
  expect(await lookAtOnce(journal)).toEqual([]);
  await takePicture(journal, 'journal');
  await journal.getByRole('textbox', { name: 'Search in the journal' }).fill('exchange folder');
  await journal.getByText(`The exchange folder is ${folder} from now on.`).waitFor();
  await expect.poll(() => journal.getByRole('listitem').filter({ hasText: 'Opened a contribution' }).count()).toBe(0);
  await journal.getByRole('button', { name: 'Show all lines' }).click();
  await journal.getByRole('button', { name: 'Save as a file' }).click();
  const download = journal.waitForEvent('download');
  await journal.getByRole('menuitem', { name: 'Save the journal as sentences…' }).click();
  const file = join(aFolder(), basename((await download).suggestedFilename()));
  await (await download).saveAs(file);
  expect(readFileSync(file, 'utf8')).toMatch(/^1\t.*The vault was made, with fresh keys\.\n/);
  await journal.getByText(/, was saved as a file\.$/).waitFor();
  for (const look of ['dark', 'fr'] as const) {
    if (look === 'dark')
      for (const one of [journal, exchange, settings]) await one.emulateMedia({ colorScheme: 'dark' });
    if (look === 'fr') await client.preferences.write({ name: 'look.language', value: 'fr' });
    if (look === 'fr') await journal.locator('html[lang="fr"]').waitFor();
    await takePicture(journal, `journal-${look}`);
    await takePicture(settings, `folder-settings-${look}`);
  }
  expect(readdirSync(folder).sort()).toEqual([...written, name].sort());
});
