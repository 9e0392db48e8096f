import { AmberdeskError } from '../../domain/errors.ts';
import { type InstallationId, RecordId } from '../../domain/records/ids.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { findInstallation } from '../exchange/cards.ts';
import type { Work } from '../jobs/work.ts';
import { draftedRecords } from '../records/rows.ts';
import { releaseLacking } from '../release/releaseFor.ts';
import { revisionsAhead } from '../release/sharedAhead.ts';
import type { Session } from '../session.ts';
import { heldBy } from './held.ts';
import { lackedBy, withDrafts } from './lacking.ts';

/** For whom it is counted what they lack. */
export interface LackingOrder {
  readonly addressees: readonly InstallationId[];
  readonly audience?: Audience | undefined;
}

/** What one installation lacks now of what it may have. */
export interface LackingCount {
  readonly installation: InstallationId;
  readonly records: number;
  readonly revisions: number;
  readonly attachments: number;
  readonly everything: boolean;
}

/**
 * What each of these installations lacks now of what it may have, what was not shared yet included. Changes nothing.
 * Throws `bundle.recipients` for one that is not known here, `bundle.noReceipts`, `job.cancelled`.
 */
export function countLacking(work: Work, session: Session, { addressees, audience }: LackingOrder): LackingCount[] {
  const ahead = revisionsAhead(session, draftedRecords(session.vault));
  return addressees.map((installation, index) => {
    work.progress(index, addressees.length, 'exchange.lacking');
    const known = findInstallation(session.vault, installation);
    if (known === undefined) throw new AmberdeskError('bundle.recipients', { why: 'unknown', installation });
    const own: Audience = { kind: 'organisation', organisation: RecordId.parse(known.organisation) };
    const lack = withDrafts(lackedBy(session.vault, [installation]), ahead);
    const { release } = releaseLacking(session, { of: 'everything' }, audience ?? own, lack, ahead);
    return {
      installation,
      records: new Set(release.revisions.map(({ revision }) => revision.record)).size,
      revisions: release.revisions.length,
      attachments: release.attachments.length,
      everything: heldBy(session.vault, installation).revisions.every((ids) => ids.length === 0),
    };
  });
}
