import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import { aDesk, type Desk, takePicture } from './aWindow.ts';
import { cutOff } from './cutOff.ts';
import { PATIENCE } from './everyScreen.ts';

const LANGUAGES = ['en', 'fr'] as const;
const LOOKS = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  'light-high': { colorScheme: 'light', contrast: 'more' },
  'dark-high': { colorScheme: 'dark', contrast: 'more' },
} as const;
type LookName = keyof typeof LOOKS;
const LOOKS_ALL: readonly LookName[] = ['dark', 'dark-high', 'light-high', 'light'];
/** For reading: the colours were looked at in the other language. */
const LOOKS_SEEN: readonly LookName[] = process.env.CI ? ['light'] : ['dark', 'light'];

/** All that a machine can tell of WCAG 2.2, A and AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What depends on colours, in either language alike; everything else is the same in every look. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const SMALL = { width: 1280, height: 720 };
/** The same window at 200 %. */
const TWICE = { width: 640, height: 360 };
/** Screens on which something was made to fail: React says so on the console. */
const FAILING = ['stopped-working'];

/**
 * Looks at each screen that a desk is led through, in every look and both languages, in a small window and at 200 %.
 * Gives the names of the screens; expects that nothing is wrong with any.
 */
export async function lookAtEach(screens: (desk: Desk) => AsyncGenerator<string>): Promise<string[]> {
  const desk = await aDesk({ context: { viewport: SMALL } });
  const { page } = desk;
  const told = listenTo(page);
  const faults: string[] = [];
  const names: string[] = [];
  for await (const name of screens(desk)) {
    names.push(name);
    for (const language of LANGUAGES) {
      await speak(desk, language);
      faults.push(...(await lookAt(page, `${name}-${language}`, language === 'en' ? LOOKS_ALL : LOOKS_SEEN)));
    }
    await speak(desk, 'en');
    const heard = told.splice(0);
    if (FAILING.includes(name)) expect(heard).not.toEqual([]);
    else faults.push(...heard.map((line) => `${name}: ${line}`));
  }
  expect(byFault(faults)).toEqual({});
  return [...new Set(names)];
}

/** What is wrong with the page as it stands: by axe, and what is cut off. */
export async function lookAtOnce(page: Page): Promise<string[]> {
  return [...(await axe(page)), ...(await cutOff(page))];
}

/** Each fault once, with the screens that have it. */
function byFault(faults: readonly string[]): Record<string, string[]> {
  const parts = faults.map((line) => /^(\S+): (.*)$/s.exec(line));
  const groups = Map.groupBy(parts, (part) => part?.[2]?.replace(/mantine-\w{9}/g, 'mantine-…') ?? '');
  return Object.fromEntries([...groups].map(([fault, among]) => [fault, among.map((part) => part?.[1] ?? '')]));
}

async function lookAt(page: Page, name: string, looks: readonly LookName[]): Promise<string[]> {
  const faults: string[] = [];
  for (const look of looks) {
    await page.emulateMedia(LOOKS[look]);
    await page.locator(`html[data-mantine-color-scheme="${LOOKS[look].colorScheme}"]`).waitFor();
    await page.locator(look.endsWith('high') ? 'html[data-contrast]' : 'html:not([data-contrast])').waitFor();
    await page.evaluate('Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => 0)');
    if (look === 'light' || look === 'dark') await takePicture(page, `${name}-${look}`);
    const rules = look === 'light' ? undefined : COLOURS;
    faults.push(...(await axe(page, rules)).map((fault) => `${name}-${look}: ${fault}`));
  }
  faults.push(...(await cutOff(page)).map((fault) => `${name}: ${fault}`));
  await page.setViewportSize(TWICE);
  await takePicture(page, `${name}-twice`);
  faults.push(...(await cutOff(page)).map((fault) => `${name}-twice: ${fault}`));
  await page.setViewportSize(SMALL);
  return faults;
}

/**
 * What axe finds; by all rules unless some are named. It runs in the page beside its policy, which stays as it is: the
 * browser's debugger brings it there, not a script element. Without frames there is nothing to be put together in a page
 * of its own.
 */
async function axe(page: Page, rules?: readonly string[]): Promise<string[]> {
  const isThere = await page.evaluate<boolean>('window.axe !== undefined');
  const builder = new AxeBuilder(isThere ? { page, axeSource: 'undefined' } : { page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
  const chosen = rules === undefined ? builder.withTags(WCAG) : builder.withRules([...rules]);
  const { violations } = await chosen.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${target.join(' ')} ${failureSummary.split('\n').slice(1).join(' ').trim()}`,
    ),
  );
}

/** Changes the language of the window as it stands: by the buttons before a vault, by the preference inside. */
async function speak({ page, client }: Desk, language: 'en' | 'fr'): Promise<void> {
  const choice = page.locator(`main fieldset button[lang="${language}"]`);
  const { state } = await client.vault.status({});
  if (await choice.isVisible()) await choice.click();
  if (state === 'unlocked') await client.preferences.write({ name: 'look.language', value: language });
  await page.locator(`html[lang="${language}"]`).waitFor({ timeout: PATIENCE });
}

/** Everything that goes wrong in the page by its own telling. A refusal that was provoked is told by the browser, too. */
function listenTo(page: Page): string[] {
  const told: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) told.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => told.push(`error: ${error.message}`));
  return told;
}
