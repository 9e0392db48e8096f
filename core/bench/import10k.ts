import { AmberdeskError } from '../../domain/errors.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { createCorpus } from './corpus.ts';
import { drawNumbers, fillWithCorpus, openBenchVault, RECORDS, revisionSigner } from './corpusVault.ts';
import { measureChild, vaultOnDisk } from './measureChild.ts';
import { linesOf, meet, openPeer, REVISIONS, sealLines } from './tenThousand.ts';

const RUNS = 3;
const LIMIT_MS = 10_000;

/**
 * A bundle of 10,000 revisions, half changes to records that are here and half new records, into an encrypted vault of
 * 50,000 records: from the file to its preview, and from there, with the backup before it, to history, views, links,
 * conflicts and search index in one synced transaction; in milliseconds, in a process of its own. The median of three such bundles, one after
 * the other. The peer is plain SQLite, unencrypted, that takes the same lines into a table and the same texts into an
 * FTS5 index, over as many that it has already.
 */
export async function import10k(): Promise<BenchResult> {
  const corpus = createCorpus();
  const sender = await openBenchVault('Secretariat', 'secretariat');
  const receiver = await openBenchVault('Capital', 'member');
  const peer = openPeer();
  try {
    meet(sender.session, receiver.session);
    const here = fillWithCorpus(receiver.session, corpus, sender.session);
    peer.add(here.map((revision) => ({ revision, line: JSON.stringify(revision) })));
    const sign = revisionSigner(sender.session);
    const numbers = drawNumbers((REVISIONS / 2) * RUNS, RECORDS, 5);
    const recipient = receiver.session.vault.installation.id;
    const capital = vaultOnDisk(receiver);
    receiver.session.vault.close();
    const [ours, memory]: [number[], number[]] = [[], []];
    const theirs: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const lines = linesOf(corpus, here, sign, run, numbers);
      const file = await sealLines(sender, recipient, lines);
      const { milliseconds, records, rss } = await measureChild('open', capital, file);
      ours.push(milliseconds);
      memory.push(rss);
      if (records < REVISIONS) throw new AmberdeskError('internal', { changed: records });
      theirs.push(millisecondsOf(() => peer.add(lines)));
    }
    const value = median(ours);
    const peerValue = median(theirs);
    return {
      name: 'import-10k',
      unit: 'ms',
      value: rounded(value),
      peer: 'SQLite with FTS5, unencrypted',
      peerValue: rounded(peerValue),
      ratio: rounded(value / peerValue),
      limit: LIMIT_MS,
      limitOf: 'value',
      rss: Math.ceil(Math.max(...memory)),
    };
  } finally {
    peer.close();
    receiver.close();
    sender.close();
  }
}

function millisecondsOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
