import type { Mark } from '../../domain/handling/handling.ts';
import { cue } from '../../domain/meetings/cue.ts';
import { naturalId } from '../../domain/records/ids.ts';
import type { MeetingFile } from './exerciseFiles.ts';
import { exerciseId, itemNumbered, known, meetingId, record } from './exerciseIds.ts';
import type { ExerciseRecord } from './exerciseRecord.ts';
import { organisationId } from './seats.ts';

/** What the Secretariat wrote for those in the chair, who have it. */
export function cueRecords(file: MeetingFile): ExerciseRecord[] {
  const own = organisationId('SEC');
  const chairs = [file.meeting.chair, file.meeting.coChair].map(organisationId);
  const mark: Mark = {
    label: 'TLP:AMBER',
    distribution: { to: 'named', organisations: [own, ...chairs], persons: [] },
  };
  return file.cues.map((one) => {
    const { moment, say, act, late, minutes } = one;
    const about = 'item' in one ? itemNumbered(file, one.item) : exerciseId('session', one.session);
    const body = { record: about, moment, organisation: own, meeting: meetingId(file), say, act, late, minutes };
    const key = known(cue.naturalKey?.({ record: about, moment, organisation: own }), 'key of a cue');
    return { ...record('cue', naturalId('cue', key), 'TLP:AMBER', body), options: { mark } };
  });
}
