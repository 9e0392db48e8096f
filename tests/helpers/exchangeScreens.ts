import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Client, makeClient } from '../../contract/client.ts';
import { aFolder, PASSPHRASE } from './aVault.ts';
import type { Desk } from './aWindow.ts';
import { createCore } from './builtCore.ts';
import { folderScreens } from './folderScreens.ts';
import { meetOnce, sealFor } from './twoDesks.ts';

/** A capital without a window, that has met the desk. */
export async function aCapital(client: Client): Promise<Client> {
  const vaultsFolder = aFolder();
  const core = createCore({ vaultsFolder });
  onTestFinished(() => core.close());
  const capital = makeClient(core);
  const holder = (await capital.vault.exerciseSeats({})).find(({ seat }) => seat === 'northmark')?.holder;
  if (holder === undefined) throw new TypeError('The exercise has no seat of Northmark.');
  const folder = join(vaultsFolder, 'Capital.amberdesk');
  await capital.vault.create({ folder, passphrase: PASSPHRASE, holder, workFactor: 10 });
  await meetOnce(client, capital);
  return capital;
}

/** What a capital answered to the dossier, after both changed the same paper. Gives the file. */
async function anAnswer(client: Client): Promise<string> {
  const capital = await aCapital(client);
  const { bundle } = await capital.exchange.open({ file: await sealFor({ client }, { of: 'everything' }, 'dossier') });
  await capital.exchange.accept({ bundle });
  const paper = (await capital.records.list({ kind: 'paper' })).find(({ body }) => body.number === 'CB/8/4');
  if (paper === undefined) throw new TypeError('The dossier has no deep-dive.');
  const long = 'A purpose that is long enough to be read as a text beside another one, word by word and side by side, ';
  await capital.records.edit({ id: paper.id, changes: { due: '2027-02-20', purpose: `${long}as Northmark has it.` } });
  await client.records.edit({ id: paper.id, changes: { due: '2027-02-12', purpose: `${long}as we have it.` } });
  const other = (await capital.records.list({ kind: 'paper' })).find(({ body }) => body.number === 'CB/8/10');
  if (other === undefined) throw new TypeError('The dossier has no paper CB/8/10.');
  await capital.records.edit({ id: other.id, changes: { due: '2027-02-21' } });
  await client.records.edit({ id: other.id, changes: { due: '2027-02-11' } });
  const invited = (await client.records.list({ kind: 'organisation' })).find(
    ({ body }) => body.membership === 'invited',
  );
  const { name = '', type = 'ngo' } = invited?.body ?? {};
  await capital.records.create({ kind: 'organisation', body: { name: `The ${String(name)}`, type, city: 'Halm' } });
  return sealFor({ client: capital }, { of: 'everything' }, 'contribution');
}

/** The screens of the exchange, on a desk with the exercise that has exchanged nothing yet. */
export async function* exchangeScreens(desk: Desk, go: (address: string) => Promise<void>): AsyncGenerator<string> {
  const { page, client } = desk;
  await go('/exchange');
  await page.getByText('Nothing received yet').waitFor();
  yield 'exchange-empty';
  await go('/exchange/conflicts');
  await page.getByText('Nothing is in conflict', { exact: true }).waitFor();
  yield 'conflicts-none';
  await go('/exchange/reply');
  await page.getByRole('textbox', { name: 'Words of a message' }).fill('We know of this.\n\nThe road is closed.');
  await page.getByRole('button', { name: 'Look at these words' }).click();
  await page.getByText('It does not say which bundle it answers').waitFor();
  yield 'reply';
  await page.getByRole('button', { name: 'Another one' }).click();
  const answer = await anAnswer(client);
  yield* folderScreens(desk, go, answer);
  const { bundle } = await client.exchange.open({ file: answer });
  await go('/exchange');
  await page.getByRole('link', { name: /^From Northmark/ }).waitFor();
  yield 'exchange';
  const [meeting] = await client.records.list({ kind: 'meeting' });
  await go(`/exchange/send?meeting=${meeting?.id}`);
  await page.getByText(/^\d+ records go$/).waitFor();
  await page.getByRole('switch', { name: /^Somebody without keys/ }).click();
  await page.getByText(/^Five words are drawn when it is sealed/).waitFor();
  yield 'exchange-send';
  const sent = (await client.exchange.bundles({})).find(({ direction }) => direction === 'out');
  await go(`/exchange/sent/${sent?.bundle}`);
  await page.getByText(/^\d+ records went$/).waitFor();
  yield 'exchange-sent';
  await go(`/exchange/received/${bundle}`);
  await page.getByRole('radio', { name: 'Take theirs' }).waitFor();
  yield 'exchange-received';
  await page.getByRole('button', { name: /^Here already/ }).click();
  await page.getByText('It is here already, as it came.').waitFor();
  yield 'exchange-received-known';
  await go('/exchange?tab=matrix');
  await page.getByRole('table', { name: 'Who has got what' }).waitFor();
  yield 'exchange-matrix';
  await page
    .getByRole('button', { name: /Northmark, bundle of/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Recall this bundle…' }).click();
  await page.getByRole('dialog', { name: 'Recall the bundle' }).waitFor();
  yield 'exchange-recall';
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await go('/exchange?tab=desks');
  await page.getByText(/^You are the only desk of/).waitFor();
  yield 'exchange-desks-none';
  await client.exchange.accept({ bundle });
  await go('/exchange/conflicts');
  await page.getByRole('radio', { name: 'Take theirs' }).check();
  await page.getByText('1 of 2 answered.').waitFor();
  yield 'conflicts';
  await page.getByRole('button', { name: /^Paper: Due date/ }).click();
  await page.getByRole('button', { name: 'Take theirs' }).click();
  yield 'conflicts-alike';
  await page.getByRole('button', { name: /, the same name$/ }).click();
  await page.getByText('Are these the same?').waitFor();
  yield 'conflicts-pair';
}
