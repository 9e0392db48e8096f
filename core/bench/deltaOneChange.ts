import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AmberdeskError } from '../../domain/errors.ts';
import { acceptBundle } from '../exchange/acceptBundle.ts';
import { openBundle } from '../exchange/openBundle.ts';
import { sealSelection } from '../exchange/sealSelection.ts';
import { unwatched } from '../jobs/work.ts';
import { acknowledge } from '../receipts/sealWords.ts';
import { editRecord } from '../records/editRecord.ts';
import type { Session } from '../session.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { createCorpus } from './corpus.ts';
import { type BenchVault, fillWithCorpus, openBenchVault, RECORDS } from './corpusVault.ts';
import { meet } from './tenThousand.ts';

const RUNS = 5;
const LIMIT_MS = 300;
const LIMIT_BYTES = 20 * 1024;

/**
 * One title changed in a vault of 50,000 records, sealed for a capital that acknowledged everything before: from the
 * change that is not shared yet to the file on the disk, in milliseconds. The median of five, one after the other. The
 * peer is what a file synchroniser does to find as much: the names and digests of 50,000 records, written as a list
 * before and after, and compared by `comm`. Throws `internal` when a bundle is larger than 20 KiB or holds anything else.
 */
export async function deltaOneChange(): Promise<BenchResult> {
  const corpus = createCorpus();
  const sender = await openBenchVault('Secretariat', 'secretariat');
  const receiver = await openBenchVault('Capital', 'member');
  try {
    meet(sender.session, receiver.session);
    fillWithCorpus(sender.session, corpus);
    const to = receiver.session.vault.installation.id;
    const order = {
      selection: { of: 'everything' } as const,
      audience: { kind: 'board' } as const,
      addressees: [to],
      delta: true,
      purpose: 'supplement' as const,
    };
    // So many records are more than one bundle may hold: first a half of them, then what is lacking.
    const half = Array.from({ length: RECORDS / 2 }, (_, index) => corpus.record(index).id);
    for (const selection of [{ of: 'records' as const, records: half }, order.selection]) {
      const file = join(sender.folder, `${selection.of}.amber`);
      await sealSelection(unwatched, sender.session, { ...order, selection, file });
      await receive(receiver, sender, file);
    }
    const [ours, theirs, sizes]: [number[], number[], number[]] = [[], [], []];
    for (let run = 0; run < RUNS; run++) {
      const { id } = corpus.record(run * 1000);
      theirs.push(peerMilliseconds(sender.session, sender.folder));
      editRecord(sender.session, id, { title: `Changed ${run}` });
      const file = join(sender.folder, `delta-${run}.amber`);
      const started = performance.now();
      const sealed = await sealSelection(unwatched, sender.session, { ...order, file });
      ours.push(performance.now() - started);
      sizes.push(sealed.bytes);
      if (sealed.revisions !== 1 || sealed.bytes > LIMIT_BYTES) {
        throw new AmberdeskError('internal', { revisions: sealed.revisions, bytes: sealed.bytes });
      }
      await receive(receiver, sender, file);
    }
    const [value, peerValue] = [median(ours), median(theirs)];
    return {
      name: 'delta-one-change',
      unit: 'ms',
      value: rounded(value),
      peer: `comm over two lists of ${RECORDS} digests`,
      peerValue: rounded(peerValue),
      ratio: rounded(value / peerValue),
      limit: LIMIT_MS,
      limitOf: 'value',
    };
  } finally {
    receiver.close();
    sender.close();
  }
}

/** The receiver takes a bundle and says so, and the sender hears it. */
async function receive(receiver: BenchVault, sender: BenchVault, file: string): Promise<void> {
  const { bundle } = await openBundle(unwatched, receiver.session, file);
  await acceptBundle(receiver.session, bundle);
  const receipt = `${file}.receipt`;
  await acknowledge(unwatched, receiver.session, { to: sender.session.vault.installation.id, file: receipt });
  await openBundle(unwatched, sender.session, receipt);
}

/** What finding one changed line among as many costs, with the digests at hand. */
function peerMilliseconds({ vault }: Session, folder: string): number {
  const ids = vault.sqlite.prepare<[], string>('SELECT id FROM revision ORDER BY id').pluck().all();
  const [before, after] = [join(folder, 'before.txt'), join(folder, 'after.txt')];
  writeFileSync(before, `${ids.join('\n')}\n`);
  const started = performance.now();
  writeFileSync(after, `${[...ids, 'f'.repeat(65)].join('\n')}\n`);
  const found = execFileSync('comm', ['-13', before, after], { encoding: 'utf8', env: { LC_ALL: 'C' } });
  const passed = performance.now() - started;
  if (found.trim().length !== 65 || readFileSync(after).length === 0) throw new AmberdeskError('internal', ['comm']);
  for (const file of [before, after]) rmSync(file);
  return passed;
}
