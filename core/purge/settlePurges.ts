import { hasCode } from '../../domain/errors.ts';
import type { Work } from '../jobs/work.ts';
import type { Session } from '../session.ts';
import { carryOutWaiting } from './carryOut.ts';
import { cleanAfterPurges } from './clean.ts';

/**
 * Carries out purges that waited for their author to be known, and finishes the cleaning that they need or that a crash
 * interrupted. Cheap when there is nothing of either. What cannot be cleaned now, because the disk is full or somebody
 * cancelled, is left to the next time: what a bundle brought counts all the same. Must not be called inside a
 * transaction.
 */
export function settlePurges(session: Session, work: Work): void {
  carryOutWaiting(session);
  try {
    cleanAfterPurges(session, work);
  } catch (error) {
    const later = (['vault.full', 'vault.readOnly', 'job.cancelled'] as const).some((code) => hasCode(error, code));
    if (!later) throw error;
  }
}
