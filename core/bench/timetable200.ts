import type { Browser, Page } from '@playwright/test';
import { generateNKeysBetween } from 'fractional-indexing';
import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { createRecord } from '../records/createRecord.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { requireBuilt, startBenchBrowser } from './benchHost.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { openBenchWindow, PATIENCE_MS } from './benchWindow.ts';
import { openBenchVault } from './corpusVault.ts';

const RUNS = 3;
const DAYS = 14;
const ITEMS = 200;
const KEYS = 20;
const LIMIT_MS = 50;
const ZONES = ['Asia/Tashkent', 'America/Halifax', 'Pacific/Guam', 'Europe/Helsinki'];

/** Notes for each key how long it takes until the frame was drawn that shows the plan as another. */
const WATCH_PLAN = `
  window.planTimes = [];
  let pressed;
  addEventListener('keydown', (event) => { if (event.altKey && event.key !== 'Alt') pressed = event.timeStamp; }, true);
  new MutationObserver((mutations) => {
    const isPlan = ({ target }) => (target.parentElement ?? target).closest?.('[data-session], [data-list]');
    if (pressed === undefined || !mutations.some(isPlan)) return;
    const from = pressed;
    pressed = undefined;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.planTimes.push(performance.now() - from);
      channel.port2.postMessage(0);
    });
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ['style'] });
`;

/**
 * From a key to the frame that shows what it did to a plan of 200 items on 14 days, in milliseconds, in the median: an item
 * is made longer and moved later, by turns, while it is written to the vault. The built interface in the loopback host, in
 * Chromium without a graphics card. The peer is a plain list of as many elements that are moved in the page alone. The
 * median of three rounds. Needs the project's development packages. Throws `file.missing` when nothing was built.
 */
export async function timetable200(): Promise<BenchResult> {
  requireBuilt();
  const vault = await openBenchVault();
  const meeting = planOf200(vault.session);
  const { folder } = vault.session.vault;
  vault.session.vault.close();
  const browser = await startBenchBrowser();
  try {
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run += 1) {
      theirs.push(await peerList(browser));
      const { page, end } = await openBenchWindow(browser, folder, `/meetings/${meeting}`);
      await page
        .locator('[data-item]')
        .nth(ITEMS - 1)
        .waitFor();
      ours.push(await pressKeys(page, `[data-item] >> nth=${ITEMS / 2}`));
      await end();
    }
    const [value, peerValue] = [median(ours), median(theirs)];
    return {
      name: 'timetable-200',
      unit: 'ms',
      value: rounded(value),
      peer: 'a plain list of 200 elements moved in the page',
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

/** A meeting of fourteen days with a morning and an afternoon each, two hundred items and a speaker by link on every third. */
function planOf200(session: Session): RecordId {
  return inTransaction(session, (changed) => {
    const make = (kind: string, body: object) => {
      const { id } = createRecord(session, kind, JSON.parse(JSON.stringify(body)));
      changed.add(id);
      return id;
    };
    const place = { venue: 'Assembly House', city: 'Avanor', zone: 'Europe/Lisbon' };
    const dates = { starts: '2027-03-08', ends: '2027-03-21' };
    const meeting = make('meeting', {
      title: 'Review conference',
      type: 'special',
      symbol: 'CB/S/1',
      ...dates,
      ...place,
    });
    const speaker = make('person', { name: 'Bakhtar Selimund' });
    const sessions = Array.from({ length: DAYS * 2 }, (_, at) => {
      const hours = at % 2 === 0 ? { starts: '09:00', ends: '13:00' } : { starts: '14:30', ends: '18:00' };
      const access = at === 2 ? 'open' : 'closed';
      return make('session', { meeting, day: Math.floor(at / 2) + 1, access, ...hours });
    });
    for (const [at, order] of generateNKeysBetween(null, null, ITEMS).entries()) {
      const zone = ZONES[at % ZONES.length];
      make('agendaItem', {
        ...{ meeting, session: sessions[Math.floor((at * sessions.length) / ITEMS)], order, type: 'item' },
        ...{
          title: `Situation ${at + 1}: reports and what follows`,
          purpose: 'discussion',
          minutes: 25,
          number: at + 1,
        },
        ...(at % 3 === 0 ? { speakers: [{ id: `speaker-${at}`, order: 'a0', party: speaker, zone }] } : {}),
      });
    }
    return meeting;
  });
}

async function pressKeys(page: Page, item: string): Promise<number> {
  await page.locator(item).scrollIntoViewIfNeeded();
  await page.locator(item).focus();
  await page.waitForTimeout(1_000);
  await page.evaluate(WATCH_PLAN);
  for (let done = 0; done < KEYS; done += 1) {
    await page.keyboard.press(done % 2 === 0 ? 'Alt+Shift+ArrowDown' : 'Alt+ArrowDown');
    await shown(page, done + 1);
    // The vault has written it, and everything beside the plan was drawn.
    await page.waitForTimeout(300);
  }
  return median(await page.evaluate<number[]>('window.planTimes'));
}

async function shown(page: Page, count: number): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 20) {
    if ((await page.evaluate<number>('window.planTimes.length')) >= count) return;
    await page.waitForTimeout(20);
  }
  throw new AmberdeskError('internal', { shown: 'never' });
}

/** Elements of the same words; one grows, or goes one place on, with each key. */
async function peerList(browser: Browser): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  try {
    const rows = Array.from({ length: ITEMS }, (_, at) => `<li tabindex="0">09:00 Situation ${at + 1}: reports</li>`);
    await page.setContent(`<ol data-list>${rows.join('')}</ol>`);
    await page.evaluate(`addEventListener('keydown', (event) => {
      const item = document.activeElement;
      if (!event.altKey || item.nextElementSibling === null) return;
      if (event.shiftKey) item.style.height = item.offsetHeight + 6 + 'px';
      else if (event.key === 'ArrowDown') {
        item.nextElementSibling.after(item);
        item.focus();
      }
    })`);
    return await pressKeys(page, `li >> nth=${ITEMS / 2}`);
  } finally {
    await page.close();
  }
}
