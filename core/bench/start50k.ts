import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { AmberdeskError } from '../../domain/errors.ts';
import { builtProgram } from '../files/places.ts';
import { WORK_FACTOR, wrapWithPassphrase } from '../vault/keys.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { createCorpus } from './corpus.ts';
import { BENCH_PASSPHRASE, fillWithCorpus, openBenchVault } from './corpusVault.ts';
import { type VaultOnDisk, vaultOnDisk } from './measureChild.ts';

const RUNS = 5;
const LIMIT_MS = 1500;
const PEER = fileURLToPath(new URL(`./startPeer${import.meta.url.slice(-3)}`, import.meta.url));

/** What the interface asks once a vault is open, beside `vault.status`: how much there is, and a first page of it. */
const FIRST_PAGE = {
  kinds: ['paper'],
  filters: [],
  sort: [{ column: '$title', descending: false }],
  columns: ['type', 'status', '$label', '$updated'],
  offset: 0,
  limit: 100,
};

/**
 * From starting the built loopback host to the first answers of the desk, over a vault of 50,000 records, in
 * milliseconds: the launch page redeemed, `vault.status`, `vault.unlock`, `records.counts`, and the first page of
 * `records.register`. The vault's key is wrapped cheaply; deriving it from a passphrase as a real vault does, and the
 * browser's start, are counted apart. The peer is Node's HTTP server with the same driver, that opens the same database
 * with its key and answers one query. The median of five rounds, ours and the peer's in turn. Throws `file.missing` when
 * nothing was built.
 */
export async function start50k(): Promise<BenchResult> {
  const host = builtProgram('loopback');
  if (!existsSync(host)) throw new AmberdeskError('file.missing', { file: host, made: 'npm run build' });
  const vault = await openBenchVault();
  try {
    fillWithCorpus(vault.session, createCorpus());
    const filled = vaultOnDisk(vault);
    vault.session.vault.close();
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      theirs.push(await peerMilliseconds(filled));
      ours.push(await hostMilliseconds(host, filled.folder));
    }
    const [value, peerValue] = [median(ours), median(theirs)];
    return {
      name: 'start-50k',
      unit: 'ms',
      value: rounded(value),
      peer: 'Node HTTP server, same driver, one query',
      peerValue: rounded(peerValue),
      ratio: rounded(value / peerValue),
      limit: LIMIT_MS,
      limitOf: 'value',
      apart: {
        'deriving the key (scrypt)': rounded(await derivingMilliseconds()),
        'starting the browser': rounded(await browserMilliseconds()),
      },
    };
  } finally {
    vault.close();
  }
}

async function hostMilliseconds(host: string, folder: string): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [host, '--no-browser'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const page = readFileSync(await lineWith(child, /\S+amberdesk\.html/), 'utf8');
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(page)?.[0] ?? '';
    const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const redeemed = await fetch(`${origin}/redeem`, {
      method: 'POST',
      headers: { Origin: 'null' },
      body: new URLSearchParams({ token }),
    });
    const cookie = redeemed.headers.get('set-cookie')?.split(';')[0] ?? '';
    await redeemed.arrayBuffer();
    const ask = async (call: string, input: object): Promise<void> => {
      const answer = await fetch(`${origin}/call/${call}`, {
        method: 'POST',
        headers: { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' },
        body: JSON.stringify(input),
      });
      const said = await answer.text();
      if (!said.startsWith('{"ok":true')) throw new AmberdeskError('internal', { call, said: said.slice(0, 200) });
    };
    await ask('vault.status', {});
    await ask('vault.unlock', { folder, passphrase: BENCH_PASSPHRASE });
    await Promise.all([ask('records.counts', {}), ask('records.register', FIRST_PAGE)]);
    return performance.now() - started;
  } finally {
    await end(child);
  }
}

async function peerMilliseconds({ folder, key }: VaultOnDisk): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [PEER, join(folder, 'vault.db'), key], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const answer = await fetch(await lineWith(child, /http:\S+/));
    await answer.arrayBuffer();
    return performance.now() - started;
  } finally {
    await end(child);
  }
}

/** The first word of this form that the program says. */
function lineWith(child: ChildProcess, form: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString('utf8');
      const found = said.includes('\n') ? form.exec(said)?.[0] : undefined;
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new AmberdeskError('internal', { program: 'ended', code })));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** What a real vault's unlocking takes on top, on purpose. */
async function derivingMilliseconds(): Promise<number> {
  const started = performance.now();
  await wrapWithPassphrase(new Uint8Array(32), BENCH_PASSPHRASE, WORK_FACTOR);
  return performance.now() - started;
}

/** Until the browser has shown an empty page, with a new profile as the host gives it. */
async function browserMilliseconds(): Promise<number> {
  const profile = mkdtempSync(join(tmpdir(), 'amberdesk-bench-'));
  try {
    const started = performance.now();
    await promisify(execFile)('chromium', [
      '--headless',
      '--no-sandbox',
      `--user-data-dir=${profile}`,
      '--dump-dom',
      'about:blank',
    ]);
    return performance.now() - started;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
