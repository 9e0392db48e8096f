import type { Browser, Page } from '@playwright/test';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Block } from '../../domain/papers/richText.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { createRecord } from '../records/createRecord.ts';
import { requireBuilt, startBenchBrowser } from './benchHost.ts';
import { type BenchResult, median, percentile, rounded } from './benchResult.ts';
import { openBenchWindow, PATIENCE_MS } from './benchWindow.ts';
import { numbersFrom } from './corpus.ts';
import { openBenchVault } from './corpusVault.ts';

const RUNS = 3;
const WORDS = 10_000;
const WORDS_A_BLOCK = 60;
const COMMENTS = 60;
const KEYS = 240;
const BETWEEN_KEYS_MS = 45;
/** From a key to what it draws. */
const TYPING_LIMIT_MS = 32;
const OPENING_LIMIT_MS = 400;
const TITLE = 'A paper of ten thousand words';
const SYLLABLES = ['ka', 'ren', 'sia', 'mar', 'osk', 'lin', 'dour', 'val', 'te', 'rim', 'ash', 'len', 'bri', 'po'];

/** Notes for each key how long it takes until the frame that shows it was drawn. */
const WATCH_KEYS = `
  window.keyTimes = [];
  addEventListener('keydown', (event) => {
    const pressed = event.timeStamp;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.keyTimes.push(performance.now() - pressed);
      channel.port2.postMessage(0);
    });
  }, true);
`;

/**
 * From a key to the frame that shows it, in milliseconds, at the 95th percentile: typing in the middle of a paper of 10,000
 * words with marks, footnotes and commented words, while it is saved. The built interface in the loopback host, in
 * Chromium without a graphics card. The peer is a bare editable element with the same words. The median of three rounds.
 * Needs the project's development packages. Throws `file.missing` when nothing was built.
 */
export function typeLatency(): Promise<BenchResult> {
  return withPaper(async (browser, open, html) => {
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run += 1) {
      theirs.push(await peerTyping(browser, html));
      const { page, end } = await open();
      await page.locator('[data-editor] [role=textbox]').first().waitFor();
      ours.push(await typeInto(page, '[data-editor] [role=textbox]'));
      await end();
    }
    return result('type-latency', 'a bare editable element with the same words', ours, theirs, TYPING_LIMIT_MS);
  });
}

/**
 * From the click on a paper of 10,000 words in the list of papers to the cursor in its text, in milliseconds. The peer is
 * a bare editable element that is given the same words. The median of three rounds. Throws as `typeLatency` does.
 */
export function openPaper(): Promise<BenchResult> {
  return withPaper(async (browser, open, html) => {
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run += 1) {
      theirs.push(await peerOpening(browser, html));
      const { page, end } = await open('/papers');
      const row = page.getByRole('grid').locator('[role=row][id]', { hasText: TITLE });
      await row.waitFor();
      await page.waitForTimeout(500);
      await page.evaluate(WATCH_OPENING);
      await row.getByRole('button', { name: TITLE }).first().click();
      ours.push(await opened(page));
      await end();
    }
    return result('open-paper', 'a bare editable element given the same words', ours, theirs, OPENING_LIMIT_MS);
  });
}

/** Notes when something is clicked, and when an editable text is there, takes the cursor, and was drawn. */
const WATCH_OPENING = `
  window.openedAfter = 0;
  addEventListener('click', (event) => {
    const clicked = event.timeStamp;
    const look = () => {
      const text = document.querySelector('[contenteditable=true]');
      if (text === null || text.textContent.length < 1000) return requestAnimationFrame(look);
      text.focus();
      if (document.activeElement !== text || getSelection().rangeCount === 0) return requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => { window.openedAfter = performance.now() - clicked; }));
    };
    look();
  }, { capture: true, once: true });
`;

async function opened(page: Page): Promise<number> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    const after = await page.evaluate<number>('window.openedAfter');
    if (after > 0) return after;
    await page.waitForTimeout(50);
  }
  throw new AmberdeskError('internal', { opened: 'never' });
}

async function peerOpening(browser: Browser, html: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.setContent('<button id="open">Open</button><div id="place"></div>');
    await page.evaluate(WATCH_OPENING);
    await page.evaluate(`document.getElementById('open').addEventListener('click', () => {
      document.getElementById('place').innerHTML = '<div contenteditable="true">' + ${JSON.stringify(html)} + '</div>';
    })`);
    await page.locator('#open').click();
    return await opened(page);
  } finally {
    await page.close();
  }
}

async function peerTyping(browser: Browser, html: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  try {
    await page.setContent(`<div id="text" contenteditable="true">${html}</div>`);
    return await typeInto(page, '#text');
  } finally {
    await page.close();
  }
}

async function typeInto(page: Page, text: string): Promise<number> {
  const middle = page.locator(`${text} > p`).nth(Math.floor(WORDS / WORDS_A_BLOCK / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click();
  await page.keyboard.press('End');
  await page.waitForTimeout(1_000);
  await page.evaluate(WATCH_KEYS);
  await page.keyboard.type('Typed in the middle of it. '.repeat(KEYS).slice(0, KEYS), { delay: BETWEEN_KEYS_MS });
  await page.waitForTimeout(200);
  return percentile(await page.evaluate<number[]>('window.keyTimes'), 0.95);
}

type Open = (address?: string) => Promise<{ readonly page: Page; end(): Promise<void> }>;

async function withPaper(measure: (browser: Browser, open: Open, html: string) => Promise<BenchResult>) {
  requireBuilt();
  const vault = await openBenchVault();
  const blocks = blocksOf();
  const body = { title: TITLE, type: 'deepDive', status: 'drafting', body: { type: 'doc', content: blocks } };
  const { id } = createRecord(vault.session, 'paper', body);
  for (let index = 0; index < COMMENTS; index += 1) comment(vault.session, id, blocks[2 + index * 2]);
  const { folder } = vault.session.vault;
  vault.session.vault.close();
  const browser = await startBenchBrowser();
  try {
    return await measure(
      browser,
      (address = `/papers/${id}`) => openBenchWindow(browser, folder, address),
      htmlOf(blocks),
    );
  } finally {
    await browser.close();
    vault.close();
  }
}

/** Headings, and paragraphs with bold words, a citation, a mark in the margin here and there, and footnotes. */
function blocksOf(): Block[] {
  const random = numbersFrom(7);
  const next = () => Math.floor(random() * 1e6);
  const word = () => Array.from({ length: 2 + (next() % 2) }, () => SYLLABLES[next() % SYLLABLES.length]).join('');
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const blocks: Block[] = [];
  for (let count = 0, index = 0; count < WORDS; index += 1) {
    const id = `block-${index}`;
    if (index % 12 === 0) {
      blocks.push({ type: 'heading', attrs: { id, level: 1 }, content: [{ type: 'text', text: words(5) }] });
      count += 5;
      continue;
    }
    const content: JsonObject[] = [
      { type: 'text', text: `${words(20)} ` },
      { type: 'text', text: words(4), marks: [{ type: 'bold' }] },
      { type: 'text', text: ` ${words(WORDS_A_BLOCK - 24)} [R-0${100 + index} · B2].` },
    ];
    if (index % 10 === 3) {
      content.push({ type: 'footnote', attrs: { id: `note-${index}` }, content: [{ type: 'text', text: words(9) }] });
    }
    blocks.push({ type: 'paragraph', attrs: { id, ...(index % 4 === 0 && { mark: 'TLP:GREEN' }) }, content });
    count += WORDS_A_BLOCK;
  }
  return blocks;
}

function comment(session: Parameters<typeof createRecord>[0], record: string, block: Block | undefined): void {
  const [first] = Array.isArray(block?.content) ? block.content : [];
  const said = typeof first === 'object' && first !== null && !Array.isArray(first) ? String(first.text) : '';
  if (block === undefined || block.type !== 'paragraph') return;
  const quote = said.split(' ').slice(3, 8).join(' ');
  const anchor = { block: block.attrs.id, quote, before: '', after: '' };
  createRecord(session, 'comment', { record: RecordId.parse(record), anchor, text: 'Is this so?' });
}

function htmlOf(blocks: readonly Block[]): string {
  const inside = (node: JsonObject): string =>
    (Array.isArray(node.content) ? node.content : [])
      .map((child) => {
        if (typeof child !== 'object' || child === null || Array.isArray(child)) return '';
        if (child.type === 'footnote') return '<sup>1</sup>';
        return child.marks === undefined ? String(child.text) : `<b>${String(child.text)}</b>`;
      })
      .join('');
  return blocks
    .map((block) => (block.type === 'heading' ? `<h2>${inside(block)}</h2>` : `<p>${inside(block)}</p>`))
    .join('');
}

function result(
  name: string,
  peer: string,
  ours: readonly number[],
  theirs: readonly number[],
  limit: number,
): BenchResult {
  const [value, peerValue] = [median(ours), median(theirs)];
  return {
    name,
    unit: 'ms',
    value: rounded(value),
    peer,
    peerValue: rounded(peerValue),
    ratio: rounded(value / peerValue),
    limit,
    limitOf: 'value',
  };
}
