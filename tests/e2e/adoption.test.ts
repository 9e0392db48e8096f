import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import type { RecordId } from '../../domain/records/ids.ts';
import { aFolder } from '../helpers/aVault.ts';
import { anExerciseDesk, type Desk, takePicture } from '../helpers/aWindow.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';
import { aCapitalsDesk, aCapitalWithoutWindow, meetOnce, sealFor, take } from '../helpers/twoDesks.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

const TEXT = 'The Board warns its members of the vote in Karsenia and asks each to speak to the parties before it.';

it('two capitals answer what is put up for adoption, one with a reservation, and the Secretariat records it', async () => {
  const secretariat = await anExerciseDesk();
  const northmark = await aCapitalsDesk('northmark');
  const avaria = await aCapitalWithoutWindow('avaria');
  for (const { page } of [secretariat, northmark]) page.setDefaultTimeout(PATIENCE);
  for (const client of [northmark.client, avaria]) await meetOnce(secretariat.client, client);
  const decision = await aDecision(secretariat);

  // Put up at the Secretariat, for two members, and sent.
  const { page } = secretariat;
  await page.goto(`${secretariat.host.url}/#/adoptions/new?meeting=${decision.meeting}&records=${decision.id}`);
  await page.reload();
  await expect.poll(() => page.getByRole('checkbox', { checked: true }).count()).toBe(1);
  const members = page.getByRole('combobox', { name: 'Members who are asked' });
  for (const name of ['Northmark', 'Avaria']) {
    await members.fill(name);
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click();
  }
  await takePicture(page, 'adoption-put-up');
  await button(page, 'Put up').click();
  await page.getByRole('heading', { name: /Warning on Karsenia/, level: 1 }).waitFor();
  await page.getByText('Not known to have it: Avaria, Northmark.').waitFor();
  const adoptions = await secretariat.client.records.list({ kind: 'adoption' });
  const adoption = adoptions.find(({ title }) => title === 'Warning on Karsenia');
  if (adoption === undefined) throw new TypeError('Nothing was put up.');
  await takePicture(page, 'adoption-open');
  expect(await lookAtTwice(page)).toEqual([]);
  const sent = await warn(secretariat);

  // A capital reads the notice first, sees what is asked of it, and answers in its words.
  const { bundle } = await northmark.client.exchange.open({ file: sent });
  await northmark.page.goto(`${northmark.host.url}/#/`);
  await northmark.page.reload();
  const notice = northmark.page.getByRole('note', { name: 'Notice from Secretariat' });
  await notice.getByText('Say until noon whether you object.').waitFor();
  await northmark.client.exchange.accept({ bundle });
  await take(avaria, sent);
  await northmark.page.getByRole('link', { name: /^Answer: / }).click();
  const own = northmark.page.getByRole('region', { name: 'What we say' });
  await own.getByRole('radio', { name: 'Reservation' }).check();
  await own
    .getByRole('textbox', { name: 'Words to be recorded' })
    .fill('Northmark speaks to the parties as it sees fit.');
  await takePicture(northmark.page, 'adoption-answer');
  expect(await lookAtTwice(northmark.page)).toEqual([]);
  await button(northmark.page, 'Give this answer').click();
  await own.getByText('goes with the next bundle').waitFor();
  await avaria.adoption.answer({ adoption: adoption.id, says: 'noObjection' });
  for (const client of [northmark.client, avaria]) {
    await take(secretariat.client, await sealFor({ client }, { of: 'everything' }, 'contribution'));
  }

  // Both answers are there, and the result is recorded, sets the decision's state, and can be taken back.
  await page.getByText('Northmark speaks to the parties as it sees fit.').waitFor();
  await page.getByRole('combobox', { name: 'Result' }).click();
  await page.getByRole('option', { name: 'Adopted', exact: true }).click();
  await page.getByRole('checkbox', { name: /^Northmark: a reservation is to be recorded/ }).waitFor();
  await page.getByRole('textbox', { name: 'How the chair said so' }).fill('In the corridor, at noon');
  expect(await button(page, 'Record the result').isDisabled(), 'what speaks against it was not read').toBe(true);
  await takePicture(page, 'adoption-record');
  await page.getByRole('combobox', { name: 'Result' }).click();
  await page.getByRole('option', { name: 'Adopted with reservations' }).click();
  await button(page, 'Record the result').click();
  await page.getByRole('status').filter({ hasText: 'Adopted with reservations' }).waitFor();
  const state = async () => (await secretariat.client.records.read({ id: decision.id })).body.state;
  expect(await state()).toBe('adopted');
  await takePicture(page, 'adoption-recorded');
  await page.keyboard.press('Control+z');
  await expect.poll(state).toBe('proposed');
});

/** Seals everything as a notice, with words, for all that the Secretariat has met. */
async function warn({ client }: Desk): Promise<string> {
  const file = `${aFolder()}/notice.amber`;
  const addressees = (await client.exchange.cards({}))
    .filter(({ trust, inForce }) => inForce && trust === 'verified')
    .map(({ installation }) => installation);
  await client.exchange.seal({
    selection: { of: 'everything' },
    audience: { kind: 'board' },
    addressees,
    purpose: 'notice',
    notice: { label: 'TLP:AMBER', says: 'The vote is brought forward.', asks: 'Say until noon whether you object.' },
    file,
  });
  return file;
}

async function aDecision({ client }: Desk): Promise<{ id: RecordId; meeting: RecordId }> {
  const meeting = (await client.records.list({ kind: 'meeting' })).find(({ body }) => body.symbol === 'CB/8');
  if (meeting === undefined) throw new TypeError('The exercise has no eighth meeting.');
  const body = { meeting: meeting.id, title: 'Warning on Karsenia', text: TEXT, state: 'proposed' };
  const { id } = await client.records.create({ kind: 'decision', body });
  return { id, meeting: meeting.id };
}

/** What is wrong with the page as it is, and in a small window at 200 %. */
async function lookAtTwice(page: Page): Promise<string[]> {
  const faults = await lookAtOnce(page);
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.setViewportSize({ width: 640, height: 360 });
  faults.push(...(await lookAtOnce(page)));
  await page.setViewportSize(size);
  return faults;
}
