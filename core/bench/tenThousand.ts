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
import type { Corpus } from './corpus.ts';
import { type BenchVault, RECORDS, type revisionSigner } from './corpusVault.ts';

/** How many revisions the bundle has that is received. */
export const REVISIONS = 10_000;

/** Two installations of one network, each with the other's card verified. */
export function meet(secretariat: Session, capital: Session): void {
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
export async function sealLines(
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

/** The bundle of one round: half changes to records that are here, half new ones. */
export function linesOf(
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

/** Plain SQLite, unencrypted, that keeps the same lines and the same texts in an FTS5 index. */
export function openPeer(): { add(lines: readonly RevisionLine[]): void; close(): void } {
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
