import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AmberdeskError } from '../../domain/errors.ts';
import { searchText } from '../../domain/library/searchText.ts';
import type { InstallationId } from '../../domain/records/ids.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { text } from '../../domain/records/text.ts';
import { addCard, ownCard, verifyCard } from '../exchange/cards.ts';
import { sealBundle } from '../exchange/sealBundle.ts';
import { unwatched } from '../jobs/work.ts';
import { addRevisions, type RevisionLine } from '../records/addRevisions.ts';
import { createRecord } from '../records/createRecord.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { type Corpus, createCorpus } from './corpus.ts';
import {
  type BenchVault,
  drawNumbers,
  fillWithCorpus,
  openBenchVault,
  RECORDS,
  revisionSigner,
} from './corpusVault.ts';
import { measureChild, vaultOnDisk } from './measureChild.ts';

const REVISIONS = 10_000;
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

/** Two installations of one network, each with the other's card verified. */
function meet(secretariat: Session, capital: Session): void {
  for (const [one, other] of [
    [secretariat, capital],
    [capital, secretariat],
  ] as const) {
    addCard(one, ownCard(other));
    verifyCard(one, other.vault.installation.id, 'Bench');
  }
  const [office, member] = [secretariat, capital].map((session) => session.vault.installation);
  if (office === undefined || member === undefined) return;
  createRecord(secretariat, 'network', { name: 'Bench', symbol: 'B', secretariat: office.organisation });
  createRecord(
    secretariat,
    'organisation',
    { name: 'Secretariat', membership: 'secretariat' },
    { id: office.organisation },
  );
  createRecord(secretariat, 'organisation', { name: 'Capital', membership: 'member' }, { id: member.organisation });
}

/** Seals these revisions for the receiver, as the Secretariat that wrote them. Gives the file. */
async function sealLines(
  sender: BenchVault,
  receiver: InstallationId,
  lines: readonly RevisionLine[],
): Promise<string> {
  const { session, folder } = sender;
  const file = join(folder, `${lines[0]?.revision.id}.amber`);
  addRevisions(session, lines, 'written');
  const records = lines.map((line) => line.revision.record);
  const { release } = releaseFor(session, { of: 'records', records }, { kind: 'board' }, 'revisions');
  const addressees = [receiver];
  const { revisions } = await sealBundle(unwatched, session, { release, addressees, purpose: 'dossier', file });
  if (revisions < REVISIONS) throw new AmberdeskError('internal', { revisions });
  return file;
}

function linesOf(
  corpus: Corpus,
  here: readonly SignedRevision[],
  sign: ReturnType<typeof revisionSigner>,
  run: number,
  numbers: readonly number[],
): RevisionLine[] {
  const half = REVISIONS / 2;
  const changes = numbers.slice(run * half, (run + 1) * half).map((number) => {
    const parent = here[number];
    return sign(corpus.rewritten(number), parent === undefined ? [] : [parent]);
  });
  const made = Array.from({ length: half }, (_, index) => sign(corpus.record(RECORDS + run * half + index), []));
  return [...changes, ...made];
}

function millisecondsOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function openPeer(): { add(lines: readonly RevisionLine[]): void; close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'amberdesk-bench-'));
  const sqlite = new Database(join(folder, 'peer.db'));
  sqlite.pragma('journal_mode = WAL');
  sqlite.exec(`
    CREATE TABLE line (id TEXT PRIMARY KEY, record TEXT, line TEXT);
    CREATE VIRTUAL TABLE peer USING fts5(title, text, tokenize = "unicode61 remove_diacritics 2");
  `);
  const keep = sqlite.prepare<[string, string, string]>('INSERT INTO line (id, record, line) VALUES (?, ?, ?)');
  const index = sqlite.prepare<[string, string]>('INSERT INTO peer (title, text) VALUES (?, ?)');
  return {
    add: sqlite.transaction((lines: readonly RevisionLine[]) => {
      for (const { revision, line } of lines) {
        keep.run(revision.id, revision.record, line);
        index.run(
          text(revision.body.title),
          searchText(kindOf(revision.kind), revision.body, text(revision.body.title)),
        );
      }
    }),
    close() {
      sqlite.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
