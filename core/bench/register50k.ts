import type { Browser, Page } from '@playwright/test';
import { naturalId } from '../../domain/records/ids.ts';
import { enterBenchHost, requireBuilt, startBenchBrowser, startBenchHost } from './benchHost.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { type Corpus, createCorpus } from './corpus.ts';
import { BENCH_PASSPHRASE, fillWithCorpus, openBenchVault, RECORDS } from './corpusVault.ts';

const RUNS = 3;
const LIMIT_MS = 100;
const PATIENCE_MS = 180_000;
const ORGANISATIONS = 60;
const ROLES = ['primaryRepresentative', 'alternate', 'official', 'expert', 'guest'];
const SCROLLS = 120;
const STEP = 900;
const FAR = 300_000;

/** Keeps the longest time between two frames, in milliseconds, until it is asked; then begins anew. */
const WATCH_FRAMES = `
  let last = performance.now();
  window.longestFrame = 0;
  const next = (now) => {
    window.longestFrame = Math.max(window.longestFrame, now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
`;

/**
 * The longest frame while a register of 50,000 persons is opened, filtered by words, and scrolled by hand and by far, in
 * milliseconds: the built interface in the loopback host, in Chromium without a graphics card. The peer is a plain page
 * with the same rows as a table, opened and scrolled in the same way. The median of three rounds. Needs the project's
 * development packages. Throws `file.missing` when nothing was built.
 */
export async function register50k(): Promise<BenchResult> {
  requireBuilt();
  const vault = await openBenchVault();
  fillWithCorpus(vault.session, persons(createCorpus()));
  const { folder } = vault.session.vault;
  vault.session.vault.close();
  const browser = await startBenchBrowser();
  try {
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      theirs.push(await peerFrame(browser));
      ours.push(await longestFrame(browser, folder));
    }
    const [value, peerValue] = [median(ours), median(theirs)];
    return {
      name: 'register-50k',
      unit: 'ms',
      value: rounded(value),
      peer: 'plain table of 50,000 rows',
      peerValue: rounded(peerValue),
      ratio: rounded(value / peerValue),
      limit: LIMIT_MS,
      limitOf: 'value',
    };
  } finally {
    await browser.close();
    vault.close();
  }
}

/** The corpus as persons of sixty organisations. */
function persons(corpus: Corpus): Corpus {
  return {
    ...corpus,
    record(index) {
      const { id, body } = corpus.record(index);
      const words = String(body.title).split(' ');
      return {
        id,
        kind: 'person',
        body: {
          name: words.slice(0, 2).join(' '),
          organisation: naturalId('organisation', String(index % ORGANISATIONS)),
          role: ROLES[index % ROLES.length] ?? 'guest',
          function: words.slice(2).join(' '),
        },
      };
    },
  };
}

async function longestFrame(browser: Browser, folder: string): Promise<number> {
  const host = await startBenchHost();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  try {
    const { ask, cookie } = await enterBenchHost(host);
    await ask('vault.unlock', { folder, passphrase: BENCH_PASSPHRASE });
    const [name = '', ...value] = cookie.split('=');
    await context.addCookies([{ name, value: value.join('='), domain: '127.0.0.1', path: '/', httpOnly: true }]);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${host.origin}/#/desk`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(WATCH_FRAMES);
    await page.keyboard.press('Alt+2');
    const grid = page.getByRole('grid');
    await grid.locator('[role=row][id]').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('bra', { delay: 60 });
    const counted = page.locator('output', { hasText: 'records' });
    await counted.filter({ hasNotText: RECORDS.toLocaleString('en-GB') }).waitFor();
    await page.keyboard.press('Escape');
    await counted.filter({ hasText: RECORDS.toLocaleString('en-GB') }).waitFor();
    await scrollThrough(page, '[role=grid]');
    return await page.evaluate<number>('window.longestFrame');
  } finally {
    await context.close();
    await host.end();
  }
}

async function peerFrame(browser: Browser): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  try {
    await page.setContent('<div id="list" style="height: 800px; overflow: auto"></div>');
    await page.evaluate(WATCH_FRAMES);
    await page.evaluate(`{
      const cells = (index) => ['Name ' + index, 'Organisation ' + (index % 60), 'official', 'Function ' + index, 'TLP:AMBER'];
      const row = (index) => '<tr style="height: 32px">' + cells(index).map((cell) => '<td>' + cell + '</td>').join('') + '</tr>';
      document.getElementById('list').innerHTML =
        '<table>' + Array.from({ length: ${RECORDS} }, (_, index) => row(index)).join('') + '</table>';
    }`);
    await scrollThrough(page, '#list');
    return await page.evaluate<number>('window.longestFrame');
  } finally {
    await page.close();
  }
}

/** By a hand's width a hundred times over, then to far places. */
async function scrollThrough(page: Page, list: string): Promise<void> {
  await page.locator(list).evaluate(
    async (element, { scrolls, step, far }) => {
      const scroller: { scrollTop: number } = element;
      const frame = () => new Promise((resolve) => globalThis.setTimeout(resolve, 20));
      for (let index = 0; index < scrolls; index++) {
        scroller.scrollTop += step;
        await frame();
      }
      for (const to of [far, far * 3, far * 5, 0]) {
        scroller.scrollTop = to;
        for (let index = 0; index < 10; index++) await frame();
      }
    },
    { scrolls: SCROLLS, step: STEP, far: FAR },
  );
}
