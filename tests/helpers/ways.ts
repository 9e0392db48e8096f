import type { Locator, Page } from '@playwright/test';
import { PATIENCE } from './everyScreen.ts';
import { handsOn } from './hands.ts';

type Name = string | RegExp;
/** Controls of which the arrows choose one: the keyboard comes to the group, then goes along it. */
type Chosen = 'radio' | 'tab' | 'menuitem';

/** How a person works a window: the same steps by mouse, or by keyboard alone. */
export interface Way {
  readonly page: Page;
  /** A button or a link. */
  press(name: Name, role?: 'button' | 'link'): Promise<void>;
  /** A field, whatever was in it before. */
  fill(name: Name, words: string): Promise<void>;
  choose(role: Chosen, name: Name): Promise<void>;
  /** A box to be ticked, or not. */
  tick(name: string): Promise<void>;
  /** One value of a field with a list. */
  pick(field: Name, value: string): Promise<void>;
  /** A command of the palette, by its whole title. */
  command(title: string): Promise<void>;
  /** A record that the palette finds by its title. */
  open(title: string): Promise<void>;
  /** Sets the cursor at the end of the paragraph with these words. */
  intoText(words: string): Promise<void>;
  /** Chooses the whole paragraph with these words. */
  paragraph(words: string): Promise<void>;
  /** What is typed or pressed where the cursor is. */
  readonly keyboard: Page['keyboard'];
}

export function byMouse(page: Page): Way {
  page.setDefaultTimeout(PATIENCE);
  const named = (role: 'button' | 'link' | Chosen, name: Name) =>
    page.getByRole(role, typeof name === 'string' ? { name, exact: true } : { name });
  return {
    page,
    keyboard: page.keyboard,
    press: (name, role = 'button') => named(role, name).first().click(),
    fill: (name, words) => page.getByRole('textbox', exactly(name)).first().fill(words),
    tick: (name) => page.getByRole('checkbox', { name, exact: true }).click(),
    async choose(role, name) {
      if (role === 'radio') await named(role, name).first().click({ force: true });
      else await named(role, name).first().click();
    },
    async pick(field, value) {
      await page
        .getByRole('combobox', exactly(field))
        .or(page.getByRole('textbox', exactly(field)))
        .first()
        .click();
      await page.getByRole('option', { name: value, exact: true }).click();
    },
    async command(title) {
      await page.getByRole('button', { name: /^Search everything/ }).click();
      await page.getByRole('dialog').getByRole('textbox').fill(title);
      await page.getByRole('dialog').getByRole('button', { name: title }).first().click();
    },
    async open(title) {
      await page.getByRole('button', { name: /^Search everything/ }).click();
      await page.getByRole('dialog').getByRole('textbox').fill(title);
      await hitOf(page, title).click();
    },
    async intoText(words) {
      await paragraphOf(page, words).click();
      await page.keyboard.press('End');
    },
    async paragraph(words) {
      await paragraphOf(page, words).click({ clickCount: 3 });
    },
  };
}

/** Without a mouse: the keyboard comes to what it works, and what has the focus is always seen. */
export function byKeyboard(page: Page): Way {
  page.setDefaultTimeout(PATIENCE);
  const hands = handsOn(page);
  const along: Readonly<Record<Chosen, string>> = { radio: 'ArrowDown', tab: 'ArrowRight', menuitem: 'ArrowDown' };
  return {
    page,
    keyboard: page.keyboard,
    async press(name, role = 'button') {
      await page.getByRole(role, exactly(name)).first().waitFor();
      await hands.reach(role, name);
      await hands.press('Enter');
    },
    async fill(name, words) {
      await hands.reach('textbox', name);
      await hands.press('Control+a');
      await hands.type(words);
    },
    async tick(name) {
      await hands.reach('checkbox', name);
      await hands.press('Space');
    },
    async choose(role, name) {
      for (let groups = 0; ; groups++) {
        if (role !== 'menuitem') await hands.reach(role, /./);
        if (await hands.along(role, name, along[role])) break;
        if (role === 'menuitem' || groups === MOST_GROUPS) throw new Error(`There is no ${role} ${name}.`);
        await hands.press('Tab');
      }
      if (role !== 'radio') await hands.press('Enter');
    },
    async pick(field, value) {
      await hands.reach(/combobox|textbox/, field);
      await hands.press('ArrowDown');
      await page.getByRole('option', { name: value, exact: true }).waitFor();
      await hands.option(value);
      await hands.press('Enter');
    },
    async command(title) {
      await hands.press('Control+k');
      await hands.at('textbox', 'Search everything or type a command');
      await hands.type(title);
      await page.getByRole('dialog').getByRole('button', { name: title }).first().waitFor();
      await hands.press('Enter');
    },
    async open(title) {
      await hands.press('Control+k');
      await hands.at('textbox', 'Search everything or type a command');
      await hands.type(title);
      await hitOf(page, title).waitFor();
      await hands.press('Enter');
    },
    async intoText(words) {
      await cursorInto(page, hands, words);
      await hands.press('End');
    },
    async paragraph(words) {
      await cursorInto(page, hands, words);
      await hands.press('Home');
      await hands.press('Shift+End');
    },
  };
}

/** Groups of the same sort on one screen. */
const MOST_GROUPS = 12;

const exactly = (name: Name) => (typeof name === 'string' ? { name, exact: true } : { name });

function hitOf(page: Page, title: string): Locator {
  const lines = page.getByRole('dialog').getByRole('button', { name: title });
  return lines.filter({ hasNotText: /^Search the library/ }).first();
}

function paragraphOf(page: Page, words: string): Locator {
  return page.locator('.ProseMirror > *', { hasText: words }).first();
}

/** A person sees where the cursor is before pressing the next key. */
const NEXT_FRAME = 'new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => seen(0))))';

/** The words of the paragraph that the cursor stands in. */
const CURSOR_IN = `(() => {
  const node = getSelection()?.focusNode ?? null;
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest('.ProseMirror > *')?.textContent ?? '';
})()`;

/** From the first line of the text downwards, until the cursor stands in the paragraph. */
async function cursorInto(page: Page, hands: ReturnType<typeof handsOn>, words: string): Promise<void> {
  await hands.reach('textbox', /^Text/);
  await hands.press('Control+Home');
  await page.evaluate(NEXT_FRAME);
  for (let line = 0; line < 30; line++) {
    const here = await page.evaluate(CURSOR_IN);
    if (String(here).includes(words)) return;
    await hands.press('ArrowDown');
    await page.evaluate(NEXT_FRAME);
  }
  throw new Error(`The cursor does not come to the paragraph “${words}”.`);
}
