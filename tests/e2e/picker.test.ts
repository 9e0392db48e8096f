import AxeBuilder from '@axe-core/playwright';
import { expect, it } from 'vitest';
import type { Mark } from '../../domain/handling/handling.ts';
import { randomId } from '../helpers/aSession.ts';
import { anOpenDesk } from '../helpers/aWindow.ts';

it('records are chosen by name: found as one types, made in place, taken out by key, and kept when they are deleted', async () => {
  const desk = await anOpenDesk();
  const { records } = desk.client;
  for (const name of ['Lowmere', 'Brennick']) await records.create({ kind: 'organisation', body: { name } });
  const mark: Mark = { label: 'TLP:RED', distribution: { to: 'named', organisations: [], persons: [randomId()] } };
  const { id: gone } = await records.create({ kind: 'person', body: { name: 'Edda Marlow' } });
  await records.create({ kind: 'person', body: { name: 'Ines Varga' }, mark });
  const { id } = await records.create({ kind: 'meeting', body: { title: 'Eighth meeting', chair: gone } });
  await records.remove({ id: gone, reason: 'Entered twice' });

  const page = await desk.window(`/library/${id}`);
  const chair = page.getByRole('combobox', { name: 'Chair', exact: true });
  await expect.poll(() => chair.inputValue()).toBe('Edda Marlow (deleted)');
  await chair.fill('ine');
  const option = page.getByRole('option', { name: 'Ines Varga' });
  await option.waitFor();
  expect(await option.textContent()).toContain('TLP:RED');
  // An open list lies over the page, outside its landmarks, as every list of choices does.
  const { violations } = await new AxeBuilder({ page }).disableRules(['region']).analyze();
  expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => chair.inputValue()).toBe('Ines Varga');
  await expect.poll(async () => (await records.read({ id })).body.chair).not.toBe(gone);

  await page.goto(`${desk.host.url}/?parts#/gallery`);
  // The page stands still once its last part is there.
  await page.getByRole('region', { name: 'Side panel' }).getByRole('tab').first().waitFor();
  await page.getByRole('region', { name: 'Register' }).getByText('Eighth meeting').waitFor();
  const person = page.getByRole('combobox', { name: 'One person' });
  await person.click();
  await page.getByRole('group', { name: 'Used lately' }).getByRole('option', { name: 'Ines Varga' }).waitFor();
  await person.fill('Tessaly Orr');
  await page.getByRole('option', { name: 'Make “Tessaly Orr”' }).waitFor();
  await page.keyboard.press('Enter');
  const persons = async () => (await records.list({ kind: 'person' })).map(({ title }) => title);
  await expect.poll(persons).toContain('Tessaly Orr');
  await expect.poll(() => person.inputValue()).toBe('Tessaly Orr');

  const organisations = page.getByRole('region', { name: 'Choosing records' }).getByRole('combobox', {
    name: 'Organisations',
  });
  for (const name of ['Lowmere', 'Brennick']) {
    await organisations.fill(name.slice(0, 3));
    await page.getByRole('option', { name }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `Remove ${name}` }).waitFor();
  }
  await page.getByRole('button', { name: 'Remove Lowmere' }).press('Delete');
  await page.getByRole('button', { name: 'Remove Lowmere' }).waitFor({ state: 'hidden' });
  await page.keyboard.press('Backspace');
  await page.getByRole('button', { name: 'Remove Brennick' }).waitFor({ state: 'hidden' });
});
