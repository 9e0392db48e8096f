import { AmberdeskError } from '../../domain/errors.ts';
import type { Purge } from '../../domain/exchange/purge.ts';
import { hasExpired } from '../../domain/handling/expiry.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { minuteOf } from '../context.ts';
import { networkOf } from '../exchange/checkManifest.ts';
import type { Work } from '../jobs/work.ts';
import { requireRecord } from '../records/recordView.ts';
import type { RecordRow } from '../records/rows.ts';
import type { Session } from '../session.ts';
import { lastExternalBackup } from '../vault/backups.ts';
import { appendJournal } from '../vault/journal.ts';
import { carryOutHere, takenTogether, together } from './carryOut.ts';
import { cleanAfterPurges } from './clean.ts';
import { portionsOf } from './portionsOf.ts';

/**
 * Deletes this installation's copy of a record whose last day has passed, with its portions: what a purge takes away here
 * goes, but by an act that nobody signed and that holds here alone. No bundle brings the same versions back; a later one
 * comes in. Throws `record.missing`, `copy.notExpired`, `vault.full`, `vault.readOnly`, `job.cancelled` before anything
 * was deleted.
 */
export function letGo(work: Work, session: Session, { record }: { readonly record: RecordId }) {
  const { vault, surroundings } = session;
  const row = expiredRecord(session, record);
  work.check();
  const acts = [row, ...portionsOf(vault, record)].map((one) => actFor(session, one));
  const taken = takenTogether(session, () => {
    const all = acts.map((act) => carryOutHere(vault, act, null)).reduce(together);
    appendJournal(vault, surroundings.now(), 'copy.letGo', { record, revisions: all.revisions });
    return all;
  });
  const backups = cleanAfterPurges(session, { ...work, check: () => {} });
  return {
    records: new Set(taken.records).size,
    revisions: taken.revisions,
    backups: { ...backups, outside: lastExternalBackup(vault) !== undefined },
  };
}

/** A record that is here and whose last day has passed. Throws `record.missing`, `copy.notExpired`. */
export function expiredRecord({ vault, surroundings }: Session, record: RecordId): RecordRow {
  const row = requireRecord(vault, record);
  if (!hasExpired(row.handling, minuteOf(surroundings.now()))) throw new AmberdeskError('copy.notExpired', { record });
  return row;
}

/** The act by which a purge would take it away, without a signature: it is told to nobody, and believed by nobody. */
function actFor({ vault, surroundings }: Session, { id, originator }: RecordRow): Purge {
  const { id: installation, seat } = vault.installation;
  const record = RecordId.parse(id);
  return {
    amberdesk: 'purge',
    format: 1,
    network: RecordId.parse(networkOf(vault) ?? record),
    record,
    revisions: [],
    marks: [],
    installation: InstallationId.parse(installation),
    seat,
    organisation: RecordId.parse(originator),
    at: minuteOf(surroundings.now()),
    reason: 'The last day of this copy has passed.',
    signature: '',
  };
}
