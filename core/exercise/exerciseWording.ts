import type { ExerciseFiles } from './exerciseFiles.ts';
import { exerciseId, meetingId, record } from './exerciseIds.ts';
import type { ExerciseRecord } from './exerciseRecord.ts';

/** The public lines and terms of the exercise; what holds was agreed at the meeting before. */
export function wordingRecords({ wording, past }: ExerciseFiles): ExerciseRecord[] {
  return [
    ...wording.lines.map((line) =>
      record('publicLine', exerciseId('publicLine', line.subject), 'TLP:AMBER', {
        ...line,
        ...(line.status === 'agreed' ? { meeting: meetingId(past) } : {}),
      }),
    ),
    ...wording.terms.map((term) =>
      record('term', exerciseId('term', `${term.language}:${term.use}`), 'TLP:AMBER', term),
    ),
  ];
}
