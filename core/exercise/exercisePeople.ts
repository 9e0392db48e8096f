import { generateNKeysBetween } from 'fractional-indexing';
import { participant } from '../../domain/meetings/participantKind.ts';
import { naturalId } from '../../domain/records/ids.ts';
import { asJson, Body } from '../../domain/records/revision.ts';
import type { ExerciseFiles } from './exerciseFiles.ts';
import { exerciseId, itemNumbered, meetingId, personNamed, record } from './exerciseIds.ts';
import type { ExerciseRecord } from './exerciseRecord.ts';
import { organisationId } from './seats.ts';

/** Who takes part in the meeting that comes. */
export function peopleRecords({ meeting, network }: ExerciseFiles): ExerciseRecord[] {
  const orders = generateNKeysBetween(null, null, meeting.people.length);
  const seats = meeting.people.map(({ label, organisation, person, items, alternateFor, ...fields }, at) => {
    const body = Body.parse(
      asJson({
        ...fields,
        meeting: meetingId(meeting),
        organisation: organisationId(organisation),
        person: person === undefined ? undefined : personNamed(person, network),
        items: items?.map((number) => itemNumbered(meeting, number)),
        order: orders[at],
      }),
    );
    const key = participant.naturalKey?.(body);
    const id = key === undefined ? exerciseId(participant.name, String(at)) : naturalId(participant.name, key);
    return { id, body, label, person, alternateFor };
  });
  return seats.map(({ id, body, label, alternateFor }) => {
    const holder = seats.find(({ person }) => person !== undefined && person === alternateFor);
    return record(participant.name, id, label, { ...body, alternateFor: holder?.id });
  });
}
