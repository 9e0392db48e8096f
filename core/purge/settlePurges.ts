import type { Work } from '../jobs/work.ts';
import type { Session } from '../session.ts';
import { carryOutWaiting } from './carryOut.ts';
import { type Cleaned, cleanAfterPurges } from './clean.ts';

/**
 * Carries out purges that waited for their author to be known, and finishes the cleaning that a crash interrupted. Cheap
 * when there is nothing of either. Must not be called inside a transaction. Throws what `cleanAfterPurges` throws.
 */
export function settlePurges(session: Session, work: Work): Cleaned {
  carryOutWaiting(session);
  return cleanAfterPurges(session, work);
}
