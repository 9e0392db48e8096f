import { expect, it } from 'vitest';
import { anOpenDesk, takePicture } from '../helpers/aWindow.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';

const TITLE = 'Statement of a witness';

it('removes for good what our organisation wrote: told what will happen, with the reason and the name typed', async () => {
  const desk = await anOpenDesk({ context: { viewport: { width: 1280, height: 720 } } });
  await desk.client.records.create({ kind: 'network', body: { name: 'Exercise Meridian' } });
  const { id } = await desk.client.records.create({ kind: 'paper', body: { title: TITLE } });
  const page = await desk.window(`/papers/${id}`);
  page.setDefaultTimeout(PATIENCE);
  await page.getByRole('button', { name: 'More with this paper' }).click();
  await page.getByRole('menuitem', { name: 'Remove for good…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove for good' });
  const now = dialog.getByRole('button', { name: 'Remove for good' });
  await dialog.getByRole('textbox', { name: 'Why it is removed' }).fill('Consent was withdrawn.');
  expect(await now.isEnabled()).toBe(false);
  await dialog.getByRole('textbox', { name: `Type its name: ${TITLE}` }).fill(TITLE);
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'removal');
  await now.click();
  const told = page.getByRole('dialog', { name: 'Removed for good' });
  await told.getByText('It is removed here, with all its versions.').waitFor();
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'removed');
  expect(JSON.stringify(await desk.client.records.list({ kind: 'paper' }))).not.toContain(TITLE);
  await told.getByRole('button', { name: 'To what is open' }).click();
  await page.getByRole('heading', { name: 'Exchange', level: 1 }).waitFor();
}, 180_000);
