import { expect, it } from 'vitest';
import { anExerciseDesk, takePicture } from '../helpers/aWindow.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';

const DECIDED = 'The Board asks the Secretariat for one list of contacts.';

it('marks a decision in the minutes, numbers it, and carries open actions forward to the next meeting', async () => {
  const desk = await anExerciseDesk({ context: { viewport: { width: 1440, height: 900 } } });
  const { client } = desk;
  const meetings = await client.records.list({ kind: 'meeting', deleted: false });
  const eighth = meetings.find(({ body }) => body.symbol === 'CB/8')?.id;
  const items = await client.records.list({ kind: 'agendaItem', deleted: false });
  const item = items.find(({ body }) => body.meeting === eighth && body.number === 2)?.id;
  if (eighth === undefined || item === undefined) throw new Error('no meeting');
  const content = [DECIDED, 'Members agree to send what they have.'].map((text, at) => ({
    type: 'paragraph',
    attrs: { id: `p${at}` },
    content: [{ type: 'text', text }],
  }));
  await client.records.create({ kind: 'minutes', body: { meeting: eighth, item, body: { type: 'doc', content } } });
  const page = await desk.window(`/meetings/${eighth}?tab=minutes&item=${item}`);
  page.setDefaultTimeout(PATIENCE);
  const panel = page.getByRole('complementary', { name: 'About this record' });

  // The paragraph at the cursor becomes a decision; its margin says so, and its fields open beside it.
  await page.locator('[aria-label="Mark as decision"]:not([aria-disabled])').waitFor();
  await page.getByRole('textbox', { name: 'Text', exact: true }).getByText(DECIDED).click();
  await page.keyboard.press('Control+Alt+D');
  await page.getByRole('button', { name: `Decision: ${DECIDED}` }).waitFor();
  await panel.getByRole('link', { name: 'Go to the minutes' }).waitFor();
  await takePicture(page, 'outcomes-minutes');

  // It stands among what the meeting came to, behind what is open from the one before; it is numbered by one act.
  await page.getByRole('tab', { name: 'Decisions 1' }).click();
  const open = page.getByRole('region', { name: 'Open from earlier meetings' });
  await open.getByRole('button', { name: /^Bring the three follow-up questions/ }).waitFor();
  await page.getByRole('button', { name: 'Give numbers' }).click();
  await page.getByRole('gridcell', { name: 'CB/8/D1', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Add…' }).click();
  await page.getByRole('radiogroup', { name: 'What is added' }).getByText('Action', { exact: true }).click();
  const form = page.getByRole('form', { name: 'Add action' });
  await form.getByRole('textbox', { name: 'Text' }).fill('Send the list');
  await form.getByRole('button', { name: 'Add action' }).click();
  await page.getByRole('gridcell', { name: 'Send the list', exact: true }).waitFor();
  await takePicture(page, 'outcomes-tab');
  expect(await lookAtOnce(page)).toEqual([]);

  // A closed action is carried forward no more.
  await open.getByRole('button', { name: /^Bring the three follow-up questions/ }).click();
  await panel.getByRole('textbox', { name: 'Why' }).fill('Brought as CB/8/6');
  await panel.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'Done' }).click();
  await expect.poll(() => open.getByRole('button', { name: /^Bring the three/ }).count()).toBe(0);

  // Those of all meetings have a place of their own.
  await page.getByRole('link', { name: 'Recommendations', exact: true }).click();
  await page.getByRole('gridcell', { name: 'CB/7/R1', exact: true }).waitFor();
  await takePicture(page, 'outcomes-place');
  await page.getByRole('tab', { name: 'Open actions' }).click();
  await page.getByRole('button', { name: 'Send the list' }).waitFor();
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'outcomes-open');
});
