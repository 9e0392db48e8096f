import type { RecordId } from '../records/ids.ts';
import type { PlanChange, ToldPlan } from './told.ts';

/** As what somebody must know of a change. */
export type Concern = 'speaker' | 'lead' | 'delegation' | 'invited';

/**
 * The changes of which somebody must know: a delegation of all; an invited body of what stands, or stood, in the open
 * session; who leads or speaks of their own items; and everybody of other days or another place.
 */
export function changesFor(
  party: RecordId,
  concerns: readonly Concern[],
  changes: readonly PlanChange[],
): readonly PlanChange[] {
  return changes.filter((change) => {
    if (change.of === 'days' || change.of === 'place' || concerns.includes('delegation')) return true;
    if (change.open && concerns.includes('invited')) return true;
    return change.of === 'item' && change.parties.includes(party);
  });
}

/** Who leads and who speaks in a plan. */
export function actingIn({ items }: ToldPlan): { leads: Set<RecordId>; speakers: Set<RecordId> } {
  return {
    leads: new Set(items.flatMap(({ leads }) => leads)),
    speakers: new Set(items.flatMap(({ speakers }) => speakers.map(({ party }) => party))),
  };
}
