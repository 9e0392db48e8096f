import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bornHandling } from '../../domain/handling/change.ts';
import { naturalId, RevisionId } from '../../domain/records/ids.ts';
import { canonicalJson } from '../../domain/records/json.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { asJson, type SignedRevision } from '../../domain/records/revision.ts';
import { realSurroundings } from '../context.ts';
import { addRevisions, type RevisionLine } from '../records/addRevisions.ts';
import { signRevision } from '../records/signing.ts';
import type { Session } from '../session.ts';
import { createVault } from '../vault/createVault.ts';
import { readSigningKey } from '../vault/installation.ts';
import { type Corpus, type CorpusRecord, numbersFrom } from './corpus.ts';

/** How many records the vault has that searching and importing are measured in. */
export const RECORDS = 50_000;

export interface BenchVault {
  readonly session: Session;
  readonly folder: string;
  /** Closes the vault and removes its folder. */
  close(): void;
}

/** The passphrase of every vault made here. */
export const BENCH_PASSPHRASE = 'four words for measuring';

/** An empty vault in a temporary folder. Unlocking is not measured, so its key is wrapped cheaply. */
export async function openBenchVault(
  name = 'Secretariat',
  role: 'secretariat' | 'member' = 'secretariat',
): Promise<BenchVault> {
  const folder = mkdtempSync(join(tmpdir(), 'amberdesk-bench-'));
  const { vault } = await createVault(join(folder, 'bench.amberdesk'), {
    passphrase: BENCH_PASSPHRASE,
    workFactor: 4,
    holder: {
      seat: naturalId('person', name),
      name,
      organisation: naturalId('organisation', name),
      organisationName: name,
      role,
    },
  });
  return {
    session: { vault, surroundings: realSurroundings, announce: () => {} },
    folder,
    close: () => {
      vault.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Signs a corpus record as a revision. The same record, parents and key give the same revision. */
export function revisionSigner(
  session: Session,
): (record: CorpusRecord, parents: readonly SignedRevision[]) => RevisionLine {
  const { id, seat, organisation } = session.vault.installation;
  const key = readSigningKey(session.vault);
  const handling = bornHandling(kindOf('paper'), { organisation, person: seat });
  return (record, parents) => {
    const revision = signRevision(
      {
        record: record.id,
        kind: record.kind,
        parents: parents.map((parent) => RevisionId.parse(parent.id)),
        author: id,
        seat,
        at: '2027-03-03T18:12Z',
        nonce: record.id.replaceAll('-', ''),
        handling,
        body: record.body,
      },
      key,
    );
    return { revision, line: canonicalJson(asJson(revision)) };
  };
}

/** Fills the vault with the corpus as `author` wrote it, in one transaction. Gives the revisions by number. */
export function fillWithCorpus(
  session: Session,
  corpus: Corpus,
  author: Session = session,
  records = RECORDS,
): SignedRevision[] {
  const sign = revisionSigner(author);
  const revisions: SignedRevision[] = [];
  session.vault.sqlite.transaction(() => {
    for (let from = 0; from < records; from += 1000) {
      const count = Math.min(1000, records - from);
      const lines = Array.from({ length: count }, (_, index) => sign(corpus.record(from + index), []));
      addRevisions(session, lines, 'corpus');
      revisions.push(...lines.map((line) => line.revision));
    }
  })();
  return revisions;
}

/** So many different numbers below `below`, in an order that says nothing. */
export function drawNumbers(count: number, below: number, seed: number): number[] {
  const next = numbersFrom(seed);
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(Math.floor(next() * below));
  return [...drawn];
}
