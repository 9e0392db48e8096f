import { generateNKeysBetween } from 'fractional-indexing';
import type { Label } from '../../domain/handling/handling.ts';
import type { ExerciseFiles, PlanFile } from './exerciseFiles.ts';
import {
  commissionId,
  exerciseId,
  itemAt,
  itemNumbered,
  meetingId,
  paperId,
  personNamed,
  record,
} from './exerciseIds.ts';
import type { ExerciseRecord } from './exerciseRecord.ts';
import { organisationId } from './seats.ts';

/** Both meetings of the exercise with their sessions and items: the one that is over, and the one that comes. */
export function planRecords(files: ExerciseFiles): ExerciseRecord[] {
  return [...planOf(files.past, files), ...planOf(files.meeting, files)];
}

function planOf(plan: PlanFile, { past, meeting: { commissions }, network }: ExerciseFiles): ExerciseRecord[] {
  const { chair, coChair, ...meeting } = plan.meeting;
  const id = meetingId(plan);
  const labelOf = (session: string): Label =>
    plan.sessions.find(({ key }) => key === session)?.access === 'open' ? 'TLP:GREEN' : 'TLP:AMBER';
  const sessions = plan.sessions.map(({ key, ...session }) =>
    record('session', exerciseId('session', key), labelOf(key), { meeting: id, ...session }),
  );
  const orders = generateNKeysBetween(null, null, plan.items.length);
  const items = plan.items.map((item, index) => {
    const place = { meeting: id, session: exerciseId('session', item.session), order: orders[index] };
    const made = itemAt(item, index);
    if ('break' in item) {
      const rest = { type: 'break', title: item.break, minutes: item.minutes };
      return record('agendaItem', made, labelOf(item.session), { ...place, ...rest });
    }
    const { session, papers, leads, speakers, continues, approvesMinutes, ...fields } = item;
    const keys = generateNKeysBetween(null, null, speakers.length);
    const asked = plan === past ? [] : commissions.filter((one) => one.item === item.number);
    return record('agendaItem', made, labelOf(session), {
      ...place,
      ...fields,
      type: 'item',
      leads: leads.map(organisationId),
      papers: [...papers.map(paperId), ...asked.map(({ title }) => commissionId(title))],
      continues: continues === undefined ? undefined : itemNumbered(past, continues),
      approves: approvesMinutes ? meetingId(past) : undefined,
      speakers: speakers.map(({ party, zone }, at) => ({
        id: exerciseId('speaker', `${made}#${at}`),
        order: keys[at],
        party: personNamed(party, network),
        zone,
      })),
    });
  });
  const head = { ...meeting, chair: organisationId(chair), coChair: organisationId(coChair) };
  return [record('meeting', id, 'TLP:GREEN', head), ...sessions, ...items];
}
