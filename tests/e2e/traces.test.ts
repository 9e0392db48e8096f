import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildInterface } from '../helpers/buildInterface.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';
import { aLastingFolder } from '../helpers/lastingFolder.ts';
import { type RunningProgram, runProgram } from '../helpers/runProgram.ts';
import { readableIn, WRITING_CALLS, writtenPaths } from '../helpers/traces.ts';
import { attach, CHROMIUM, UNSEEN } from '../loopback/aBrowser.ts';

const MAIN = new URL('../../loopback/main.ts', import.meta.url);
const PASSPHRASE = 'nine hidden canaries in the rigging';
/** Each is typed at one place: a seat's name, a network, a record, a field, a comment, a search, a filter … */
const WORDS = {
  seat: 'Quillabrandt',
  network: 'Marrowfennel',
  organisation: 'Umbrellawick',
  person: 'Zephyrhostel',
  text: 'Kestrelmoor',
  comment: 'Thistlegrange',
  unsent: 'Brindlecombe',
  search: 'Wimblecresting',
  filter: 'Foxglovery',
  passphrase: 'canaries in the rigging',
};
/** The browser's temporary place for what is shared in memory: it has no name from the moment it is there. */
const SHARED = /^\/dev\/shm\/\.(org\.chromium|com\.google)\./;

interface Session {
  readonly host: RunningProgram;
  /** The host's process, which is not that of what traces it. */
  readonly pid: number;
  readonly context: BrowserContext;
  /** The first window. */
  readonly page: Page;
  /** Of the host and its browser: gone when they end. */
  readonly privateFolders: readonly string[];
  /** Where anything might have been left. */
  readonly places: readonly string[];
}

describe('of a session in the installed browser', () => {
  const folder = aLastingFolder();
  const vaults = join(folder, 'vaults');
  const home = join(folder, 'home');
  const downloads = join(home, 'Downloads');
  const temporary = join(folder, 'tmp');
  const logs = join(folder, 'logs');
  const log = join(logs, 'log.txt');
  for (const path of [vaults, home, downloads, temporary, logs]) mkdirSync(path);
  const browser = join(folder, 'browser');
  writeFileSync(browser, `#!/bin/sh\nexec ${CHROMIUM} "$@" ${UNSEEN.join(' ')}\n`, { mode: 0o755 });

  /** Starts the program as a person does, with a home of its own. */
  async function start(tracer: readonly string[] = []): Promise<Session> {
    await buildInterface();
    const surroundings = [`HOME=${home}`, `TMPDIR=${temporary}`, `AMBERDESK_BROWSER=${browser}`];
    const wrapper = ['env', '-u', 'XDG_RUNTIME_DIR', ...surroundings, ...tracer];
    const host = runProgram(MAIN, ['--vaults', vaults, '--log', log], wrapper);
    expect(await host.nextLine(), host.errors()).toMatch(/^Amberdesk is open/);
    const pid = tracer.length === 0 ? (host.child.pid ?? 0) : childOf(host.child.pid ?? 0);
    onTestFinished(() => end(pid));
    const privateFolders = globSync(`/dev/shm/amberdesk-${pid}-*`);
    expect(privateFolders).toHaveLength(2);
    const profile = privateFolders.map((path) => join(path, 'profile')).find(existsSync) ?? '';
    const context = await attach(profile);
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    page.setDefaultTimeout(PATIENCE);
    return { host, pid, context, page, privateFolders, places: [...privateFolders, vaults, home, temporary, logs] };
  }

  it('whatever stayed would be seen, however it is written', () => {
    const planted = join(folder, 'planted');
    mkdirSync(planted);
    writeFileSync(join(planted, 'text'), `"title":"${WORDS.person} · Amberdesk"`);
    writeFileSync(join(planted, 'wide'), Buffer.from(WORDS.text, 'utf16le'));
    writeFileSync(join(planted, 'coded'), Buffer.from(`An envoy of ${WORDS.network}.`).toString('base64'));
    mkdirSync(join(planted, `${WORDS.seat}.ambercard`));
    expect(readableIn([planted], Object.values(WORDS)).map((found) => found.split(': ')[1])).toEqual(
      expect.arrayContaining([WORDS.person, WORDS.text, WORDS.network, WORDS.seat]),
    );
    expect(readableIn([planted], Object.values(WORDS))).toHaveLength(4);
  });

  it('whatever was written would be seen, also when a call is told in two lines', () => {
    const told = [
      '7 openat(AT_FDCWD, "/a", O_RDWR|O_CREAT, 0600 <unfinished ...>',
      '8 openat(AT_FDCWD, "/b", O_WRONLY|O_CREAT <unfinished ...>',
      '7 <... openat resumed>) = 3',
      '8 <... openat resumed>) = -1 ENOENT (No such file or directory)',
      '9 rename("/c", "d") = 0',
      '9 openat(AT_FDCWD, "/e", O_RDONLY) = 4',
      '9 open("/f", O_RDWR <unfinished ...>',
    ];
    expect(writtenPaths(told.join('\n'), '/here')).toEqual(['/a', '/here/d', '/f']);
  });

  it('nothing stays that can be read, nothing is written elsewhere, and nobody was spoken to', async () => {
    const trace = join(folder, 'trace.txt');
    const calls = `trace=connect,sendto,sendmsg,sendmmsg,${WRITING_CALLS}`;
    const session = await start(['strace', '-f', '-qq', '--seccomp-bpf', '-s', '256', '-e', calls, '-o', trace]);
    const { page, context, host } = session;
    const secrets = [...Object.values(WORDS), ...(await firstStart(page))];
    await work(page);
    const other = await ownWindow(context, page);
    await other.getByRole('heading', { level: 1, name: WORDS.person }).waitFor();
    await other.close();
    expect(readableIn(session.places, secrets)).toEqual([]);

    await lockAndUnlock(page);
    await page.keyboard.press('Control+Shift+L');
    secrets.push(...(await exercise(page)));
    expect(readableIn(session.places, secrets)).toEqual([]);
    await page.close();
    expect(await host.ended).toBe(0);
    expect(session.privateFolders.filter(existsSync)).toEqual([]);
    expect(readableIn(session.places, secrets)).toEqual([]);

    const lines = readFileSync(trace, 'utf8');
    const known = [vaults, ...session.privateFolders, log, '/dev/null', '/proc/'];
    const elsewhere = writtenPaths(lines, process.cwd()).filter(
      (path) => !known.some((place) => path.startsWith(place)) && !SHARED.test(path),
    );
    // The sheet and the card, which were saved, on their way to where the person wants them.
    const saved = elsewhere.filter((path) => path.startsWith(join(home, 'Downloads', '.org.chromium.')));
    expect(saved).toHaveLength(2);
    expect(saved.filter(existsSync)).toEqual([]);
    expect(elsewhere.filter((path) => !saved.includes(path))).toEqual([]);
    const addressed = lines.split('\n').filter((line) => /AF_INET6?\b/.test(line));
    expect(addressed.some((line) => line.includes('inet_addr("127.0.0.1")'))).toBe(true);
    // Asks the system whether there is a way to IPv6; nothing is sent by that.
    const question = /connect\(\d+, .*"2001:4860:4860::8888"/;
    expect(addressed.filter((line) => !line.includes('inet_addr("127.0.0.1")') && !question.test(line))).toEqual([]);
  }, 600_000);

  it('nothing can be read when the host is killed in the middle, and the next start clears up', async () => {
    const { page, context, host, places, privateFolders } = await start();
    await unlock(page);
    await page.keyboard.press('Alt+4');
    await page.getByRole('button', { name: WORDS.person }).click();
    await page.locator('[data-field="function"] input').pressSequentially(`${WORDS.text} again`);
    await search(page, WORDS.search);
    const browser = childOf(host.child.pid ?? 0);
    process.kill(host.child.pid ?? 0, 'SIGKILL');
    await host.ended;
    const secrets = Object.values(WORDS);
    expect(readableIn(places, secrets)).toEqual([]);
    await context.browser()?.close();
    // Without its host the browser stays open, for the person to read that Amberdesk has stopped.
    end(browser);
    expect(readableIn(places, secrets)).toEqual([]);

    const again = await start();
    expect(privateFolders.filter(existsSync)).toEqual([]);
    await unlock(again.page);
    // Where the window was may have been told a moment too late; what is in the vault is there.
    await again.page.keyboard.press('Alt+4');
    await button(again.page, WORDS.person).waitFor();
    await again.page.close();
    expect(await again.host.ended).toBe(0);
    expect(readableIn([...places, ...again.places], secrets)).toEqual([]);
  }, 600_000);
});

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** Makes a desk and prints its recovery sheet and its card; gives what the sheet says, as it might be written. */
async function firstStart(page: Page): Promise<string[]> {
  await button(page, /^Make my desk/).click();
  await page.getByLabel('Your name').fill(WORDS.seat);
  await page.getByRole('radio', { name: 'Secretariat' }).check();
  await page.getByLabel('Name of the Secretariat').fill('Secretariat');
  await button(page, 'Continue').click();
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE);
  await page.getByRole('textbox', { name: 'The same again' }).fill(PASSPHRASE);
  await button(page, 'Make the vault').click();
  await page.getByRole('heading', { level: 1, name: 'Your recovery sheet' }).waitFor();
  const lines = await page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem').allInnerTexts();
  const groups = lines.map((line) => line.split('\n').at(-1) ?? '');
  await button(page, 'Save the sheet to print').click();
  await page.getByText('Saved as a PDF.').waitFor();
  await button(page, 'I have the sheet').click();
  await page.getByRole('heading', { level: 1, name: 'Is the sheet in your hand?' }).waitFor();
  for (const label of await page.locator('label', { hasText: /^Group \d+ of the sheet$/ }).allInnerTexts())
    await page.getByLabel(label).fill(groups[Number(/\d+/.exec(label)?.[0])] ?? '');
  await button(page, 'Confirm').click();
  await button(page, 'Save the card').click();
  await page.getByText('Saved. There is nothing secret in it').waitFor();
  await button(page, 'Continue').click();
  await button(page, /^Start a network/).click();
  await page.getByLabel('Name of the network').fill(WORDS.network);
  await page.getByLabel('Short name').fill(WORDS.network);
  await page.getByLabel('Symbol of documents').fill('CB');
  await button(page, 'Start the network').click();
  await page.getByRole('heading', { level: 1, name: 'The root of the network' }).waitFor();
  await button(page, 'Later').click();
  await page.getByRole('link', { name: 'People', exact: true }).waitFor();
  // A group alone is so short that it may stand anywhere by chance; two beside one another do not.
  const pairs = groups.slice(1).map((group, index) => [groups[index], group] as const);
  return pairs.flatMap((pair) => ['', ' ', '","'].map((between) => pair.join(between)));
}

/** Adds, edits, comments, searches, and saves a filter. */
async function work(page: Page): Promise<void> {
  await page.keyboard.press('Alt+4');
  await add(page, 'Add organisation', WORDS.organisation);
  await page.keyboard.press('Alt+4');
  await add(page, 'Add person', WORDS.person);
  await page.locator('[data-field="function"] input').fill(WORDS.text);
  await page.locator('[data-field="function"] input').press('Enter');
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByRole('tab', { name: 'Comments' }).click();
  await page.getByLabel('Comment on this record').fill(WORDS.comment);
  await button(page, 'Send the comment').click();
  await page.getByRole('article').getByText(WORDS.comment).waitFor();
  await page.getByLabel('Comment on this record').fill(WORDS.unsent);
  await search(page, WORDS.search);
  await page.getByText('Nothing found').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+4');
  await page.getByLabel('Filter by words').fill(WORDS.person);
  await button(page, 'Saved filters').click();
  await page.getByLabel('Name of the filter').fill(WORDS.filter);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: WORDS.person, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: WORDS.person }).waitFor();
}

async function add(page: Page, what: string, name: string): Promise<void> {
  await button(page, what).first().click();
  const form = page.getByRole('form', { name: what });
  await form.getByLabel('Name').fill(name);
  await form.getByRole('button', { name: 'Add and open' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Types words into the palette. */
async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByPlaceholder('Search everything or type a command').fill(words);
}

async function ownWindow(context: BrowserContext, page: Page): Promise<Page> {
  const opening = context.waitForEvent('page', { timeout: PATIENCE });
  await page.keyboard.press('Control+Shift+O');
  const other = await opening;
  other.setDefaultTimeout(PATIENCE);
  return other;
}

async function unlock(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Secretariat' }).or(page.getByText('Unlock Secretariat')).first().waitFor();
  const choice = page.getByRole('radio', { name: 'Secretariat' });
  if (await choice.isVisible()) await choice.check();
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE);
  await button(page, 'Unlock').click();
  await page.getByRole('navigation').first().waitFor();
}

async function lockAndUnlock(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+L');
  await unlock(page);
  await page.getByRole('heading', { level: 1, name: WORDS.person }).waitFor();
}

/** Opens the exercise and searches in it; gives the words that open it. */
async function exercise(page: Page): Promise<string[]> {
  await button(page, 'Look at the exercise').click();
  const drawn = page.getByLabel('Passphrase of the exercise');
  await drawn.getByText(/\w+ \w+/).waitFor();
  const words = (await drawn.textContent()) ?? '';
  await button(page, 'Open the exercise').click();
  await page.getByText('EXERCISE', { exact: true }).waitFor({ timeout: 4 * PATIENCE });
  await search(page, 'CB/8/4 karsenia');
  await page.getByText('CB/8/4 Deep-dive: Karsenia').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Karsenia/ }).waitFor();
  await page.keyboard.press('Control+Shift+L');
  await button(page, 'Unlock').waitFor();
  return [words, 'Karsenia'];
}

/** The process that another one started first. */
function childOf(pid: number): number {
  const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  return Number(child);
}

/** Ends a process that a test started, and whatever it started, if it is still there. */
function end(pid: number): void {
  const children = (of: number): number[] => {
    try {
      return readFileSync(`/proc/${of}/task/${of}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
    } catch {
      return [];
    }
  };
  for (const child of children(pid)) end(child);
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
