import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { expect, onTestFinished } from 'vitest';
import { type OpenBrowser, openBrowser } from '../../loopback/openBrowser.ts';
import type { Served } from '../../loopback/serve.ts';

export const CHROMIUM = '/usr/bin/chromium';

/** What the tests add to the browser's command line: no screen, and a door for them. */
export const UNSEEN = ['--headless=new', '--disable-gpu', '--remote-debugging-port=0'];

export interface TestBrowser extends OpenBrowser {
  readonly context: BrowserContext;
  /** The first window. */
  readonly page: Page;
}

/** The browser as the host starts it, with the launch page of `host`. It ends with the test. */
export async function aBrowser(host: Served, program = CHROMIUM): Promise<TestBrowser> {
  const { launchPage, port } = host;
  const browser = { name: 'Chromium', path: program };
  const opened = openBrowser({ browser, launchPage, port, moreArguments: UNSEEN });
  onTestFinished(() => opened.close());
  const context = await attach(opened.profile);
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  return { ...opened, context, page };
}

/** The windows of a running browser, by its profile. */
export async function attach(profile: string): Promise<BrowserContext> {
  const door = join(profile, 'DevToolsActivePort');
  await expect
    .poll(() => existsSync(door) && readFileSync(door, 'utf8').includes('\n'), { timeout: 60_000 })
    .toBe(true);
  const [port] = readFileSync(door, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The browser has no windows.');
  context.setDefaultTimeout(120_000);
  return context;
}

/** Waits for the sign that the page of the tests sets up. Not by a function in the page: the policy forbids making one. */
export async function ready(page: Page): Promise<void> {
  await page.locator('#ready').waitFor();
}
