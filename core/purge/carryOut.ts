import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, Manifest as ManifestSchema } from '../../domain/exchange/manifest.ts';
import { isOrder, isRemarkOn, type Purge, takesAway } from '../../domain/exchange/purge.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { dayOf } from '../directory/bounds.ts';
import { findInstallation } from '../exchange/cards.ts';
import { authorsKnownTo, type FindAuthor, vouchesForCards } from '../exchange/knownAuthors.ts';
import type { Session } from '../session.ts';
import { onDisk } from '../vault/diskErrors.ts';
import { vaultPaths } from '../vault/folder.ts';
import { appendJournal } from '../vault/journal.ts';
import type { Vault } from '../vault/vault.ts';
import { isGenuine, purgeId } from './act.ts';
import { allPurges, findPurge, hasTakenWhole, isGone, keepGone, keepPurge, type PurgeRow } from './purgeRows.ts';
import { type TakenAway, takeAway } from './takeAway.ts';

/** What several purges took away together. */
export type Carried = Omit<TakenAway, 'records'> & { readonly records: readonly RecordId[] };

const NOTHING: Carried = { records: [], revisions: 0, blobs: [], staged: [] };

/**
 * Carries out the purges that a manifest brings: those that are signed by a trusted installation in good standing. The
 * others wait, and are looked at again once their author is known (`carryOutWaiting`). Part of the caller's transaction;
 * after it comes `dropFiles`, and `cleanAfterPurges` when nobody waits.
 */
export function carryOutPurges(
  session: Session,
  { purges = [], network }: Pick<Manifest, 'purges' | 'network'>,
  carrier: string,
  findAuthor: FindAuthor,
): Carried {
  const genuine = purges.filter(
    (act) => findPurge(session.vault, purgeId(act)) === undefined && isGenuine(act, network, findAuthor),
  );
  return genuine.map((act) => carryOut(session, act, carrier)).reduce(together, NOTHING);
}

/** Takes something away in one transaction, then its files, and tells the windows. What is left to clean is kept. */
export function takenTogether(session: Session, take: () => Carried): Carried {
  const { vault } = session;
  const taken = onDisk('vault.db', () => vault.sqlite.transaction(take).immediate());
  dropFiles(vault, taken);
  session.announce({ event: 'recordsChanged', records: [...taken.records] });
  session.announce({ event: 'bundlesChanged' });
  return taken;
}

/** Takes away what an act names, whoever said so, and keeps the act. Part of the caller's transaction. */
export function carryOutHere(vault: Vault, act: Purge, carrier: string | null): Carried {
  const id = purgeId(act);
  keepPurge(vault, id, act, carrier);
  const { records, ...taken } = takeAway(vault, id, act);
  return { ...taken, records: [...records].map((one) => RecordId.parse(one)) };
}

/** Carries out one purge whose signature was looked at. Part of the caller's transaction. */
export function carryOut(session: Session, act: Purge, carrier: string | null): Carried {
  const { vault, surroundings } = session;
  const taken = carryOutHere(vault, act, carrier);
  const { record, installation } = act;
  const { revisions } = taken;
  appendJournal(vault, surroundings.now(), 'purged', { purge: purgeId(act), record, installation, revisions });
  return taken;
}

/** Whether a bundle brought purges that were not carried out, because their author was not known. */
export function isWaiting({ vault }: Pick<Session, 'vault'>, { purges = [] }: Pick<Manifest, 'purges'>): boolean {
  return purges.some((act) => findPurge(vault, purgeId(act)) === undefined);
}

/** Carries out what waited and can be judged now, as after a card was verified. A transaction of its own. */
export function carryOutWaiting(session: Session): void {
  const { vault, surroundings } = session;
  const waiting = vault.sqlite
    .prepare<[], { id: string; manifest: string; sender: string }>(
      `SELECT id, manifest, sender FROM bundle WHERE direction = 'in' AND json_extract(applied, '$.waitingPurges') = 1`,
    )
    .all();
  for (const { id, manifest: stored, sender } of waiting) {
    const manifest = ManifestSchema.parse(JSON.parse(stored));
    if (!isWaiting(session, manifest)) continue;
    const known = findInstallation(vault, sender);
    const vouched = known !== undefined && vouchesForCards(vault, known);
    const findAuthor = authorsKnownTo(vault, manifest.cards, vouched, dayOf(surroundings.now()));
    const taken = vault.sqlite.transaction(() => carryOutPurges(session, manifest, id, findAuthor)).immediate();
    dropFiles(vault, taken);
    if (taken.records.length > 0) session.announce({ event: 'recordsChanged', records: [...taken.records] });
  }
}

export function together(one: Carried, other: Carried): Carried {
  return {
    records: [...one.records, ...other.records],
    revisions: one.revisions + other.revisions,
    blobs: [...one.blobs, ...other.blobs],
    staged: [...one.staged, ...other.staged],
  };
}

/** Removes the encrypted files that purges took the rows of. */
export function dropFiles({ folder }: Pick<Vault, 'folder'>, { blobs, staged }: Carried): void {
  const paths = vaultPaths(folder);
  for (const file of blobs) rmSync(join(paths.blobs, file), { force: true });
  for (const file of staged) rmSync(join(paths.staging, file), { force: true });
}

/**
 * Whether a revision that arrives, among others, was purged before, or is of what was purged. Of such a one its id and
 * author are kept and nothing else. Part of the caller's transaction.
 */
export function purgedOnArrival<A extends Pick<SignedRevision, 'id' | 'record'>>(
  vault: Vault,
  arriving: readonly A[],
  read: (one: A) => SignedRevision,
): (one: A) => boolean {
  // Of a copy that was let go the versions known then are gone, and nothing that comes later.
  const purges = allPurges(vault).filter(({ act }) => isOrder(act));
  const records = new Set<string>(purges.map(({ act }) => act.record));
  const beside = arriving
    .filter(({ record }) => records.has(record))
    .map((one) => ({ record: one.record, originator: read(one).handling.originator }));
  const isWhole = ({ id, act }: PurgeRow): boolean =>
    hasTakenWhole(vault, id, act) &&
    !beside.some(({ record, originator }) => record === act.record && originator !== act.organisation);
  return (one) => {
    if (isGone(vault, one.id)) return true;
    if (purges.length === 0) return false;
    const revision = read(one);
    const purge = purges.find((it) => takesAway(it.act, revision) || (isRemarkOn(it.act, revision) && isWhole(it)));
    if (purge !== undefined) keepGone(vault, revision, purge.id);
    return purge !== undefined;
  };
}
