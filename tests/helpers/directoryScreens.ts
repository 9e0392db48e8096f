import type { Desk } from './aWindow.ts';

/** The screens of cards and of the directory, on the Secretariat's desk of the exercise that has met a capital. */
export async function* directoryScreens(
  { page, client }: Desk,
  go: (address: string) => Promise<void>,
): AsyncGenerator<string> {
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click();
  await go('/settings?section=root');
  await page.getByText('It still waits in this vault.').waitFor();
  await press('I have it on paper');
  await press('Confirm');
  await page.getByText('Type all groups as they stand on the paper.').waitFor();
  yield 'settings-root';
  await go('/people?tab=cards');
  await page.getByRole('heading', { name: 'Our own card' }).waitFor();
  await press(/^Take in /);
  await page.getByRole('switch', { name: 'Seconded, or for a time' }).click();
  await page.getByRole('combobox', { name: 'Seconded by' }).waitFor();
  yield 'cards-take-in';
  await press('Take in');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  yield 'cards-some';
  await press('Read aloud…');
  await page.getByRole('dialog').getByRole('img', { name: 'The digits as a QR code' }).waitFor();
  yield 'card-aloud';
  const { seats } = await client.directory.read({});
  const seat = seats.find(({ own, standing }) => !own && standing === 'inForce');
  if (seat === undefined) throw new TypeError('Nobody is admitted.');
  await go('/people?tab=directory');
  await press(`About the installation ${seat.digits.slice(0, 5)} of ${seat.name}`);
  await page.getByRole('menuitem', { name: 'End this seat…' }).click();
  await page.getByRole('radio', { name: 'Somebody succeeds them' }).check();
  yield 'directory-end';
  await page.keyboard.press('Escape');
  await press(`About the installation ${seat.digits.slice(0, 5)} of ${seat.name}`);
  await page.getByRole('menuitem', { name: 'Lost or stolen: revoke…' }).click();
  await press('Continue');
  await page.getByRole('region', { name: 'What it could open' }).waitFor();
  yield 'directory-revoke';
  await press('Revoke the installation');
  await page.getByText(/^Revoked, in entry/).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
  await page.getByRole('switch', { name: /^With ended and revoked/ }).click();
  yield 'directory';
  await go(`/print/couldOpen/${seat.installation}`);
  await page.locator('[data-page="1"][data-drawn="true"]').waitFor();
  yield 'print-could-open';
}
