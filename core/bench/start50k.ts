import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { WORK_FACTOR, wrapWithPassphrase } from '../vault/keys.ts';
import { endProgram, enterBenchHost, lineWith, requireBuilt, startBenchHost } from './benchHost.ts';
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
  requireBuilt();
  const vault = await openBenchVault();
  try {
    fillWithCorpus(vault.session, createCorpus());
    const filled = vaultOnDisk(vault);
    vault.session.vault.close();
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      theirs.push(await peerMilliseconds(filled));
      ours.push(await hostMilliseconds(filled.folder));
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

async function hostMilliseconds(folder: string): Promise<number> {
  const started = performance.now();
  const host = await startBenchHost();
  try {
    const { ask } = await enterBenchHost(host);
    await ask('vault.status', {});
    await ask('vault.unlock', { folder, passphrase: BENCH_PASSPHRASE });
    await Promise.all([ask('records.counts', {}), ask('records.register', FIRST_PAGE)]);
    return performance.now() - started;
  } finally {
    await host.end();
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
    await endProgram(child);
  }
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
