import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Work } from '../jobs/work.ts';
import { createRecord } from '../records/createRecord.ts';
import { listRecords } from '../records/listRecords.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import type { StoredBlob } from '../vault/blobs.ts';
import { beginExerciseDirectory, prepareExerciseDirectory } from './exerciseDirectory.ts';
import { readExerciseFiles } from './exerciseFiles.ts';
import { exerciseRecords, MEETING } from './exerciseRecords.ts';
import { exerciseSeats } from './seats.ts';

/**
 * Fills an empty vault of the exercise's Secretariat with the invented network, its directory, its eighth meeting and the one before it, papers,
 * portions, comments and annotations, all or nothing; the other seats receive them by bundle. Gives the meeting and the number
 * of records. Throws `exercise.seat` in any other vault, `exercise.notEmpty`, `job.cancelled`, `vault.full`.
 */
export async function loadExercise(work: Work, session: Session): Promise<{ meeting: RecordId; records: number }> {
  const { vault } = session;
  if (vault.installation.organisation !== exerciseSeats().secretariat?.organisation) {
    throw new AmberdeskError('exercise.seat');
  }
  if (listRecords(vault).length > 0) throw new AmberdeskError('exercise.notEmpty');
  const files = readExerciseFiles();
  const kept = new Map<string, StoredBlob>();
  for (const { file } of files.meeting.papers.flatMap((paper) => paper.attachments)) {
    work.check();
    kept.set(file, await vault.blobs.add(files.attachment(file)));
  }
  const records = exerciseRecords(files, kept);
  const network = records.find(({ kind }) => kind === 'network')?.id;
  if (network === undefined) throw new TypeError('The exercise has no network.');
  const directory = await prepareExerciseDirectory(session, files.network);
  inTransaction(session, (changed) => {
    for (const [index, { kind, id, body, options }] of records.entries()) {
      work.progress(index, records.length, 'load.records');
      work.check();
      changed.add(createRecord(session, kind, body, { ...options, id }).id);
    }
    beginExerciseDirectory(session, network, directory);
  });
  session.announce({ event: 'directoryChanged' });
  work.progress(records.length, records.length, 'load.records');
  return { meeting: MEETING, records: records.length };
}
