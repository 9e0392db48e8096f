import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder } from '../helpers/aVault.ts';
import { takePicture } from '../helpers/aWindow.ts';
import { dropFiles } from '../helpers/dropFiles.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';
import { fillWordForm } from '../helpers/fillWordForm.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';
import { aCapitalsDesk, aCapitalWithoutWindow, meetOnce, take } from '../helpers/twoDesks.ts';

it('a delegation asks its ministries about a paper, takes in what they filled in, sees where they disagree and what changed, and settles the national position', async () => {
  const { page, client, host } = await aCapitalsDesk('northmark');
  page.setDefaultTimeout(PATIENCE);
  const own = (await client.vault.status({})).installation;
  await client.records.create({
    kind: 'organisation',
    body: { name: 'Northmark', membership: 'member' },
    ...(own === undefined ? {} : { id: own.organisation }),
  });
  const asks = ['Send registry experts', 'Freeze the accounts'].map((text, at) => ({
    id: `p${at}`,
    order: `a${at}`,
    text,
  }));
  const paper = await client.records.create({ kind: 'paper', body: { title: 'Measures on Karsenia', asks } });

  // From the paper to its inquiry, which has its points already.
  await page.goto(`${host.url}/#/papers/${paper.id}`);
  await page.reload();
  await page.getByRole('button', { name: 'More with this paper' }).click();
  await page.getByRole('menuitem', { name: 'Ask our ministries…' }).click();
  await page.getByRole('heading', { name: 'Inquiry: Measures on Karsenia', level: 1 }).waitFor();
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Point 2', exact: true }).inputValue())
    .toBe('Freeze the accounts');
  for (const name of ['Interior', 'Finance']) {
    await page.getByRole('button', { name: 'Add a ministry' }).click();
    const field = page.getByRole('textbox', { name: 'Name of the ministry' }).last();
    await expect.poll(() => field.inputValue()).toBe('');
    await field.fill(name);
    await field.press('Tab');
    await page.getByRole('columnheader', { name }).waitFor();
  }
  const day = page.getByRole('textbox', { name: 'Answer by' });
  await day.fill('5 March 2027');
  await day.press('Tab');
  const [inquiry] = await client.records.list({ kind: 'inquiry' });
  await expect.poll(async () => (await client.records.list({ kind: 'inquiry' }))[0]?.body.by).toBe('2027-03-05');
  if (inquiry === undefined) throw new TypeError('Nothing was begun.');
  const { ministries } = await client.inquiries.standing({ inquiry: inquiry.id });
  const folder = aFolder();
  const form = async (at: number, as: 'docx' | 'csv' = 'docx'): Promise<Buffer> => {
    const file = join(folder, `${at}-${Math.random()}.${as}`);
    const ministry = ministries[at]?.id ?? '';
    await client.inquiries.saveForm({ inquiry: inquiry.id, ministry, as, language: 'en', file });
    return readFileSync(file);
  };

  const takeIn = async (name: string, bytes: Uint8Array) => {
    await dropFiles(page, [{ name, bytes }]);
    await page.getByRole('heading', { name, level: 2 }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Take it in', exact: true }).isEnabled()).toBe(true);
  };
  const interior = await form(0);
  await takeIn(
    'interior.docx',
    fillWordForm(interior, { '1.1': 'agree', '2.1': 'disagree', '2.2': 'Not before May.' }),
  );
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Line by line' }).waitFor();
  // Finance answers on a table, as its spreadsheet saved it.
  const table = (await form(1, 'csv')).toString('utf8');
  const filled = table
    .replace('1,Send registry experts,,,,', '1,Send registry experts,,agree,,')
    .replace('2,Freeze the accounts,,,,', '2,Freeze the accounts,,agree with changes,Only those of the list.,');
  expect(filled).toContain('agree with changes,Only those');
  await takeIn('finance.csv', Buffer.from(filled.replaceAll(',', ';'), 'utf16le'));
  await page.keyboard.press('Control+Enter');
  await page.getByText('Ministries disagree on one line that is not settled yet.').waitFor();

  // A second file of the same ministry is shown as a change, and what it said stays beside it.
  await takeIn('interior, again.docx', fillWordForm(interior, { '1.1': 'agree', '2.1': 'agree', '2.2': 'From May.' }));
  await page.getByText('One line says another thing now').waitFor();
  await takePicture(page, 'inquiry-take');
  await page.getByRole('button', { name: 'Take it in', exact: true }).click();
  await page.getByText('Changed with its last file. Before:').waitFor();
  await page.getByText('Not before May.').waitFor();

  await page.getByRole('combobox', { name: 'National position on point 2' }).click();
  await page.getByRole('option', { name: 'Agree with changes' }).click();
  const words = page.getByRole('textbox', { name: 'Words of the national position on point 2' });
  await page.getByText(/^Settled by /).waitFor();
  await words.fill('Those of the list, from May.');
  await words.press('Tab');
  await expect
    .poll(async () => (await client.inquiries.standing({ inquiry: inquiry.id })).lines[1]?.words)
    .toBe('Those of the list, from May.');
  await takePicture(page, 'inquiry');
  expect(await lookAtOnce(page)).toEqual([]);

  await page.getByRole('button', { name: 'Make the national position' }).click();
  await page.getByRole('heading', { name: 'Freeze the accounts' }).waitFor();
  await page.getByText('Agree with changes. Those of the list, from May.').waitFor();

  // Of what was put up for adoption: what is settled fills in our answer, in one act, and one step takes it back.
  const office = await aCapitalWithoutWindow('secretariat');
  await meetOnce(office, client);
  const body = { name: 'Exercise Meridian', shortName: 'EM', symbol: 'CB' };
  await office.records.create({ kind: 'network', body });
  for (const { organisation, organisationName } of [own, (await office.vault.status({})).installation].filter(known)) {
    await office.records.create({
      ...{ kind: 'organisation', id: organisation },
      body: { name: organisationName, membership: organisation === own?.organisation ? 'member' : 'secretariat' },
    });
  }
  const { id: decision } = await office.records.create({
    kind: 'decision',
    body: { title: 'Decision 8/1', text: 'Send experts.' },
  });
  const put = [{ id: 'u1', order: 'a0', record: decision, title: 'Decision 8/1', digest: 'd', words: 'Send experts.' }];
  const { id: adoption } = await office.records.create({
    kind: 'adoption',
    body: { title: 'Decision 8/1', asked: own === undefined ? [] : [own.organisation], put },
  });
  const file = join(folder, 'put.amber');
  await office.exchange.seal({
    ...{ selection: { of: 'everything' }, audience: { kind: 'board' }, purpose: 'dossier', file },
    addressees: own === undefined ? [] : [own.id],
  });
  await take(client, file);
  const { inquiry: asked } = await client.inquiries.begin({ about: adoption, language: 'en' });
  const [line] = (await client.inquiries.standing({ inquiry: asked })).lines;
  await client.inquiries.settle({
    ...{ inquiry: asked, line: line?.id ?? '', position: 'agreeWithChanges', words: 'Send them in June.' },
  });
  await page.goto(`${host.url}/#/inquiries/${asked}`);
  await page.reload();
  await page.getByRole('button', { name: 'Fill in our answer…' }).click();
  await page.getByRole('region', { name: 'What we would say' }).getByText('Send them in June.').waitFor();
  await takePicture(page, 'inquiry-answer');
  expect(await lookAtOnce(page)).toEqual([]);
  await page.getByRole('button', { name: 'Answer so' }).click();
  const says = async () => (await client.inquiries.answerTo({ inquiry: asked })).before;
  await expect.poll(says).toBe('amendment');
  await page.keyboard.press('Control+z');
  await expect.poll(says).toBeUndefined();
});

const known = <T>(one: T | undefined): one is T => one !== undefined;
