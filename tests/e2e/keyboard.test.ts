import type { Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { PASSPHRASE } from '../helpers/aVault.ts';
import { aDesk } from '../helpers/aWindow.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';

const LIST = { columns: [], filters: [], sort: [{ column: '$title', descending: false }], offset: 0, limit: 20 };

it('a desk is made, kept and locked by keyboard alone, and it is seen at each step where the keyboard is', async () => {
  const desk = await aDesk();
  const { page } = desk;
  page.setDefaultTimeout(PATIENCE);
  // No mouse: not by the test either.
  const mouse: string[] = [];
  page.on('console', (message) => message.text() === 'mouse' && mouse.push(message.text()));
  await page.evaluate("addEventListener('pointerdown', () => console.log('mouse'), true)");
  const hands = handsOn(page);

  await hands.reach('button', /^Make my desk/);
  await hands.press('Enter');
  await hands.at('textbox', 'Your name');
  await hands.type('Annelise Quorne');
  await hands.press('Tab', 'ArrowDown', 'ArrowDown', 'ArrowDown');
  await hands.at('radio', 'Secretariat');
  await hands.reach('textbox', 'Name of the Secretariat');
  await hands.type('Meridian Secretariat');
  await hands.press('Enter');
  await hands.at('textbox', 'Passphrase');
  await hands.type(PASSPHRASE);
  await hands.reach('textbox', 'The same again');
  await hands.type(PASSPHRASE);
  await hands.press('Enter');
  await page.getByRole('list', { name: 'Recovery key' }).waitFor();
  await hands.reach('button', 'I have the sheet');
  await hands.press('Enter');
  await hands.at('textbox', /^Group \d+ of the sheet/);
  await hands.reach('button', 'Later');
  await hands.press('Enter');
  await page.getByLabel('Digits of the card').waitFor();
  await hands.reach('button', 'Continue');
  await hands.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Your desk is ready' }).waitFor();
  await hands.reach('button', /^Start a network/);
  await hands.press('Enter');
  await hands.at('textbox', 'Name of the network');
  await hands.type('Meridian Network');
  await hands.press('Tab');
  await hands.type('Meridian');
  await hands.press('Tab');
  await hands.type('CB');
  await hands.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Desk of Annelise Quorne' }).waitFor();
  await hands.kept();

  await hands.press('Alt+3');
  await page.getByRole('grid', { name: 'Persons' }).waitFor();
  await hands.kept();
  await hands.reach('button', 'Add organisation');
  await hands.press('Enter');
  await hands.at('textbox', 'Name');
  await hands.type('Kingdom of Northmark');
  await hands.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Kingdom of Northmark' }).waitFor();
  await hands.kept();
  await hands.reach('textbox', 'Short name');
  await hands.type('Northmark');
  await hands.reach('combobox', 'Type');
  await hands.press('ArrowDown', 'ArrowDown', 'Enter');
  await hands.reach('textbox', 'City');
  await hands.type('Norhaven');
  await hands.press('Enter');
  await page.getByText('Saved', { exact: true }).waitFor();

  await hands.press('Alt+3');
  await page.getByRole('grid', { name: 'Persons' }).waitFor();
  await hands.reach('button', 'Add person');
  await hands.press('Enter');
  await hands.at('textbox', 'Name');
  await hands.type('Ines Halvard');
  await hands.reach('combobox', 'Organisation');
  await hands.type('north');
  await page.getByRole('option', { name: /Northmark/ }).waitFor();
  await hands.press('Enter');
  await hands.reach('button', 'Add and open');
  await hands.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Ines Halvard' }).waitFor();
  await hands.kept();
  const { rows: bodies } = await desk.client.records.register({ ...LIST, kinds: ['organisation'] });
  const organisation = bodies.find(({ title }) => title === 'Northmark')?.id ?? '';
  for (const name of ['Bo Ravn', 'Cai Dorn'])
    await desk.client.records.create({ kind: 'person', body: { name, organisation } });
  await hands.press('Alt+3');
  await page.getByRole('grid', { name: 'Persons' }).waitFor();
  await hands.kept();

  // The list: words, a filter, rows, one field of many, and back.
  await hands.press('/');
  await hands.at('textbox', 'Filter by words');
  await hands.type('ravn');
  await hands.rows(['Bo Ravn']);
  await hands.press('Escape');
  await hands.reach('button', 'Filter');
  await hands.press('Enter');
  await hands.at('menuitem', 'Name');
  await hands.press('ArrowDown');
  await hands.at('menuitem', 'Organisation');
  await hands.press('Enter');
  await hands.reach('checkbox', /Northmark/);
  await hands.press('Space');
  await hands.rows(['Bo Ravn', 'Cai Dorn', 'Ines Halvard']);
  await hands.press('Escape');
  await hands.at('button', /^Organisation is/);
  await hands.reach('grid', 'Persons');
  await hands.press('Space', 'ArrowDown', 'Space');
  await page.getByText('2 chosen').waitFor();
  await hands.reach('button', 'Set a field…');
  await hands.press('Enter');
  await hands.at('combobox', 'Field');
  await hands.press('ArrowDown');
  await page.getByRole('option', { name: 'Role' }).waitFor();
  await hands.press('ArrowDown', 'Enter');
  await hands.reach('combobox', 'Role');
  await hands.press('ArrowDown', 'ArrowDown', 'Enter');
  await hands.reach('button', 'Set it');
  await hands.press('Enter');
  await hands.at('button', 'Set a field…');
  const roles = async () => {
    const filled = { column: 'role', is: 'notEmpty' } as const;
    const { rows } = await desk.client.records.register({ ...LIST, kinds: ['person'], filters: [filled] });
    return rows.map(({ title }) => title);
  };
  await expect.poll(roles, { timeout: PATIENCE }).toEqual(['Annelise Quorne', 'Bo Ravn', 'Cai Dorn']);
  await hands.press('Control+z');
  await expect.poll(roles, { timeout: PATIENCE }).toEqual(['Annelise Quorne']);
  await hands.reach('button', 'Choose none');
  await hands.press('Enter');
  await hands.at('grid', 'Persons');

  // The palette, the side panel, and the lock.
  await hands.press('Control+k');
  await hands.type('halvard');
  await hands.at('textbox', 'Search everything or type a command');
  await page.getByRole('dialog').getByText('Ines Halvard').waitFor();
  await hands.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Ines Halvard' }).waitFor();
  await hands.kept();
  await hands.reach('tab', 'Handling');
  for (const name of ['History', 'Links', 'Comments']) {
    await hands.press('ArrowRight');
    await hands.at('tab', name);
  }
  await hands.press('Tab');
  await hands.at('textbox', 'Comment on this record');
  await hands.type('To be asked on Monday');
  await hands.press('Control+Enter');
  await page.getByRole('article').getByText('To be asked on Monday').waitFor();
  await hands.press('Control+Shift+L');
  await hands.at('textbox', 'Passphrase');
  await hands.type(PASSPHRASE);
  await hands.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Ines Halvard' }).waitFor();
  await hands.kept();
  expect(mouse).toEqual([]);
}, 600_000);

const Focused = z.object({ role: z.string(), name: z.string(), seen: z.boolean() });
type Focused = z.infer<typeof Focused>;

/** What has the keyboard, and whether that is seen: by a line around it, around what it is drawn by, or in its list. */
const FOCUSED = String.raw`(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return { lost: true, seen: false };
  const hasLine = (one) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\)$|transparent/.test(outlineColor);
  };
  // A page and a heading are led to, not used: there the focus is a place to go on from.
  const isPlace = element.matches('main, h1, section');
  const around = element.parentElement.closest('[class*="Input-input"]');
  const drawnBy = [element, around, element.nextElementSibling, ...(element.labels ?? []), ...(element.labels?.[0]?.children ?? [])];
  const line = drawnBy.some((one) => one !== null && one !== undefined && hasLine(one));
  const within = element.getAttribute('role') === 'grid' && document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
  return { lost: false, seen: isPlace || line || (within ? hasLine(within) : false) };
})()`;

interface Hands {
  /** Presses keys, one after the other; the focus stays somewhere, and is seen. */
  press(...keys: string[]): Promise<void>;
  type(words: string): Promise<void>;
  /** Tab, until the keyboard is there. */
  reach(role: string, name: string | RegExp): Promise<void>;
  /** Waits until the keyboard is there by itself. */
  at(role: string, name: string | RegExp): Promise<void>;
  /** The focus is somewhere, and is seen. */
  kept(): Promise<void>;
  rows(names: readonly string[]): Promise<void>;
}

const MOST_TABS = 80;

function handsOn(page: Page): Hands {
  async function focused(): Promise<Focused> {
    const { lost, seen } = z.object({ lost: z.boolean(), seen: z.boolean() }).parse(await page.evaluate(FOCUSED));
    if (lost) return { role: 'none', name: '', seen: false };
    const [line = ''] = (await page.locator(':focus').ariaSnapshot()).split('\n');
    const [, role = line, name = ''] = /^- '?(\w+)(?: "((?:[^"\\]|\\.)*)")?/.exec(line) ?? [];
    return { role, name: name.replaceAll('\\"', '"'), seen };
  }
  const fits = (now: Focused, role: string, name: string | RegExp) =>
    now.role === role && (typeof name === 'string' ? now.name === name : name.test(now.name));

  async function kept(): Promise<void> {
    await expect.poll(focused, { timeout: PATIENCE }).toMatchObject({ seen: true });
  }
  return {
    kept,
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (words) => page.keyboard.type(words),
    async reach(role, name) {
      const passed: string[] = [];
      for (let tabs = 0; tabs < MOST_TABS; tabs++) {
        await kept();
        const now = await focused();
        if (fits(now, role, name)) return;
        passed.push(`${now.role} ${now.name}`);
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not come to ${role} ${name}, but to ${passed.join(', ')}.`);
    },
    async at(role, name) {
      const there = async () => {
        const now = await focused();
        return fits(now, role, name) ? { seen: now.seen } : now;
      };
      await expect.poll(there, { timeout: PATIENCE }).toEqual({ seen: true });
    },
    async rows(names) {
      const titles = page.getByRole('grid').locator('[role=row][aria-selected] button');
      await expect.poll(() => titles.allTextContents(), { timeout: PATIENCE }).toEqual(names);
    },
  };
}
