import { gunzipSync, gzipSync } from 'node:zlib';
import { makeClient } from '../../contract/client.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { createCore } from '../createCore.ts';
import { isSignedBy, readRevision } from '../exchange/readRevision.ts';
import { publicKeyOf } from '../exchange/sshsig.ts';
import type { RevisionLine } from '../records/addRevisions.ts';
import { readPublicSigningKey } from '../vault/installation.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { createCorpus } from './corpus.ts';
import {
  BENCH_PASSPHRASE,
  drawNumbers,
  fillWithCorpus,
  openBenchVault,
  RECORDS,
  revisionSigner,
} from './corpusVault.ts';
import { linesOf, meet, openPeer, REVISIONS, sealLines } from './tenThousand.ts';

const RUNS = 3;
const LIMIT_MS = 5_000;
/** How often the core is asked something else meanwhile. */
const ASK_EVERY_MS = 25;

interface Measured {
  readonly preview: number[];
  readonly apply: number[];
  /** The longest that the core took to answer something else meanwhile. */
  readonly longestPreview: number[];
  readonly longestApply: number[];
  /** Time of all processors together: what it takes, however busy the machine is otherwise. */
  readonly processorPreview: number[];
  readonly processorApply: number[];
  readonly readPeer: number[];
  readonly applyPeer: number[];
}

/**
 * A bundle of 10,000 revisions, half changes and half new records, over a vault of 50,000 records: from its file to the
 * preview that a window shows, through the core as a window calls it; in milliseconds, the median of three bundles. Apart:
 * the longest that the core took meanwhile to answer another call. The peer does the least of it in plain Node: unpacks
 * the lines, parses them and verifies each signature.
 */
export async function preview10k(): Promise<BenchResult> {
  const { preview, longestPreview, processorPreview, readPeer } = await measuredOnce();
  return {
    ...resultOf('preview-10k', preview, 'Node: unpack, parse, verify', readPeer),
    apart: apartOf(longestPreview, processorPreview),
  };
}

/**
 * Accepting the same bundles: with the backup before it, to history, views, links, conflicts and search index in one
 * synced transaction. The peer is plain SQLite, unencrypted, that takes the same lines and texts into a table and an FTS5 index.
 */
export async function apply10k(): Promise<BenchResult> {
  const { apply, longestApply, processorApply, applyPeer } = await measuredOnce();
  return {
    ...resultOf('apply-10k', apply, 'SQLite with FTS5, unencrypted', applyPeer),
    apart: apartOf(longestApply, processorApply),
  };
}

function apartOf(longest: readonly number[], processor: readonly number[]) {
  return { 'longest answer meanwhile': rounded(Math.max(...longest)), 'processor time': rounded(median(processor)) };
}

function resultOf(name: string, ours: readonly number[], peer: string, theirs: readonly number[]): BenchResult {
  const [value, peerValue] = [median(ours), median(theirs)];
  return {
    name,
    unit: 'ms',
    value: rounded(value),
    peer,
    peerValue: rounded(peerValue),
    ratio: rounded(value / peerValue),
    limit: LIMIT_MS,
    limitOf: 'value',
  };
}

let measured: Promise<Measured> | undefined;
/** Both measures come from the same three bundles. */
function measuredOnce(): Promise<Measured> {
  measured ??= measure();
  return measured;
}

async function measure(): Promise<Measured> {
  const corpus = createCorpus();
  const sender = await openBenchVault('Secretariat', 'secretariat');
  const receiver = await openBenchVault('Capital', 'member');
  const peer = openPeer();
  const core = createCore();
  const client = makeClient(core);
  const found: Measured = {
    preview: [],
    apply: [],
    longestPreview: [],
    longestApply: [],
    processorPreview: [],
    processorApply: [],
    readPeer: [],
    applyPeer: [],
  };
  try {
    meet(sender.session, receiver.session);
    const here = fillWithCorpus(receiver.session, corpus, sender.session);
    peer.add(here.map((revision) => ({ revision, line: JSON.stringify(revision) })));
    const sign = revisionSigner(sender.session);
    const numbers = drawNumbers((REVISIONS / 2) * RUNS, RECORDS, 5);
    const { folder, installation } = receiver.session.vault;
    receiver.session.vault.close();
    await client.vault.unlock({ folder, passphrase: BENCH_PASSPHRASE });
    const [first] = here;
    if (first === undefined) throw new AmberdeskError('internal', { corpus: 'empty' });
    const ask = () => client.records.read({ id: first.record });
    for (let run = 0; run < RUNS; run++) {
      const lines = linesOf(corpus, here, sign, run, numbers);
      const file = await sealLines(sender, installation.id, lines);
      const opened = await alongside(() => client.exchange.open({ file }), ask);
      found.preview.push(opened.milliseconds);
      found.longestPreview.push(opened.longest);
      found.processorPreview.push(opened.processor);
      const { bundle } = opened.value;
      const accepted = await alongside(() => client.exchange.accept({ bundle }), ask);
      if (accepted.value.changed.length < REVISIONS)
        throw new AmberdeskError('internal', { changed: accepted.value.changed.length });
      found.apply.push(accepted.milliseconds);
      found.longestApply.push(accepted.longest);
      found.processorApply.push(accepted.processor);
      found.readPeer.push(await readByNode(lines, readPublicSigningKey(sender.session.vault)));
      const started = performance.now();
      peer.add(lines);
      found.applyPeer.push(performance.now() - started);
    }
    return found;
  } finally {
    await core.close();
    peer.close();
    receiver.close();
    sender.close();
  }
}

/** Does the work while another call is made again and again; gives the longest that one of those took, and processor time. */
async function alongside<T>(
  work: () => Promise<T>,
  ask: () => Promise<unknown>,
): Promise<{ value: T; milliseconds: number; longest: number; processor: number }> {
  let longest = 0;
  let done = false;
  const asking = (async () => {
    while (!done) {
      const asked = performance.now();
      await ask();
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
      longest = Math.max(longest, performance.now() - asked - ASK_EVERY_MS);
    }
  })();
  const [started, used] = [performance.now(), process.cpuUsage()];
  try {
    const value = await work();
    const { user, system } = process.cpuUsage(used);
    return { value, milliseconds: performance.now() - started, longest, processor: (user + system) / 1000 };
  } finally {
    done = true;
    await asking;
  }
}

async function readByNode(lines: readonly RevisionLine[], key: Uint8Array): Promise<number> {
  const packed = gzipSync(lines.map(({ line }) => `${line}\n`).join(''));
  const publicKey = publicKeyOf(key);
  const started = performance.now();
  const read = gunzipSync(packed).toString('utf8').split('\n').slice(0, -1);
  const right = await Promise.all(read.map((line, at) => isSignedBy(readRevision(line, at).revision, publicKey)));
  if (!right.every(Boolean)) throw new AmberdeskError('internal', { peer: 'signature' });
  return performance.now() - started;
}
