import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, it, onTestFinished } from 'vitest';
import { type Client, makeClient } from '../../contract/client.ts';
import { InstallationId } from '../../domain/records/ids.ts';
import { SHARE_FORM } from '../../domain/vault/shares.ts';
import { aFolder, PASSPHRASE } from '../helpers/aVault.ts';
import { aDesk, anOpenDesk, type Desk, takePicture } from '../helpers/aWindow.ts';
import { createCore } from '../helpers/builtCore.ts';
import { cutOff } from '../helpers/cutOff.ts';
import { downloaded } from '../helpers/downloaded.ts';
import { dropFiles } from '../helpers/dropFiles.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';
import { keysIn } from '../helpers/printedKeys.ts';
import { readPdf } from '../helpers/readPdf.ts';
import { meetOnce } from '../helpers/twoDesks.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const sheet = (page: Page, number: number) => page.locator(`[data-page="${number}"][data-drawn="true"]`);
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

/** The same where a change of the language would begin what is shown anew: light, dark, and at 200 %. */
async function lookAtForm(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await takePicture(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 640, height: 360 });
  expect(await cutOff(page)).toEqual([]);
  await page.setViewportSize(size);
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
  const invitation = await downloaded(here, () => button(here, /^Seal the bundle$/).click());
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

  const everything = join(aFolder(), 'everything.amber');
  await secretariat.client.exchange.seal({
    selection: { of: 'everything' },
    audience: { kind: 'board' },
    addressees: [InstallationId.parse(laptop.installation)],
    purpose: 'invitation',
    file: everything,
  });

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
  const list = await secretariat.window(`/print/couldOpen/${theirs.installation}`);
  await sheet(list, 1).waitFor();
  await list.getByText('Everything in it goes.').waitFor();
  await lookAt(secretariat, list, 'could-open-print');
  expect(await list.getByRole('radio').filter({ hasText: 'open session' }).count()).toBe(0);
  const saving = list.waitForEvent('download');
  await button(list, 'Save as PDF…').click();
  const pdf = await readPdf(readFileSync(await (await saving).path()));
  expect(pdf.text).toContain('What a lost installation could open');
  expect(pdf.text).toContain('Exercise Meridian');
  expect(pdf.text).toContain('Stolen: from a hotel room');
  await list.close();
  await button(here, 'Send the directory to everybody…').last().click();
  await here.getByText(/for 1 installation of 1 organisation/).waitFor();
  const news = await downloaded(here, () => button(here, 'Seal the directory').click());
  await here.getByText('Sealed and saved.').waitFor();
  await button(here, 'Close').last().click();

  // The other laptop opens it: its own predecessor is revoked there too. The revoked one cannot open it.
  const known = await second.exchange.addCard({ file: await cardOf(secretariat.client) });
  await second.exchange.verifyCard({ installation: known.installation, verifiedBy: laptop.name });
  const { bundle: brought } = await second.exchange.open({ file: everything });
  await second.exchange.accept({ bundle: brought });
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

  // The seat of the other laptop ends as planned. What was still on its way from it is put aside, until it is let count.
  await button(here, `About the installation ${laptop.digits.slice(0, 5)} of ${laptop.name}`).click();
  await here.getByRole('menuitem', { name: 'End this seat…' }).click();
  await here.getByRole('radio', { name: 'They left, or the computer is used no more' }).check();
  await lookAt(secretariat, here, 'seat-end');
  await button(here, 'End the seat').click();
  await here.getByText(/^The seat of .* has ended/).waitFor();
  await second.records.create({ kind: 'person', body: { name: 'Somebody met on the last day' } });
  const onItsWay = join(aFolder(), 'on-its-way.amber');
  await second.exchange.seal({
    selection: { of: 'everything' },
    audience: { kind: 'board' },
    addressees: [InstallationId.parse(ours.installation)],
    purpose: 'contribution',
    file: onItsWay,
  });
  const { bundle: aside } = await secretariat.client.exchange.open({ file: onItsWay });
  await button(here, `About the installation ${laptop.digits.slice(0, 5)} of ${laptop.name}`).click();
  await here.getByRole('menuitem', { name: 'What was on its way…' }).click();
  expect(await button(here, 'Let it count').isDisabled()).toBe(true);
  await here.getByRole('checkbox', { name: /^Contribution from / }).check();
  await lookAtForm(here, 'seat-let-count');
  await button(here, 'Let it count').click();
  await here.getByText(/^It counts, and waits in its bundle/).waitFor();
  await secretariat.client.exchange.accept({ bundle: aside });
  expect((await secretariat.client.records.list({ kind: 'person' })).map(({ title }) => title)).toContain(
    'Somebody met on the last day',
  );
}, 600_000);

/** What the Secretariat's second vault signs without the first one: both admit somebody as the next entry. */
async function aFork(first: Client, second: Client): Promise<string> {
  const [northmark, avaria] = [await anInstallation('northmark'), await anInstallation('avaria')];
  await meetOnce(first, second);
  const { card: other } = await second.exchange.ownCard({});
  const { card: ours } = await first.exchange.ownCard({});
  await first.directory.admit({ installation: other.installation });
  const invitation = join(aFolder(), 'invitation.amber');
  await first.exchange.seal({
    selection: { of: 'everything' },
    audience: { kind: 'organisation', organisation: ours.organisation },
    addressees: [other.installation],
    purpose: 'invitation',
    file: invitation,
  });
  const { bundle } = await second.exchange.open({ file: invitation });
  await second.exchange.accept({ bundle });
  for (const [desk, capital] of [
    [first, northmark],
    [second, avaria],
  ] as const) {
    await meetOnce(desk, capital);
    const { card } = await capital.exchange.ownCard({});
    await desk.directory.admit({ installation: card.installation });
  }
  const news = join(aFolder(), 'news.amber');
  await second.exchange.seal({
    selection: { of: 'records', records: [] },
    audience: { kind: 'organisation', organisation: ours.organisation },
    addressees: [ours.installation],
    purpose: 'directory',
    file: news,
  });
  return news;
}

it('the root of a network goes on paper in shares, two of which end its waiting, settle a fork and make another root', async () => {
  const desk = await aDesk();
  await makeVault(desk.client, desk.vaults, 'secretariat');
  const page = await desk.window('/settings?section=card');

  // The other sort of keys, and back.
  await button(page, 'Make post-quantum keys').click();
  await page.getByText('Its keys are post-quantum.').waitFor();
  await page.getByText(/^The keys are made\./).waitFor();
  await lookAt(desk, page, 'keys-post-quantum');
  await button(page, 'Make classic keys').click();
  await page.getByText('Its keys are classic.').waitFor();

  await page.getByRole('link', { name: 'Desk', exact: true }).click();
  await button(page, 'Start the network').click();
  await page.getByLabel('Name of the network').fill('Exercise Meridian');
  await page.getByLabel('Short name').fill('Meridian');
  await page.getByLabel('Symbol of documents').fill('CB');
  await button(page, 'Start the network').click();
  await heading(page, 'The root of the network').waitFor();
  await lookAt(desk, page, 'network-root');
  await button(page, 'Later').click();
  const news = await aFork(desk.client, await anInstallation('secretariat'));

  // Printed, and typed back from two of its shares; one of them twice is none.
  await page.getByRole('link', { name: 'Put the root on paper' }).click();
  const section = page.getByRole('region', { name: 'Root of the network' });
  await section.getByText('It still waits in this vault.').waitFor();
  const download = page.waitForEvent('download');
  await button(page, 'Save the root to print').click();
  expect((await download).suggestedFilename()).toBe('Root shares.pdf');
  const printed = await readPdf(readFileSync(await (await download).path()));
  const [one = '', two = '', three = ''] = keysIn(printed.text, SHARE_FORM);
  const type = async (share: string, another: string) => {
    await page.getByText('two shares', { exact: true }).click();
    await page.getByLabel('One share').fill(share);
    await page.getByLabel('Another share').fill(another);
  };
  await button(page, 'I have it on paper').click();
  await type('AMBERDESK-SHARE-1 QQQ', one);
  await section.getByText(/characters are still missing/).waitFor();
  await button(page, 'Confirm').click();
  await section.getByText('Type all groups as they stand on the paper.').waitFor();
  await type(one, one);
  await button(page, 'Confirm').click();
  await section.getByRole('alert').getByText(/share/).waitFor();
  expect((await desk.client.directory.read({})).root?.waiting).toBe(true);
  await type(one, two.toLowerCase());
  await lookAtForm(page, 'root-shares');
  await button(page, 'Confirm').click();
  await section.getByText('The root is on paper and is kept here no longer.').waitFor();
  await button(page, 'Check the paper').click();
  await type(three, two);
  await button(page, 'Check').click();
  await section.getByText('What you typed is the root of this network.').waitFor();

  // Two entries with one number: an alarm, until the root says which one holds.
  await desk.client.exchange.open({ file: news });
  await toTab(page, 'Directory');
  await page.getByText('Call the Secretariat and ask which one is right.').waitFor();
  await lookAt(desk, page, 'directory-fork');
  await button(page, 'Say which one holds…').click();
  const dialog = page.getByRole('dialog', { name: 'Say which directory holds' });
  await dialog.getByText(/Lucan Ardenvale \(Avaria\) is admitted/).waitFor();
  await button(page, 'The directory as it is here holds').click();
  await dialog.getByText('Type all groups as they stand on the paper.').waitFor();
  await type(one, three);
  await lookAtForm(page, 'directory-settle');
  await button(page, 'The directory as it is here holds').click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('The root says that this branch of the directory holds.').waitFor();
  expect((await desk.client.directory.read({})).alarms.filter(({ is }) => is === 'fork')).toMatchObject([
    { settled: true },
  ]);

  // Another root: the present one signs it, and it waits for its own paper.
  await page.reload();
  await page.goto(`${desk.host.url}/#/settings?section=root`);
  await page.reload();
  await button(page, 'Make another root').click();
  await type(two, one);
  await lookAtForm(page, 'root-replace');
  await button(page, 'Make another root').click();
  await section.getByText('It still waits in this vault.').waitFor();
  await expect(desk.client.directory.checkRoot({ root: [one, two] })).rejects.toMatchObject({
    code: 'directory.notRoot',
  });
}, 300_000);

it('a network from before there were directories begins one, and its root waits to be put on paper', async () => {
  const { client, window: open } = await anOpenDesk();
  await client.records.create({ kind: 'network', body: { name: 'Exercise Meridian' } });
  const page = await open('/people?tab=directory');
  await page.getByRole('heading', { name: 'No directory yet' }).waitFor();
  await button(page, 'Begin the directory…').click();
  await page.getByRole('radio', { name: 'Post-quantum' }).waitFor();
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'directory-found');
  await button(page, 'Begin the directory').click();
  await page.getByText('It still waits in this vault.').waitFor();
  await page.getByRole('link', { name: 'Desk', exact: true }).click();
  await page.getByRole('link', { name: 'Put the root on paper' }).waitFor();
  expect(await lookAtOnce(page)).toEqual([]);
}, 120_000);
