import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { aFolder } from './aVault.ts';

/** The file that a window hands to the browser when this is done in it: a fresh `bundle.amber` unless told. */
export async function downloaded(
  page: Page,
  act: () => Promise<void>,
  file: string = join(aFolder(), 'bundle.amber'),
): Promise<string> {
  const coming = page.waitForEvent('download');
  await act();
  await (await coming).saveAs(file);
  return file;
}
