import { and, eq, inArray } from 'drizzle-orm';
import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { stagedBlob } from '../../drizzle/schema.ts';
import { unwatched, type Work } from '../jobs/work.ts';
import { addRevisions } from '../records/addRevisions.ts';
import { digestsIn } from '../records/digestsIn.ts';
import { conflictedRecords } from '../records/rows.ts';
import type { Session } from '../session.ts';
import type { StagedFile } from '../vault/blobs.ts';
import { changeAfterBackup } from '../vault/changeAfterBackup.ts';
import { checkpointLater } from '../vault/checkpoint.ts';
import { onDisk } from '../vault/diskErrors.ts';
import { appendJournal } from '../vault/journal.ts';
import { findInstallation, vouchForCards } from './cards.ts';
import { joinNetwork } from './checkManifest.ts';
import { vouchesForCards } from './knownAuthors.ts';
import {
  markRevisions,
  type ReceivedBundle,
  readReceived,
  readStagedLine,
  readStagedRows,
  type StagedRow,
  setState,
} from './receivedBundle.ts';
import { reconsiderQuarantine } from './reconsiderQuarantine.ts';

export interface AcceptOptions {
  /** Only these records; all that can be taken when absent. */
  readonly records?: readonly RecordId[];
  readonly work?: Work;
  /** The words of very many records are put into the search index by `indexWords`, which the caller sees to. */
  readonly words?: 'later';
}

/** So many records are very many. */
const VERY_MANY = 1_000;

/** What accepting changed. */
export interface Accepted {
  readonly changed: RecordId[];
  /** Of these, the ones that are in conflict now. */
  readonly conflicted: RecordId[];
}

/**
 * Takes records of a received bundle: backs up, then applies everything in one transaction. What is not taken stays
 * listed and can be taken later, from a declined or undone bundle too. Throws `bundle.missing`, `bundle.state` when
 * there is nothing to take, `vault.full`, `vault.damaged` when a staged attachment is gone.
 */
export async function acceptBundle(session: Session, id: string, options: AcceptOptions = {}): Promise<Accepted> {
  const { vault, surroundings } = session;
  const { work = unwatched } = options;
  const received = readReceived(vault, id);
  await reconsiderQuarantine(session, received);
  const taken = takeable(readStagedRows(vault, id), options.records);
  work.progress(0, taken.length, 'exchange.accepting');
  const words = options.words === 'later' && taken.length >= VERY_MANY ? { words: options.words } : {};
  const { changed, attachments } = onDisk('vault.db', () =>
    checkpointLater(vault, () =>
      changeAfterBackup(vault, { surroundings, reason: 'import' }, () => {
        work.check();
        const attachments = attachmentsNamed(vault, id, taken);
        return { attachments, changed: apply(session, received, taken, { attachments, ...words }) };
      }),
    ),
  );
  for (const attachment of attachments) vault.blobs.discard(attachment);
  work.progress(taken.length, taken.length, 'exchange.accepting');
  session.announce({ event: 'recordsChanged', records: changed });
  session.announce({ event: 'bundlesChanged' });
  const conflicted = conflictedRecords(vault);
  return { changed, conflicted: changed.filter((record) => conflicted.has(record)) };
}

function takeable(rows: readonly StagedRow[], records: readonly string[] | undefined): StagedRow[] {
  const wanted = records && new Set(records);
  const taken = rows.filter(
    ({ state, record }) => (state === 'staged' || state === 'declined') && (wanted?.has(record) ?? true),
  );
  if (taken.length === 0) throw new AmberdeskError('bundle.state', { why: 'nothingToTake' });
  return taken;
}

/** The staged attachments that the revisions name. */
function attachmentsNamed(vault: Session['vault'], id: string, taken: readonly StagedRow[]): StagedFile[] {
  const staged = vault.orm.select().from(stagedBlob).where(eq(stagedBlob.bundle, id)).all();
  if (staged.length === 0) return [];
  const lines = Iterator.from(taken).map(({ revision }) => readStagedLine(vault, id, revision));
  const named = digestsIn(lines, new Set(staged.map(({ sha256 }) => sha256)));
  return staged.filter(({ sha256 }) => named.has(sha256));
}

/** Everything that accepting changes; the caller's transaction. */
function apply(
  session: Session,
  received: ReceivedBundle,
  taken: readonly StagedRow[],
  { attachments, ...words }: Pick<AcceptOptions, 'words'> & { readonly attachments: readonly StagedFile[] },
): RecordId[] {
  const { vault, surroundings } = session;
  const { id, manifest, sender } = received;
  for (const attachment of attachments) vault.blobs.adopt(attachment);
  const digests = attachments.map(({ sha256 }) => sha256);
  vault.orm
    .delete(stagedBlob)
    .where(and(eq(stagedBlob.bundle, id), inArray(stagedBlob.sha256, digests)))
    .run();
  // One after the other, because all of them at once may be more than should be in memory.
  const lines = Iterator.from(taken).map(({ revision: staged }) => {
    const line = readStagedLine(vault, id, staged);
    // Checked when the bundle was opened; since then it lay in the encrypted database.
    const revision: SignedRevision = JSON.parse(line);
    return { revision, line };
  });
  const { changed } = addRevisions(session, lines, id, words);
  markRevisions(vault, id, taken, 'accepted');
  joinNetwork(vault, manifest.network);
  const known = findInstallation(vault, sender);
  const vouched = known !== undefined && vouchesForCards(vault, known) ? vouchForCards(session, manifest.cards) : [];
  setState(vault, id, 'accepted');
  appendJournal(vault, surroundings.now(), 'bundle.accepted', {
    bundle: id,
    revisions: taken.length,
    records: changed.length,
    vouched: vouched.length,
  });
  return changed;
}
