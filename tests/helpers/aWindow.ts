import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { onTestFinished } from 'vitest';
import { type Client, makeClient } from '../../contract/client.ts';
import type { Core, CoreOptions } from '../../core/createCore.ts';
import { lettersOf } from '../../loopback/openBrowser.ts';
import { type Served, serve } from '../../loopback/serve.ts';
import { ROOT } from '../../scripts/run.ts';
import { aFolder, aHolder, PASSPHRASE } from './aVault.ts';
import { createCore } from './builtCore.ts';
import { openExerciseVault } from './exerciseVault.ts';

const SCREENS = join(ROOT, 'tests', 'e2e', '__screens__');
/** Chromium without its own windows, which no test looks at; how the whole of it is started is tested in `loopback`. */
const BROWSER = {
  executablePath: '/usr/bin/chromium-headless-shell',
  env: { ...process.env, ...lettersOf(process.env) },
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** A running desk: the loopback host on the built interface, and a browser that was let in. */
export interface Desk {
  readonly core: Core;
  /** The application's calls, beside the windows: for setting the stage and for checking what was kept. */
  readonly client: Client;
  readonly host: Served;
  readonly browser: Browser;
  readonly context: BrowserContext;
  /** The first window. */
  readonly page: Page;
  /** Where its vaults are. */
  readonly vaults: string;
  /** Another window of the same session, at an address (`/people`). */
  window(address?: string): Promise<Page>;
  /** Stops the host, starts it again on the same vaults and opens a window: locked. */
  restart(): Promise<Desk>;
}

export interface DeskOptions {
  /** 1440×900 in light, English and UTC unless told. */
  readonly context?: BrowserContextOptions;
  readonly core?: CoreOptions;
  /** Another program than the browser without windows: where it matters which window is in front of which. */
  readonly program?: string;
  /** The folder of the vaults; a fresh one unless told. */
  readonly vaults?: string;
}

/** A desk without a vault: what somebody sees the first time. */
export async function aDesk(options: DeskOptions = {}): Promise<Desk> {
  const vaults = options.vaults ?? aFolder();
  const core = createCore({ vaultsFolder: vaults, ...options.core });
  const host = await serve({ core, assets: join(ROOT, 'dist', 'renderer'), graceMilliseconds: 60_000 });
  const browser = await chromium.launch({ ...BROWSER, ...(options.program && { executablePath: options.program }) });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options.context,
  });
  // Busy machines are slow, and a window is waited for as long as it takes.
  context.setDefaultTimeout(120_000);
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await browser.close();
    await host.close();
  };
  onTestFinished(close);
  const page = await context.newPage();
  await page.goto(`file://${host.launchPage}`);
  await page.waitForURL(`${host.url}/**`);
  return {
    core,
    client: makeClient(core),
    host,
    browser,
    context,
    page,
    vaults,
    async window(address = '/') {
      const other = await context.newPage();
      await other.goto(`${host.url}/#${address}`);
      return other;
    },
    async restart() {
      await close();
      return aDesk({ ...options, vaults });
    },
  };
}

/** A desk on a vault of its own that is open: the Secretariat's unless told. */
export async function anOpenDesk(
  options: DeskOptions & { readonly role?: 'secretariat' | 'member' | 'guest' } = {},
): Promise<Desk & { readonly folder: string }> {
  const desk = await aDesk(options);
  const folder = join(desk.vaults, 'Tavania.amberdesk');
  await desk.client.vault.create({
    folder,
    passphrase: PASSPHRASE,
    holder: aHolder({ role: options.role ?? 'secretariat' }),
    workFactor: 10,
  });
  return { ...desk, folder };
}

/**
 * A desk on the exercise, with everything in it. The seats that the exercise's directory begins with have ended, so that
 * those whom a test brings are the only ones to seal for.
 */
export async function anExerciseDesk(options: DeskOptions = {}): Promise<Desk & { readonly folder: string }> {
  const desk = await aDesk(options);
  const folder = join(desk.vaults, 'Exercise.amberdesk');
  await openExerciseVault(desk.client, folder);
  await endSeats(desk.client);
  return { ...desk, folder };
}

async function endSeats(client: Client): Promise<void> {
  const { seats } = await client.directory.read({});
  for (const { installation, standing, own } of seats) {
    if (standing === 'inForce' && !own) await client.directory.endSeat({ installation, why: 'left' });
  }
}

/** A picture of the window for somebody to look at, in a folder that is not kept. */
export async function takePicture(page: Page, name: string): Promise<void> {
  // Pictures are for looking at; in CI nobody does.
  if (process.env.CI) return;
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: join(SCREENS, `${name}.png`) });
}
