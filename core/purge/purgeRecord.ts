import { AmberdeskError } from '../../domain/errors.ts';
import { PURGE_LIMITS, type PurgeContent } from '../../domain/exchange/purge.ts';
import type { Mark } from '../../domain/handling/handling.ts';
import { RecordId, RevisionId } from '../../domain/records/ids.ts';
import { canonicalJson } from '../../domain/records/json.ts';
import { hasNaturalId } from '../../domain/records/kinds.ts';
import { asJson } from '../../domain/records/revision.ts';
import { minuteOf } from '../context.ts';
import { networkOf } from '../exchange/checkManifest.ts';
import type { Work } from '../jobs/work.ts';
import { requireRecord } from '../records/recordView.ts';
import { findRevision, type RecordRow, revisionsOf } from '../records/rows.ts';
import type { Session } from '../session.ts';
import { lastExternalBackup } from '../vault/backups.ts';
import { purgeId, signPurge } from './act.ts';
import { carryOut, takenTogether, together } from './carryOut.ts';
import { cleanAfterPurges } from './clean.ts';
import { portionsOf } from './portionsOf.ts';

export interface PurgeOrder {
  readonly record: RecordId;
  /** Only these revisions; the whole record with its portions unless told. */
  readonly revisions?: readonly RevisionId[] | undefined;
  readonly reason: string;
}

export interface Purged {
  readonly purges: string[];
  readonly records: number;
  readonly revisions: number;
  readonly attachments: number;
  readonly backups: { readonly cleaned: number; readonly unreachable: number; readonly outside: boolean };
}

/**
 * Removes for good what this installation's organisation wrote: a whole record with its portions and what was remarked on
 * it, or some of its revisions; here and in every backup beside the vault. The signed act travels with the next bundles.
 * It cannot be undone. Throws `record.missing`, `purge.notOriginator`, `purge.nothing` (a revision that is not here,
 * no network), `vault.full`, `vault.readOnly`, `job.cancelled` before anything was removed.
 */
export function purgeRecord(work: Work, session: Session, order: PurgeOrder): Purged {
  const { vault } = session;
  const targets = targetsOf(session, order);
  work.check();
  const acts = targets.map((record) => signPurge(vault, contentOf(session, record, order)));
  const taken = takenTogether(session, () => acts.map((act) => carryOut(session, act, null)).reduce(together));
  const backups = cleanAfterPurges(session, { ...work, check: () => {} });
  return {
    purges: acts.map(purgeId),
    records: new Set(taken.records).size,
    revisions: taken.revisions,
    attachments: taken.blobs.length,
    backups: { ...backups, outside: lastExternalBackup(vault) !== undefined },
  };
}

/** The record and, where it goes whole, its portions. All of them must be ours. */
function targetsOf({ vault }: Session, { record, revisions }: PurgeOrder): RecordRow[] {
  const row = requireRecord(vault, record);
  const portions = revisions === undefined ? portionsOf(vault, record) : [];
  const own = vault.installation.organisation;
  if (row.originator !== own) throw new AmberdeskError('purge.notOriginator', { record });
  return [row, ...portions.filter(({ originator }) => originator === own)];
}

function contentOf({ vault, surroundings }: Session, row: RecordRow, { revisions, reason }: PurgeOrder): PurgeContent {
  const network = networkOf(vault);
  if (network === undefined) throw new AmberdeskError('purge.nothing', { why: 'noNetwork' });
  const shared = revisionsOf(vault, row.id).flatMap(({ id }) => findRevision(vault, id) ?? []);
  const named = shared.filter(({ id }) => revisions === undefined || revisions.includes(id));
  if (revisions !== undefined && named.length !== new Set(revisions).size) {
    throw new AmberdeskError('purge.nothing', { record: row.id });
  }
  // A record that others may make anew, because its id follows from what it is, goes as far as it is known.
  const whole = revisions === undefined && !hasNaturalId(row.kind, RecordId.parse(row.id), row.body);
  if (!whole && named.length === 0) throw new AmberdeskError('purge.nothing', { record: row.id });
  const marks = new Map<string, Mark>();
  for (const { handling } of named) {
    const { label, distribution } = handling;
    marks.set(canonicalJson(asJson({ label, distribution })), { label, distribution });
  }
  const { id: installation, seat, organisation } = vault.installation;
  return {
    amberdesk: 'purge',
    format: 1,
    network: RecordId.parse(network),
    record: RecordId.parse(row.id),
    revisions: whole ? [] : named.map(({ id }) => RevisionId.parse(id)),
    marks: [...marks.values()].slice(0, PURGE_LIMITS.marks),
    installation,
    seat,
    organisation,
    at: minuteOf(surroundings.now()),
    reason,
  };
}
