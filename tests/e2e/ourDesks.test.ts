import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RecordId } from '../../domain/records/ids.ts';
import { aFolder } from '../helpers/aVault.ts';
import { type Desk, takePicture } from '../helpers/aWindow.ts';
import { downloaded } from '../helpers/downloaded.ts';
import { dropFiles } from '../helpers/dropFiles.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';
import { aCapitalsDesk, meetOnce } from '../helpers/twoDesks.ts';

const TITLE = 'Position on the radio regulator';

/** Seals what the page has chosen; gives the file. */
const seal = ({ page }: Desk, name: string): Promise<string> =>
  downloaded(
    page,
    () => page.getByRole('button', { name: 'Seal the bundle' }).click(),
    join(aFolder(), `${name}.amber`),
  );

it('a lead desk gives its ministry a task, gets its version back, and clears one version for the board', async () => {
  const lead = await aCapitalsDesk('northmark', { context: { viewport: { width: 1280, height: 720 } } });
  const ministry = await aCapitalsDesk('northmark');
  await meetOnce(lead.client, ministry.client);
  await lead.client.records.create({ kind: 'network', body: { name: 'Exercise Meridian' } });
  await lead.client.records.create({ kind: 'organisation', body: { name: 'Avaria', membership: 'member' } });
  const { id } = await lead.client.records.create({
    kind: 'paper',
    body: { title: TITLE, status: 'drafting', purpose: 'For the lead’s draft.' },
    mark: {
      label: 'TLP:AMBER+STRICT',
      distribution: { to: 'named', organisations: [await organisationOf(lead)], persons: [] },
    },
  });

  // The task: for nobody but our own desks.
  const { page } = lead;
  await page.getByRole('link', { name: 'Exchange', exact: true }).first().click();
  await page.getByRole('tab', { name: 'Our desks' }).click();
  await page.getByRole('heading', { name: 'How one version comes about' }).waitFor();
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'our-desks');
  await page.getByRole('link', { name: `Give to your desks: ${TITLE}` }).click();
  await page.getByText(/^\d+ records? goe?s?$/).waitFor();
  expect(await page.getByRole('radio', { name: /^Our own desks/ }).isChecked()).toBe(true);
  const task = await seal(lead, 'task');
  await page.getByRole('heading', { name: /^For / }).waitFor();

  // The ministry writes, and sends it back.
  const desk = ministry.page;
  await desk.getByRole('navigation').first().waitFor();
  await dropFiles(desk, [task]);
  await desk.getByRole('button', { name: /^Accept all/ }).click();
  await desk.getByText(/^Accepted. It can be taken back/).waitFor();
  await ministry.client.records.edit({ id, changes: { purpose: 'For decision, as the ministry has it.' } });
  await desk.getByRole('link', { name: 'Exchange', exact: true }).first().click();
  await desk.getByRole('tab', { name: 'Our desks' }).click();
  await desk.getByRole('link', { name: `Give to your desks: ${TITLE}` }).click();
  const back = await seal(ministry, 'back');
  await dropFiles(page, [back]);
  await page.getByRole('button', { name: /^Accept all/ }).click();
  await page.getByText(/^Accepted. It can be taken back/).waitFor();

  // One version for all.
  await page.getByRole('link', { name: 'Exchange', exact: true }).first().click();
  await page.getByRole('tab', { name: 'Our desks' }).click();
  await page.getByRole('button', { name: `Clear as our national version: ${TITLE}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Clear as our national version' });
  await dialog.getByText('What changes').waitFor();
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'our-desks-clear');
  await dialog.getByRole('button', { name: 'Clear it' }).click();
  await dialog.getByText('Nobody else has it yet').waitFor();
  const cleared = await lead.client.records.read({ id });
  expect(cleared.body).toMatchObject({ status: 'submitted', purpose: 'For decision, as the ministry has it.' });
  expect(cleared.handling).toMatchObject({
    label: 'TLP:AMBER',
    distribution: { to: 'board' },
    cleared: { otherwise: { label: 'TLP:AMBER+STRICT' } },
  });

  // Now it goes to the board; once the text changes, no more.
  const goes = async () => {
    const selection = { of: 'records' as const, records: [id] };
    const { lines } = await lead.client.exchange.explain({ selection, audience: { kind: 'board' } });
    return lines.find(({ record }) => record === id)?.goes;
  };
  expect(await goes()).toBe(true);
  await lead.client.records.edit({ id, changes: { status: 'cleared' } });
  expect(await goes()).toBe(true);
  await lead.client.records.edit({ id, changes: { purpose: 'Changed since.' } });
  expect(await goes()).toBe(false);
  await dialog.getByRole('link', { name: 'Seal it now…' }).click();
  await page.getByRole('heading', { name: 'Seal a bundle' }).waitFor();
}, 240_000);

async function organisationOf({ client }: Desk): Promise<RecordId> {
  return RecordId.parse((await client.vault.status({})).installation?.organisation);
}
