import type { RecordId } from '../../domain/records/ids.ts';
import type { Desk } from './aWindow.ts';

/** Makes a regular meeting with the plan of another one; gives its id. */
export async function newMeeting({ page, client, host }: Desk, plan: string, title: string): Promise<RecordId> {
  await page.goto(`${host.url}/#/meetings`);
  await page.reload();
  await page.getByRole('button', { name: 'New meeting', exact: true }).first().click();
  const form = page.getByRole('form', { name: 'New meeting' });
  await form.getByRole('combobox', { name: 'Begin with' }).click();
  await page.getByRole('option', { name: `The plan of: ${plan}` }).click();
  await page.getByRole('button', { name: 'Add and open', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  const made = (await client.records.list({ kind: 'meeting' })).find((one) => one.title === title);
  if (made === undefined) throw new TypeError(`There is no ${title}.`);
  return made.id;
}
