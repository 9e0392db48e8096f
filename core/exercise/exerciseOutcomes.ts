import { generateNKeysBetween } from 'fractional-indexing';
import type { PlanFile } from './exerciseFiles.ts';
import { exerciseId, itemNumbered, meetingId, record } from './exerciseIds.ts';
import type { ExerciseRecord } from './exerciseRecord.ts';
import { organisationId } from './seats.ts';

/** What a meeting of the exercise came to: its decisions, actions and recommendations. */
export function outcomeRecords(plan: PlanFile): ExerciseRecord[] {
  return plan.outcomes.map(({ kind, item, lead, addressees, candidates, ...fields }) => {
    const orders = generateNKeysBetween(null, null, candidates?.length ?? 0);
    return record(kind, exerciseId(kind, fields.number), 'TLP:AMBER', {
      meeting: meetingId(plan),
      item: itemNumbered(plan, item),
      ...fields,
      lead: lead === undefined ? undefined : organisationId(lead),
      addressees: addressees?.map(organisationId),
      candidates: candidates?.map((candidate, at) => ({
        id: exerciseId('candidate', `${fields.number}#${at}`),
        order: orders[at],
        ...candidate,
      })),
    });
  });
}
