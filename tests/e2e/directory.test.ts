import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, it, onTestFinished } from 'vitest';
import { type Client, makeClient } from '../../contract/client.ts';
import { createCore } from '../../core/createCore.ts';
import { InstallationId } from '../../domain/records/ids.ts';
import { aFolder, PASSPHRASE } from '../helpers/aVault.ts';
import { aDesk, type Desk, takePicture } from '../helpers/aWindow.ts';
import { cutOff } from '../helpers/cutOff.ts';
import { dropFiles } from '../helpers/dropFiles.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });

/** Light, dark, French and at 200 %: nothing is wrong, nothing is cut off, and somebody may look. */
async function lookAt({ client }: Desk, page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  await takePicture(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(WCAG).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await takePicture(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await client.preferences.write({ name: 'look.language', value: 'fr' });
  await page.locator('html[lang="fr"]').waitFor();
  await takePicture(page, `${name}-fr`);
  await page.setViewportSize({ width: 640, height: 360 });
  expect(await cutOff(page)).toEqual([]);
  await page.setViewportSize(size);
  await client.preferences.write({ name: 'look.language', value: 'en' });
  await page.locator('html[lang="en"]').waitFor();
}

/** A vault for a seat of the exercise, without a window. */
async function anInstallation(seat: string): Promise<Client> {
  const vaultsFolder = aFolder();
  const core = createCore({ vaultsFolder });
  onTestFinished(() => core.close());
  const client = makeClient(core);
  await makeVault(client, vaultsFolder, seat);
  return client;
}

async function makeVault(client: Client, folder: string, seat: string): Promise<void> {
  const holder = (await client.vault.exerciseSeats({})).find((one) => one.seat === seat)?.holder;
  if (holder === undefined) throw new TypeError(`The exercise has no seat ${seat}.`);
  const vault = join(folder, `${seat}.amberdesk`);
  await client.vault.create({ folder: vault, passphrase: PASSPHRASE, holder, workFactor: 10 });
}

async function cardOf(client: Client): Promise<string> {
  const file = join(aFolder(), 'seat.ambercard');
  await client.exchange.saveCard({ file });
  return file;
}

/** Goes to a tab of the people. */
async function toTab(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'People' }).click();
  await heading(page, 'People').waitFor();
  await page.getByRole('tab', { name }).click();
}

/** What is sealed in this window by a button, as a file. */
async function savedBy(page: Page, press: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download');
  await press();
  const file = join(aFolder(), 'bundle.amber');
  await (await download).saveAs(file);
  return file;
}

/** Drops a card and verifies it: its digits are read from the other side and typed. */
async function verify(page: Page, card: string, digits: string, name: string): Promise<void> {
  await dropFiles(page, [card]);
  await page.getByText('It is kept.').first().waitFor();
  await button(page, 'Close the list of files').click();
  await button(page, `Verify the card of ${name}`).first().click();
  const dialog = page.getByRole('dialog', { name: `Verify the card of ${name}` });
  await dialog.getByLabel('What is read to you').fill(digits.replace(/\d$/, (last) => String((Number(last) + 1) % 10)));
  await dialog.getByText('Group 8 is not the same. Have it read once more.').waitFor();
  expect(await button(page, 'The digits are the same').isDisabled()).toBe(true);
  await dialog.getByLabel('What is read to you').fill(digits);
  await dialog.getByText('All eight groups are the same.').waitFor();
  await dialog.getByRole('radio', { name: 'by video' }).check();
  await button(page, 'The digits are the same').click();
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByText(/ by video, /)
    .first()
    .waitFor();
}

it('a capital joins by card and invitation, has a second laptop, loses one, and both sides see what is said of it', async () => {
  const secretariat = await aDesk();
  await makeVault(secretariat.client, secretariat.vaults, 'secretariat');
  const { holder: own } =
    (await secretariat.client.vault.exerciseSeats({})).find(({ seat }) => seat === 'secretariat') ?? {};
  await secretariat.client.vault.startNetwork({
    network: { name: 'Exercise Meridian', shortName: 'Meridian', symbol: 'CB' },
    organisation: { name: own?.organisationName ?? '', shortName: own?.organisationName ?? '', type: 'secretariat' },
    person: { name: own?.name ?? '', role: 'secretariat' },
  });
  const capital = await aDesk();
  await makeVault(capital.client, capital.vaults, 'northmark');
  const theirs = (await capital.client.exchange.ownCard({})).card;
  const ours = (await secretariat.client.exchange.ownCard({})).card;

  // Each side takes the other's card in and compares.
  const there = await capital.window('/people?tab=cards');
  await there.getByRole('heading', { name: 'Joining a network' }).waitFor();
  await lookAt(capital, there, 'joining');
  await verify(there, await cardOf(secretariat.client), ours.digits, ours.name);
  const here = await secretariat.window('/people?tab=cards');
  await heading(here, 'People').waitFor();
  await verify(here, await cardOf(capital.client), theirs.digits, theirs.name);

  // The Secretariat takes them in, and seals the invitation.
  await button(here, `Take in ${theirs.name}`).click();
  await button(here, 'Take in').click();
  await here.getByText('was admitted, in entry').waitFor();
  await here.getByRole('link', { name: `Seal the invitation for ${theirs.name}` }).click();
  await heading(here, 'Seal a bundle').waitFor();
  await here.getByText(/^\d+ records go$/).waitFor();
  const invitation = await savedBy(here, () => button(here, /^Seal the bundle$/).click());
  await dropFiles(there, [invitation]);
  await heading(there, /^From /).waitFor();
  await button(there, /^Accept/)
    .first()
    .click();
  await there
    .getByText(/^Accepted/)
    .first()
    .waitFor();
  await toTab(there, 'Directory');
  await there.getByRole('table', { name: 'Installations' }).getByText('(this one)').waitFor();
  expect((await capital.client.directory.read({})).head).toEqual((await secretariat.client.directory.read({})).head);

  // A second laptop of the same person.
  const second = await anInstallation('northmark');
  const laptop = (await second.exchange.ownCard({})).card;
  await toTab(here, 'Seats and cards');
  await verify(here, await cardOf(second), laptop.digits, laptop.name);
  await button(here, `Take in ${laptop.name}`).click();
  await here.getByRole('radio', { name: 'a further one, beside them' }).waitFor();
  await button(here, 'Take in').click();
  await here.getByText('was admitted, in entry').first().waitFor();
  await here.getByRole('tab', { name: 'Directory' }).click();
  await expect.poll(() => here.getByRole('row').filter({ hasText: theirs.name }).count()).toBe(2);
  await here.getByText('Call this person').waitFor();
  await button(here, 'I have looked at it').click();
  await here.getByText('Call this person').waitFor({ state: 'detached' });

  // It gets a last day.
  await button(here, `About the installation ${laptop.digits.slice(0, 5)} of ${laptop.name}`).click();
  await here.getByRole('menuitem', { name: 'Another last day…' }).click();
  await here.getByRole('textbox', { name: 'Last day' }).fill('30 June 2027');
  await button(here, 'Admit again').click();
  await here.getByText('in force, until 30 Jun 2027').waitFor();

  // The other is lost: revoked step by step, by keyboard from the menu on, and everybody is told.
  await button(here, `About the installation ${theirs.digits.slice(0, 5)} of ${theirs.name}`).click();
  await here.getByRole('menuitem', { name: 'Lost or stolen: revoke…' }).click();
  await here.getByRole('radio', { name: 'Stolen' }).check();
  await here.getByLabel('In a few words').fill('from a hotel room');
  await button(here, 'Continue').click();
  const couldOpen = here.getByRole('region', { name: 'What it could open' });
  await couldOpen.getByText('Exercise Meridian').waitFor();
  await couldOpen.getByRole('link', { name: 'Invitation' }).waitFor();
  await button(here, 'Revoke the installation').click();
  await here.getByText(/^Revoked, in entry \d+/).waitFor();
  await button(here, 'Send the directory to everybody…').last().click();
  await here.getByText(/for 1 installation of 1 organisation/).waitFor();
  const news = await savedBy(here, () => button(here, 'Seal the directory').click());
  await here.getByText('Sealed and saved.').waitFor();
  await button(here, 'Close').last().click();

  // The other laptop opens it: its own predecessor is revoked there too. The revoked one cannot open it.
  const known = await second.exchange.addCard({ file: await cardOf(secretariat.client) });
  await second.exchange.verifyCard({ installation: known.installation, verifiedBy: laptop.name });
  await second.exchange.open({ file: news });
  const { seats } = await second.directory.read({});
  expect(seats.find(({ installation }) => installation === theirs.installation)).toMatchObject({
    standing: 'revoked',
    trust: 'revoked',
    reason: 'Stolen: from a hotel room',
  });
  await expect(capital.client.exchange.open({ file: news })).rejects.toMatchObject({ code: 'bundle.notForUs' });

  // What the revoked laptop seals from now on is not opened.
  await capital.client.records.create({ kind: 'person', body: { name: 'Somebody invented' } });
  const late = join(aFolder(), 'late.amber');
  await capital.client.exchange.seal({
    selection: { of: 'everything' },
    audience: { kind: 'board' },
    addressees: [InstallationId.parse(ours.installation)],
    purpose: 'contribution',
    file: late,
  });
  await dropFiles(here, [late]);
  await here.getByText('The card of the sender was revoked. The bundle was not opened').waitFor();
  await toTab(here, 'Directory');
  await here.getByRole('switch', { name: /^With ended and revoked/ }).click();
  await here.getByText('Stolen: from a hotel room').first().waitFor();
  expect((await secretariat.client.records.list({ kind: 'person' })).map(({ title }) => title)).not.toContain(
    'Somebody invented',
  );
}, 600_000);

it('the root of a network goes on paper, in shares that are typed back, and ends its waiting', async () => {
  const desk = await aDesk();
  await makeVault(desk.client, desk.vaults, 'secretariat');
  const page = await desk.window('/desk');
  await button(page, 'Start the network').click();
  await page.getByLabel('Name of the network').fill('Exercise Meridian');
  await page.getByLabel('Short name').fill('Meridian');
  await page.getByLabel('Symbol of documents').fill('CB');
  await button(page, 'Start the network').click();
  await heading(page, 'The root of the network').waitFor();
  await lookAt(desk, page, 'network-root');
  await button(page, 'Later').click();
  await page.getByRole('link', { name: 'Put the root on paper' }).click();
  const section = page.getByRole('region', { name: 'Root of the network' });
  await section.getByText('It still waits in this vault.').waitFor();
  const download = page.waitForEvent('download');
  await button(page, 'Save the root to print').click();
  expect((await download).suggestedFilename()).toBe('Root shares.pdf');
  await button(page, 'I have it on paper').click();
  await section.getByText('two shares', { exact: true }).click();
  await section.getByLabel('One share').fill('AMBERDESK-SHARE-1 QQQ');
  await section.getByText(/characters are still missing/).waitFor();
  await button(page, 'Confirm').click();
  await section.getByText('Type all groups as they stand on the paper.').waitFor();
  expect((await desk.client.directory.read({})).root?.waiting).toBe(true);
}, 200_000);
