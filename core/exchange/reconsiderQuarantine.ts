import { AmberdeskError, hasCode } from '../../domain/errors.ts';
import { allBounds, dayOf } from '../directory/bounds.ts';
import { unwatched } from '../jobs/work.ts';
import type { Session } from '../session.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { findInstallation } from './cards.ts';
import { beyondAmong, checkRevisions } from './checkRevisions.ts';
import { authorsKnownTo, vouchesForCards } from './knownAuthors.ts';
import {
  hasQuarantined,
  markRevisions,
  type ReceivedBundle,
  readReceived,
  readStagedLine,
  readStagedRows,
  type StagedRow,
} from './receivedBundle.ts';
import { outliner } from './revisionOutline.ts';

async function* linesOf(rows: readonly StagedRow[], lineOf: (row: StagedRow) => string): AsyncGenerator<string> {
  for (const row of rows) yield lineOf(row);
}

/**
 * Judges what is left of a bundle once more: what was put aside and is in order now, as when its author's card has been
 * verified since, can be taken; what was in order and lies beyond what was accepted of an author who ended or was
 * revoked since is put aside, with all that builds on it. What was taken already stays.
 */
export async function reconsiderQuarantine(session: Session, received: ReceivedBundle): Promise<void> {
  const { vault, surroundings } = session;
  const now = surroundings.now();
  const bounded = allBounds(vault, now).size > 0 && hasUndecided(vault, received.id);
  if (!bounded && !hasQuarantined(vault, received.id)) return;
  const rows = readStagedRows(vault, received.id);
  const sender = findInstallation(vault, received.sender);
  const vouched = sender !== undefined && vouchesForCards(vault, sender);
  const findAuthor = authorsKnownTo(vault, received.manifest.cards, vouched, dayOf(now));
  const lineOf = ({ revision }: StagedRow) => {
    const line = readStagedLine(vault, received.id, revision);
    // A purge took it away meanwhile.
    if (line === '') throw new AmberdeskError('bundle.malformed', { revision });
    return line;
  };
  const read = (number: number) => {
    const row = rows[number];
    return row === undefined ? '' : lineOf(row);
  };
  const lines = linesOf(rows, lineOf);
  let quarantined: ReadonlySet<string>;
  try {
    const standing = { findAuthor, vouched };
    const judged = await checkRevisions(unwatched, vault, lines, rows.length, standing, { add: () => {}, read });
    quarantined = new Set(judged.quarantined.keys());
  } catch (error) {
    // Now that the author is known, what they did turns out not to be theirs to do: it stays aside.
    if (!hasCode(error, 'bundle.authority') && !hasCode(error, 'bundle.malformed')) throw error;
    const outline = outliner();
    const outlines = rows.flatMap(({ revision }, number) => {
      const line = readStagedLine(vault, received.id, revision);
      return line === '' ? [] : [outline(JSON.parse(line), number)];
    });
    const aside = rows.filter(({ state }) => state === 'quarantined').map(({ revision }) => revision);
    quarantined = new Set([...aside, ...beyondAmong(vault, outlines, findAuthor)]);
  }
  const cleared = rows.filter((row) => row.state === 'quarantined' && !quarantined.has(row.revision));
  const disputed = rows.filter(({ state }) => state === 'staged' || state === 'declined');
  const aside = disputed.filter((row) => quarantined.has(row.revision));
  if (cleared.length === 0 && aside.length === 0) return;
  vault.sqlite
    .transaction(() => {
      markRevisions(vault, received.id, cleared, 'staged');
      markRevisions(vault, received.id, aside, 'quarantined');
    })
    .immediate();
}

const statementsOf = preparedOnce((sqlite) => ({
  undecided: sqlite
    .prepare<[string], number>(
      "SELECT 1 FROM staged_revision WHERE bundle = ? AND state IN ('staged', 'declined') LIMIT 1",
    )
    .pluck(),
  open: sqlite
    .prepare<[], string>(
      "SELECT DISTINCT bundle FROM staged_revision WHERE state IN ('staged', 'declined', 'quarantined')",
    )
    .pluck(),
  aside: sqlite.prepare<[], { bundle: string; count: number }>(
    "SELECT bundle, COUNT(*) AS count FROM staged_revision WHERE state = 'quarantined' GROUP BY bundle",
  ),
}));

function hasUndecided({ sqlite }: Vault, bundle: string): boolean {
  return statementsOf(sqlite).undecided.get(bundle) !== undefined;
}

/**
 * Judges everything anew that waits here, after the directory said something else about authors. Gives the bundles of
 * which more is put aside than before.
 */
export async function judgeAnew(session: Session): Promise<string[]> {
  const { vault } = session;
  const { open, aside } = statementsOf(vault.sqlite);
  const counts = () => new Map(aside.all().map(({ bundle, count }) => [bundle, count]));
  const before = counts();
  for (const bundle of open.all()) await reconsiderQuarantine(session, readReceived(vault, bundle));
  session.announce({ event: 'directoryChanged' });
  return [...counts()].filter(([bundle, count]) => count > (before.get(bundle) ?? 0)).map(([bundle]) => bundle);
}
