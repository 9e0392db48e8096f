import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import { z } from 'zod';
import { PATIENCE } from './everyScreen.ts';

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
  // In a document the cursor is seen.
  const isText = element.isContentEditable;
  return { lost: false, seen: isPlace || isText || line || (within ? hasLine(within) : false) };
})()`;

/** A person at the keyboard, without a mouse, who sees where the keyboard is. */
export interface Hands {
  /** Presses keys, one after the other; the focus stays somewhere, and is seen. */
  press(...keys: string[]): Promise<void>;
  type(words: string): Promise<void>;
  /** Tab, until the keyboard is there. */
  reach(role: string | RegExp, name: string | RegExp): Promise<void>;
  /** Goes along a group by an arrow, until the keyboard is at this one; gives whether it is in the group. */
  along(role: string, name: string | RegExp, arrow: string): Promise<boolean>;
  /** Goes along an open list to this value. */
  option(value: string): Promise<void>;
  /** Waits until the keyboard is there by itself. */
  at(role: string, name: string | RegExp): Promise<void>;
  /** The focus is somewhere, and is seen. */
  kept(): Promise<void>;
  rows(names: readonly string[]): Promise<void>;
}

const MOST_TABS = 120;
const MOST_STEPS = 40;

/** Hands on the keyboard of a window. Every wait is for what has the focus, or for what is seen. */
export function handsOn(page: Page): Hands {
  async function focused(): Promise<Focused> {
    const { lost, seen } = z.object({ lost: z.boolean(), seen: z.boolean() }).parse(await page.evaluate(FOCUSED));
    if (lost) return { role: 'none', name: '', seen: false };
    const [line = ''] = (await page.locator(':focus').ariaSnapshot()).split('\n');
    const [, role = line, name = ''] = /^- '?(\w+)(?: "((?:[^"\\]|\\.)*)")?/.exec(line) ?? [];
    return { role, name: name.replaceAll('\\"', '"'), seen };
  }
  const fits = (now: Focused, role: string | RegExp, name: string | RegExp) =>
    (typeof role === 'string' ? now.role === role : role.test(now.role)) &&
    (typeof name === 'string' ? now.name === name : name.test(now.name));

  async function kept(): Promise<void> {
    const unseen = async () => {
      const { seen, role, name } = await focused();
      return seen ? 'nothing' : `${role} ${name}`;
    };
    await expect.poll(unseen, { timeout: PATIENCE }).toBe('nothing');
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
        let now = await focused();
        // After the last part of the page the browser itself has its turn; otherwise the focus is never lost.
        if (!now.seen && !(tabs > 0 && now.role === 'none')) {
          await kept();
          now = await focused();
        }
        if (fits(now, role, name)) return;
        passed.push(`${now.role} ${now.name}`);
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not come to ${role} ${name}, but to ${passed.join(', ')}.`);
    },
    async along(role, name, arrow) {
      const passed = new Set<string>();
      for (;;) {
        await kept();
        const now = await focused();
        if (fits(now, role, name)) return true;
        // Round the group, or at its end.
        if (passed.has(`${now.role} ${now.name}`)) return false;
        passed.add(`${now.role} ${now.name}`);
        await page.keyboard.press(arrow);
      }
    },
    async option(value) {
      const passed: string[] = [];
      for (let steps = 0; steps < MOST_STEPS; steps++) {
        const active = await page.locator(':focus').getAttribute('aria-activedescendant');
        const now = active === null || active === '' ? '' : await page.locator(`[id="${active}"]`).textContent();
        if (now?.includes(value)) return;
        passed.push(now ?? '');
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`The list does not come to ${value}, but to ${passed.join(', ')}.`);
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
