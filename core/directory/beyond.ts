import type { z } from 'zod';
import type { BeyondFinding } from '../../contract/directory/directory.ts';
import { lastOf } from '../../domain/directory/accepted.ts';
import { InstallationId, RecordId, type RevisionId } from '../../domain/records/ids.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { allMoments } from '../exchange/bundleMoments.ts';
import { findInstallation } from '../exchange/cards.ts';
import { findRecord } from '../records/rows.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { allBounds, parentsKnown, withinBounds } from './bounds.ts';

export type Beyond = z.input<typeof BeyondFinding>;

const statementsOf = preparedOnce((sqlite) =>
  sqlite.prepare<[string], { line: string; bundle: string | null }>(
    'SELECT line, bundle FROM revision WHERE author = ? ORDER BY rowid',
  ),
);

interface Written {
  readonly revision: SignedRevision;
  readonly bundle: string | null;
}

/** What an installation wrote and is here. */
export function writtenBy(vault: Vault, installation: string): Written[] {
  return statementsOf(vault.sqlite)
    .all(installation)
    .map(({ line, bundle }) => {
      const revision: SignedRevision = JSON.parse(line);
      return { revision, bundle };
    });
}

/** Which revisions of an installation are to count. */
export interface Counting {
  /** Minutes, UTC: only what came before, where it is given. */
  readonly since?: string | undefined;
  /** Received bundles of which what was put aside counts too, because its author says that it is in order. */
  readonly alsoFrom?: readonly string[] | undefined;
}

/** The last revisions of an installation that were accepted here, with those that are to count too. */
export function lastAccepted(vault: Vault, installation: string, { since, alsoFrom }: Counting = {}): RevisionId[] {
  const moments = since === undefined ? undefined : allMoments(vault);
  const accepted = writtenBy(vault, installation).filter(({ bundle }) => {
    if (since === undefined || bundle === null) return true;
    const opened = moments?.get(bundle)?.opened;
    return opened !== undefined && opened < since;
  });
  const also = (alsoFrom ?? []).flatMap((bundle) => putAsideOf(vault, installation, bundle));
  return lastOf([...accepted.map(({ revision }) => revision), ...also]);
}

const aside = preparedOnce((sqlite) =>
  sqlite
    .prepare<[string, string], string>(
      `SELECT line FROM staged_revision JOIN staged_line USING (bundle, revision)
       WHERE bundle = ? AND state = 'quarantined' AND json_extract(line, '$.author') = ?`,
    )
    .pluck(),
);

/** What was put aside of a received bundle under this installation's key. */
function putAsideOf(vault: Vault, installation: string, bundle: string): SignedRevision[] {
  return aside(vault.sqlite)
    .all(bundle, installation)
    .map((line): SignedRevision => JSON.parse(line));
}

/** What is here and came under a key beyond what was accepted of it, by title. */
export function findBeyond(vault: Vault, now: number): Beyond[] {
  const found: Beyond[] = [];
  for (const [installation, bounds] of allBounds(vault, now)) {
    const within = withinBounds(bounds, (id) => parentsKnown(vault, id));
    for (const { revision, bundle } of writtenBy(vault, installation)) {
      if (within(revision)) continue;
      const record = findRecord(vault, revision.record);
      found.push({
        installation: InstallationId.parse(installation),
        name: findInstallation(vault, installation)?.name ?? '',
        record: RecordId.parse(revision.record),
        kind: revision.kind,
        title: record?.title ?? '',
        ...(record === undefined ? {} : { label: record.handling.label }),
        revision: revision.id,
        at: revision.at,
        ...(bundle === null ? {} : { bundle }),
      });
    }
  }
  return found.sort((one, other) => one.title.localeCompare(other.title));
}
