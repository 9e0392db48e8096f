import { join } from 'node:path';
import { expect, it } from 'vitest';
import { naturalId, RecordId } from '../../domain/records/ids.ts';
import { objects } from '../../domain/records/text.ts';
import { aDocument } from '../helpers/aSession.ts';
import { aFolder } from '../helpers/aVault.ts';
import { anOpenDesk, takePicture } from '../helpers/aWindow.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';
import { twoDesks } from '../helpers/twoDesks.ts';

const TITLE = 'Grain on the Marrow';

it('a paper is commissioned, chased, handed in, cleared by two, issued, locked, and begun anew', async () => {
  const desk = await anOpenDesk({ context: { viewport: { width: 1280, height: 720 } } });
  const { page, client } = desk;
  const { installation } = await client.vault.status({});
  const [seat, home] = [RecordId.parse(installation?.seat), RecordId.parse(installation?.organisation)];
  const make = async (kind: string, body: object, id?: RecordId) =>
    (await client.records.create({ kind, body: { ...body }, ...(id === undefined ? {} : { id }) })).id;
  await make('network', { name: 'Exercise Meridian', shortName: 'EM', symbol: 'CB', secretariat: home });
  await make('organisation', { name: 'Secretariat', type: 'secretariat', membership: 'secretariat' }, home);
  const avaria = await make('organisation', { name: 'Avaria', type: 'state', code: 'XV', membership: 'member' });
  await make('person', { name: 'Annelise Quorne', organisation: home, role: 'secretariat' }, seat);
  await make('person', { name: 'Ines Halvard', organisation: avaria, role: 'official' });
  const meeting = await make('meeting', { title: 'Eighth meeting', type: 'regular', symbol: 'CB/8', number: 8 });
  const item = await make('agendaItem', { meeting, title: 'Grain', type: 'item', number: 4, purpose: 'decision' });

  // Commissioned, from the Papers tab.
  await page.goto(`${desk.host.url}/#/meetings/${meeting}?tab=papers`);
  await page.reload();
  await page.getByRole('button', { name: 'Commission…' }).first().click();
  const form = page.getByRole('form', { name: 'Commission papers' });
  await form.getByRole('textbox', { name: 'Titles' }).fill(TITLE);
  await form.getByRole('textbox', { name: 'Due date' }).fill('1 March 2026');
  await form.getByRole('combobox', { name: 'From whom' }).click();
  await page
    .getByRole('option', { name: /Avaria/ })
    .first()
    .click();
  await page.keyboard.press('Escape');
  await form.getByRole('combobox', { name: 'For the item' }).click();
  await page.getByRole('option', { name: /Grain/ }).first().click();
  await form.getByRole('textbox', { name: 'What is asked' }).fill('Say who pays for grain.');
  await takePicture(page, 'life-commission');
  expect(await lookAtOnce(page)).toEqual([]);
  await form.getByRole('button', { name: 'Commission', exact: true }).click();
  await page.getByText('Commissioned a paper').first().waitFor();
  const [paper] = await client.records.list({ kind: 'paper' });
  const id = RecordId.parse(paper?.id);
  expect(paper?.body).toMatchObject({ commissionedBy: seat, commissionedFrom: [avaria], due: '2026-03-01' });
  expect((await client.records.read({ id: item })).body.papers).toEqual([id]);

  // Chased: late in words, the reminder through the gate, and noted.
  await page.getByText('To be chased').click();
  await page.getByRole('button', { name: 'Remind Avaria' }).click();
  await page.getByText(`- ${TITLE}, was due 1 March 2026`).waitFor();
  await takePicture(page, 'life-reminder');
  expect(await lookAtOnce(page)).toEqual([]);
  await page.getByRole('button', { name: 'Only note as reminded' }).click();
  await page.getByRole('cell', { name: /1 time/ }).waitFor();
  await takePicture(page, 'life-chase');

  // On the board, by keys.
  await page.getByText('By status').click();
  await page.getByRole('region', { name: 'Commissioned' }).getByRole('link', { name: TITLE }).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.getByRole('region', { name: 'Being drafted' }).getByRole('link', { name: TITLE }).waitFor();
  await takePicture(page, 'life-board');
  expect(await lookAtOnce(page)).toEqual([]);
  await client.records.edit({ id, changes: { body: aDocument('Grain is dear.') } });

  // Handed in; two clear it, and the text changes in between.
  await page.goto(`${desk.host.url}/#/papers/${id}?tab=life`);
  await page.reload();
  await page.getByRole('button', { name: /^Status: being drafted/ }).click();
  await page.getByRole('menuitem', { name: 'Submitted' }).click();
  for (const name of ['Ines Halvard', 'Annelise Quorne']) {
    await page.getByRole('button', { name: 'Add a step…' }).click();
    await page.getByRole('combobox', { name: 'Who clears it' }).fill(name);
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click();
    await page.getByRole('form', { name: 'Add a step' }).getByRole('button', { name: 'Add', exact: true }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByText(/^Not cleared yet/)
      .waitFor();
  }
  await page.getByRole('button', { name: 'Note as cleared by Ines Halvard' }).click();
  await page.getByText(/^Cleared on .*, noted by Annelise Quorne\.$/).waitFor();
  await client.records.edit({ id, changes: { body: aDocument('Grain is cheap.') } });
  await page.getByText(/to be cleared anew/).waitFor();
  await takePicture(page, 'life-clearance');
  expect(await lookAtOnce(page)).toEqual([]);
  await page.getByRole('button', { name: 'Note as cleared by Ines Halvard' }).click();
  await page.getByText(/to be cleared anew/).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('button', { name: /^Status: cleared/ }).waitFor();

  // Issued, and locked.
  await page.getByRole('button', { name: /^Status: cleared/ }).click();
  await page.getByRole('menuitem', { name: 'Issued' }).click();
  await page.getByRole('textbox', { name: 'Name of the issue' }).waitFor();
  await takePicture(page, 'life-issue');
  expect(await lookAtOnce(page)).toEqual([]);
  await page.getByRole('button', { name: 'Issue', exact: true }).click();
  await page.getByText(/It stands as it was issued/).waitFor();
  await page.getByRole('link', { name: 'CB/8/4' }).first().waitFor();
  await page.getByRole('tab', { name: 'Text' }).click();
  await page.locator('.ProseMirror[aria-readonly="true"]').first().waitFor();
  expect(await page.getByRole('textbox', { name: 'Title' }).getAttribute('readonly')).not.toBeNull();
  // Who reads what was issued comes for its handling; the outline is for who writes.
  const panel = page.getByRole('complementary', { name: 'About this record' });
  await panel.getByRole('tab', { name: 'Handling', selected: true }).waitFor();
  await takePicture(page, 'life-issued');
  expect(await lookAtOnce(page)).toEqual([]);

  // Begun anew with a reason; what was issued stays and is compared by its name.
  await page.getByRole('button', { name: 'Begin a new version…' }).click();
  await page.getByRole('textbox', { name: 'Why a new version is begun' }).fill('A figure was wrong.');
  await page.getByRole('button', { name: 'Begin a new version', exact: true }).click();
  await page.getByRole('button', { name: /^Status: being drafted/ }).waitFor();
  await client.records.edit({ id, changes: { body: aDocument('Grain is dear again.') } });
  await page.getByRole('tab', { name: 'Way' }).click();
  await page.getByText('A figure was wrong.').waitFor();
  await panel.getByRole('tab', { name: 'Outline', selected: true }).waitFor();
  await panel.getByText('This text has its own order.').waitFor();
  await takePicture(page, 'life-way');
  await page.getByRole('button', { name: 'What changed since First issue' }).click();
  await page.getByRole('region', { name: 'Comparison of versions' }).getByRole('insertion').first().waitFor();
  expect(naturalId('organisation', 'XV')).toBe(avaria);

  // The request prints for whom it was made to.
  await page.getByRole('tab', { name: 'Way' }).click();
  await page.getByRole('button', { name: 'Print the letter' }).click();
  await page.getByRole('radio', { name: 'Whom it is asked of', checked: true }).waitFor();
  await page.getByRole('region', { name: 'Page 1 of 1' }).waitFor();
  await takePicture(page, 'life-letter');
}, 300_000);

it('who is to write a paper is reminded by a notice that is read on arrival, and the paper is noted as reminded once it is sealed', async () => {
  const { secretariat, capital } = await twoDesks();
  const { page, client, host } = secretariat;
  const there = (await capital.client.vault.status({})).installation;
  const [meeting] = (await client.records.list({ kind: 'meeting' })).filter(({ body }) => body.symbol === 'CB/8');
  const { papers } = await client.papers.commission({
    ...{ meeting: RecordId.parse(meeting?.id), language: 'en', due: '2026-11-01' },
    papers: [{ title: 'Ferries', type: 'note', from: [RecordId.parse(there?.organisation)] }],
  });
  const id = RecordId.parse(papers[0]);
  const reminders = async () => objects((await client.records.read({ id })).body.reminders).length;
  await page.goto(`${host.url}/#/papers`);
  await page.reload();
  await page.getByText('To be chased').click();
  await page.getByRole('button', { name: 'Remind Northmark' }).first().click();
  await page.getByRole('button', { name: 'Seal as a notice…' }).click();
  const words = page.getByRole('textbox', { name: 'In words' });
  await expect.poll(() => words.inputValue()).toMatch(/- Ferries, was due 1\sNovember 2026/);
  await takePicture(page, 'life-notice');
  expect(await lookAtOnce(page)).toEqual([]);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Seal the bundle' }).click();
  const file = join(aFolder(), 'Notice.amber');
  await (await saved).saveAs(file);
  await expect.poll(reminders).toBe(1);
  await capital.client.exchange.open({ file });
  const { notices } = await capital.client.desk.read({});
  expect(notices.map(({ notice }) => notice.says)).toEqual([expect.stringContaining('- Ferries, was due')]);
  await page.keyboard.press('Control+z');
  await expect.poll(reminders).toBe(0);
}, 300_000);
