import { AmberdeskError } from '../../domain/errors.ts';
import type { Session } from '../session.ts';
import { onDisk } from '../vault/diskErrors.ts';
import { appendJournal } from '../vault/journal.ts';
import { markRevisions, readReceived, readStagedRows, setState } from './receivedBundle.ts';

/**
 * Declines what was not taken of a received bundle. It stays listed and can be taken later. Throws `bundle.missing`, and
 * `bundle.state` when there is nothing left to decline.
 */
export function declineBundle(session: Session, id: string): void {
  const { vault, surroundings } = session;
  const { state } = readReceived(vault, id);
  const rows = readStagedRows(vault, id).filter((row) => row.state === 'staged');
  if (rows.length === 0 && state !== 'staged') throw new AmberdeskError('bundle.state', { why: 'nothingToDecline' });
  onDisk('vault.db', () =>
    vault.sqlite
      .transaction(() => {
        markRevisions(vault, id, rows, 'declined');
        if (state !== 'accepted') setState(vault, id, 'declined');
        appendJournal(vault, surroundings.now(), 'bundle.declined', { bundle: id, revisions: rows.length });
      })
      .immediate(),
  );
  session.announce({ event: 'bundlesChanged' });
}
