import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { makeClient } from '../../contract/client.ts';
import { realSurroundings, type Surroundings } from '../../core/context.ts';
import { InstallationId } from '../../domain/records/ids.ts';
import { PASSPHRASE } from '../helpers/aVault.ts';
import { aDesk, anExerciseDesk, anOpenDesk, type Desk, type DeskOptions, takePicture } from '../helpers/aWindow.ts';
import { createCore } from '../helpers/builtCore.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';

/** A core that takes every day for 2 March 2027, nine days before the exercise's meeting. */
const NINE_DAYS_BEFORE: Surroundings = { ...realSurroundings, now: () => Date.parse('2027-03-02T09:00Z') };
const ON_THE_DAY: DeskOptions = { core: { surroundings: NINE_DAYS_BEFORE } };

const section = (page: Page, name: string) => page.getByRole('region', { name });
const rows = (page: Page, name: string) => section(page, name).locator('tbody tr');

/** The desk of a capital of the exercise with the dossier that its Secretariat sealed for it: opened, not decided on. */
async function aCapital(seat: 'northmark' | 'avaria'): Promise<Desk & { readonly bundle: string }> {
  const desk = await aDesk(ON_THE_DAY);
  const seats = await desk.client.vault.exerciseSeats({});
  const holderOf = (name: string) => {
    const holder = seats.find((one) => one.seat === name)?.holder;
    if (holder === undefined) throw new TypeError(`The exercise has no seat ${name}.`);
    return holder;
  };
  const core = createCore({ vaultsFolder: desk.vaults, surroundings: NINE_DAYS_BEFORE });
  const secretariat = makeClient(core);
  const at = (name: string) => join(desk.vaults, name);
  await secretariat.vault.create({
    folder: at('Secretariat.amberdesk'),
    passphrase: PASSPHRASE,
    holder: holderOf('secretariat'),
    workFactor: 10,
  });
  const { meeting } = await secretariat.vault.loadExercise({});
  const holder = holderOf(seat);
  await desk.client.vault.create({ folder: at('Capital.amberdesk'), passphrase: PASSPHRASE, holder, workFactor: 10 });
  await secretariat.exchange.saveCard({ file: at('secretariat.card') });
  await desk.client.exchange.saveCard({ file: at('capital.card') });
  const theirs = await desk.client.exchange.addCard({ file: at('secretariat.card') });
  const ours = await secretariat.exchange.addCard({ file: at('capital.card') });
  await desk.client.exchange.verifyCard({ installation: theirs.installation, verifiedBy: holder.name });
  await secretariat.exchange.verifyCard({ installation: ours.installation, verifiedBy: 'Annelise Quorne' });
  await secretariat.exchange.seal({
    selection: { of: 'everything' },
    audience: { kind: 'organisation', organisation: holder.organisation },
    addressees: [InstallationId.parse(ours.installation)],
    purpose: 'dossier',
    meeting,
    file: at('dossier.amber'),
  });
  await core.close();
  const { bundle } = await desk.client.exchange.open({ file: at('dossier.amber') });
  return { ...desk, bundle };
}

describe('the desk of the Secretariat', () => {
  it('shows the meeting to come, how far its papers are, what needs somebody, and leads there', async () => {
    const desk = await anExerciseDesk(ON_THE_DAY);
    const page = await desk.window('/desk');
    await page.getByRole('heading', { level: 1, name: /The 8th meeting is in 9 days\.$/ }).waitFor();
    expect(await page.title()).toBe('Desk · Amberdesk');
    await page.getByText('Assembly House, Hall B').waitFor();
    await section(page, 'Readiness of the dossier').getByText('Papers issued').waitFor();

    const toClear = rows(page, 'What needs you').filter({ hasText: 'Clear CB/8/4a' });
    expect(await toClear.textContent()).toContain('handed in by Lowmere');
    const paper = await paperNamed(desk, 'CB/8/4a');
    await desk.client.records.edit({ id: paper, changes: { status: 'drafting' } });
    await toClear.waitFor({ state: 'detached' });
    const late = rows(page, 'Papers that are not in').filter({ hasText: 'CB/8/4a' });
    expect(await late.textContent()).toMatch(/Lowmere.*Thursday 18 February.*12 days late/);
    await section(page, 'Readiness of the dossier')
      .getByText(/^1, from Lowmere/)
      .waitFor();
    await takePicture(page, 'desk-secretariat');

    const days = section(page, 'The two days');
    expect(await days.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      'Thursday 11 March',
      'Friday 12 March',
    ]);
    expect(await days.getByRole('link', { name: /^Closed, / }).count()).toBe(3);
    await days.getByRole('link', { name: /^Open, 09:00 to 12:30/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Eighth meeting of the Board' }).waitFor();
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Desk' }).click();
    await late.getByRole('link').click();
    await page
      .getByRole('heading', { level: 1 })
      .getByText('actors who can prevent')
      .or(page.getByLabel('Title'))
      .first()
      .waitFor();
  });

  it('that is empty leads to the first meeting and on to its agenda', async () => {
    const desk = await anOpenDesk();
    const page = await desk.window('/desk');
    const steps = section(page, 'First steps');
    await steps.waitFor();
    expect(await steps.getByRole('listitem').count()).toBe(7);
    await rows(page, 'What needs you').filter({ hasText: 'Confirm the recovery sheet' }).waitFor();
    await takePicture(page, 'desk-empty');
    await desk.client.meetings.planRegular({
      title: 'First meeting',
      number: 1,
      symbol: 'CB/1',
      starts: Temporal.Now.plainDateISO().add({ days: 30 }).toString(),
      venue: 'Assembly House',
      city: 'Avanor',
      zone: 'UTC',
    });
    await page.getByRole('heading', { level: 1, name: /The 1st meeting is in (29|30) days\.$/ }).waitFor();
    await steps.getByText('done').first().waitFor();
    await steps.getByRole('link', { name: 'Put items on its agenda' }).click();
    await page.getByRole('heading', { level: 1, name: 'First meeting' }).waitFor();
  });

  it('leads a newcomer step by step to a network, a meeting, a paper and a printed agenda', async () => {
    const desk = await anOpenDesk();
    const page = await desk.window('/desk');
    await section(page, 'First steps').getByRole('button', { name: 'Start the network' }).click();
    await page.getByLabel('Name of the network').fill('Meridian Network');
    await page.getByLabel('Short name').fill('Meridian');
    await page.getByLabel('Symbol of documents').fill('CB');
    await page.getByRole('button', { name: 'Start the network' }).click();
    await page.getByRole('heading', { level: 1, name: 'The root of the network' }).waitFor();
    await page.getByRole('button', { name: 'Later' }).click();
    await page.getByText('The root of the network still waits here').waitFor();
    await section(page, 'First steps').getByText('done').first().waitFor();
    await page.getByRole('banner').getByText('Meridian').first().waitFor();
    await section(page, 'First steps').getByRole('link', { name: 'Make the first meeting' }).click();
    const dialog = page.getByRole('dialog', { name: 'New meeting' });
    await dialog.getByRole('button', { name: 'Add and open' }).click();
    await page.getByRole('heading', { level: 1, name: '1st regular meeting' }).waitFor();
    await page.getByRole('button', { name: 'Closed session 09:00–12:45' }).waitFor();
    // Nothing of the plan was chosen yet.
    await page.keyboard.press('n');
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('Deep-dive: Marrow valley');
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: /Deep-dive: Marrow valley/ })
      .first()
      .waitFor();
    const toDesk = () => page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Desk' }).click();
    await toDesk();
    await section(page, 'First steps').getByRole('link', { name: 'Add a paper' }).click();
    await page.getByRole('heading', { name: 'No papers yet' }).waitFor();
    await page.getByRole('button', { name: 'Add paper' }).first().click();
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('Update on the Marrow valley');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: /^Papers/ }).waitFor({ state: 'detached' });
    await toDesk();
    await rows(page, 'Papers that are not in').or(rows(page, 'What needs you')).first().waitFor();
    await section(page, 'First steps').getByRole('link', { name: 'Print the agenda' }).click();
    await page.getByRole('heading', { level: 1, name: 'Print the agenda' }).waitFor();
    await page.getByRole('button', { name: 'Print…', disabled: false }).waitFor();
  });
});

describe('the desk of a capital', () => {
  it('shows the dossier that waits, then what is asked of it, and what is new until it was seen', async () => {
    const desk = await aCapital('avaria');
    const page = await desk.window('/desk');
    const news = section(page, 'New since you last looked');
    await news.getByText('Dossier from Secretariat').waitFor();
    expect(await news.getByRole('link', { name: /^Receive: / }).count()).toBe(1);
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Exchange 1 waiting' }).waitFor();
    await section(page, 'First steps').getByRole('link', { name: 'Give your card to the Secretariat' }).waitFor();
    expect(await lookAtOnce(page)).toEqual([]);

    await desk.client.exchange.accept({ bundle: desk.bundle });
    await page.getByRole('heading', { level: 1, name: /The 8th meeting is in 9 days\.$/ }).waitFor();
    await section(page, 'First steps').waitFor({ state: 'detached' });
    await section(page, 'Asked of us').waitFor();
    await section(page, 'Readiness of the dossier').getByText('Dossier received').waitFor();
    await news
      .getByRole('link', { name: /^Open: / })
      .first()
      .waitFor();
    await takePicture(page, 'desk-capital');
    expect(await lookAtOnce(page)).toEqual([]);
    await news.getByRole('button', { name: 'I have seen this' }).click();
    await news.waitFor({ state: 'detached' });
    await page.locator('body').press('Control+z');
    await news
      .getByRole('link', { name: /^Open: / })
      .first()
      .waitFor();
  });

  it('shows the items it leads, and by when', async () => {
    const desk = await aCapital('northmark');
    await desk.client.exchange.accept({ bundle: desk.bundle });
    const page = await desk.window('/desk');
    const lead = rows(page, 'Asked of us').filter({ hasText: 'Lead the item: 2 Deep-dive: Karsenia' });
    expect(await lead.textContent()).toContain('Thursday 11 March');
    await lead.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Eighth meeting of the Board' }).waitFor();
  });
});

async function paperNamed({ client }: Desk, number: string) {
  const { rows: found } = await client.records.register({
    kinds: ['paper'],
    columns: [],
    filters: [{ column: 'number', is: 'oneOf', value: [number] }],
    sort: [],
    offset: 0,
    limit: 1,
  });
  const [paper] = found;
  if (paper === undefined) throw new TypeError(`There is no ${number}.`);
  return paper.id;
}
