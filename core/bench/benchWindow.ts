import type { Browser, Page } from '@playwright/test';
import { enterBenchHost, startBenchHost } from './benchHost.ts';
import { BENCH_PASSPHRASE } from './corpusVault.ts';

/** How long a page may take for anything before a measure is given up. */
export const PATIENCE_MS = 120_000;

/** A window of the built interface at this address, with this vault open, in a host of its own. */
export async function openBenchWindow(
  browser: Browser,
  folder: string,
  address: string,
): Promise<{ readonly page: Page; end(): Promise<void> }> {
  const host = await startBenchHost();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const { ask, cookie } = await enterBenchHost(host);
  await ask('vault.unlock', { folder, passphrase: BENCH_PASSPHRASE });
  const [name = '', ...value] = cookie.split('=');
  await context.addCookies([{ name, value: value.join('='), domain: '127.0.0.1', path: '/', httpOnly: true }]);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${host.origin}/#${address}`);
  return {
    page,
    async end() {
      await context.close();
      await host.end();
    },
  };
}
