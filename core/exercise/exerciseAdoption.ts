import { generateNKeysBetween } from 'fractional-indexing';
import { subjectDigest, subjectWords } from '../../domain/adoption/subjects.ts';
import { naturalId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import type { ExerciseFiles } from './exerciseFiles.ts';
import { exerciseId, known, meetingId, personNamed, record } from './exerciseIds.ts';
import type { ExerciseRecord } from './exerciseRecord.ts';
import { organisationId } from './seats.ts';

/** What earlier meetings put up for adoption, with the answers that came and what became of it. */
export function adoptionRecords(
  { past, network }: ExerciseFiles,
  outcomes: readonly ExerciseRecord[],
): ExerciseRecord[] {
  return past.adoptions.flatMap(({ key, put, asked, recordedBy, unreached, chair, answers, ...fields }) => {
    const id = exerciseId('adoption', key);
    const orders = generateNKeysBetween(null, null, put.length);
    const entries = put.map((number, at) => {
      const of = known(
        outcomes.find(({ body }) => body.number === number),
        number,
      );
      const title = [text(of.body.number), text(of.body.title)].filter(Boolean).join(' ');
      const about = { record: of.id, title, digest: subjectDigest(of.body), words: subjectWords(of.body) };
      return { id: exerciseId('put', `${key}#${number}`), order: orders[at], ...about };
    });
    const adoption = record('adoption', id, 'TLP:AMBER', {
      meeting: meetingId(past),
      put: entries,
      asked: asked.map(organisationId).sort(),
      chair: organisationId(chair),
      resultBy: personNamed(recordedBy, network),
      unreached: unreached.map(organisationId),
      ...fields,
    });
    const given = answers.map(({ organisation, ...answer }) => {
      const from = organisationId(organisation);
      const body = { adoption: id, organisation: from, ...answer };
      return record('answer', naturalId('answer', `${id} ${from}`), 'TLP:AMBER', body);
    });
    return [adoption, ...given];
  });
}
