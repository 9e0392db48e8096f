import { hasCode } from '../../domain/errors.ts';
import { unwatched } from '../jobs/work.ts';
import type { Session } from '../session.ts';
import { findInstallation } from './cards.ts';
import { checkRevisions } from './checkRevisions.ts';
import { authorsKnownTo, vouchesForCards } from './knownAuthors.ts';
import {
  hasQuarantined,
  markRevisions,
  type ReceivedBundle,
  readStagedRows,
  type StagedRow,
} from './receivedBundle.ts';

async function* linesOf(rows: readonly { readonly line: string }[]): AsyncGenerator<string> {
  for (const row of rows) yield row.line;
}

/**
 * Judges the revisions that were put aside once more, as when their author's card has been verified since: those that
 * are in order now can be taken.
 */
export async function reconsiderQuarantine(session: Session, received: ReceivedBundle): Promise<void> {
  const { vault } = session;
  if (!hasQuarantined(vault, received.id)) return;
  const rows = readStagedRows(vault, received.id);
  const aside = rows.filter((row) => row.state === 'quarantined');
  const sender = findInstallation(vault, received.sender);
  const vouched = sender !== undefined && vouchesForCards(vault, sender);
  const findAuthor = authorsKnownTo(vault, received.manifest.cards, vouched);
  let cleared: StagedRow[];
  try {
    const { quarantined } = await checkRevisions(unwatched, vault, linesOf(rows), rows.length, { findAuthor, vouched });
    cleared = aside.filter((row) => !quarantined.has(row.revision));
  } catch (error) {
    // Now that the author is known, what they did turns out not to be theirs to do: it stays aside.
    if (hasCode(error, 'bundle.authority') || hasCode(error, 'bundle.malformed')) return;
    throw error;
  }
  vault.sqlite.transaction(() => markRevisions(vault, received.id, cleared, 'staged')).immediate();
}
