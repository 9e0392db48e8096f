import { AmberdeskError } from '../../domain/errors.ts';
import { removeRevisions } from '../records/removeRevisions.ts';
import { findRevision } from '../records/rows.ts';
import type { Session } from '../session.ts';
import { backupVault } from '../vault/backups.ts';
import { onDisk } from '../vault/diskErrors.ts';
import { appendJournal } from '../vault/journal.ts';
import { leaveNetwork } from './checkManifest.ts';
import { markRevisions, readReceived, readStagedRows, setState } from './receivedBundle.ts';

/**
 * Takes back what accepting a bundle brought, as a whole, so that it is a proposal again. Cards that came with it stay
 * known, and attachments stay encrypted in the vault though nothing names them. Throws `bundle.missing`, `bundle.state`
 * when nothing of it was accepted, `bundle.builtUpon` when a revision, a draft or another bundle builds on it.
 */
export function undoImport(session: Session, id: string): void {
  const { vault, surroundings } = session;
  const { state } = readReceived(vault, id);
  if (state !== 'accepted') throw new AmberdeskError('bundle.state', { state });
  // What only said something was carried out when it was opened.
  if (readStagedRows(vault, id).length === 0) throw new AmberdeskError('bundle.state', { why: 'nothingToUndo' });
  backupVault(vault, { surroundings, reason: 'import' });
  const changed = onDisk('vault.db', () =>
    vault.sqlite
      .transaction(() => {
        const removed = removeRevisions(session, id);
        const rows = readStagedRows(vault, id).filter((row) => row.state === 'accepted');
        const gone = rows.filter((row) => findRevision(vault, row.revision) === undefined);
        markRevisions(vault, id, gone, 'staged');
        setState(vault, id, 'undone');
        leaveNetwork(vault);
        appendJournal(vault, surroundings.now(), 'bundle.undone', { bundle: id, revisions: gone.length });
        return removed;
      })
      .immediate(),
  );
  session.announce({ event: 'recordsChanged', records: changed });
  session.announce({ event: 'bundlesChanged' });
}
