import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder } from './aVault.ts';
import type { Desk } from './aWindow.ts';

/** The screens of the exchange folder and of the journal, with a bundle that was sealed for the desk. */
export async function* folderScreens(
  { page, client }: Desk,
  go: (address: string) => Promise<void>,
  bundle: string,
): AsyncGenerator<string> {
  const folder = aFolder();
  copyFileSync(bundle, join(folder, '4f0a7c21d9e83b5566aa.amber'));
  await client.folder.choose({ path: folder });
  await client.folder.look({});
  await go('/exchange');
  await page.getByRole('list', { name: 'Bundles in the exchange folder' }).waitFor();
  yield 'exchange-folder';
  await go('/journal');
  await page.getByText(/lines are as they were written/).waitFor();
  await page.getByRole('listitem').first().waitFor();
  await page.getByRole('button', { name: 'Close the list of files' }).click();
  yield 'journal';
  renameSync(folder, `${folder} out`);
  await client.folder.look({});
  await go('/settings?section=folder');
  await page.getByText('cannot be reached at this moment').waitFor();
  yield 'settings-folder-gone';
  renameSync(`${folder} out`, folder);
  await client.folder.leave({});
}
