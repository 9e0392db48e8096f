import { createHash } from 'node:crypto';
import { generateNKeysBetween } from 'fractional-indexing';
import { naturalId } from '../../domain/records/ids.ts';
import type { ExerciseFiles } from './exerciseFiles.ts';
import { exerciseId, paperId, personNamed, record } from './exerciseIds.ts';
import type { ExerciseRecord } from './exerciseRecord.ts';
import { secretariatSeat } from './seats.ts';

/** What two ministries answered to an inquiry, as a delegation has it. It stays with the seat that plays. */
export function inquiryRecords({ inquiry, network }: ExerciseFiles): ExerciseRecord[] {
  const { about, by, title, ministries, lines } = inquiry;
  const id = exerciseId('inquiry', about);
  const orders = generateNKeysBetween(null, null, Math.max(ministries.length, lines.length));
  const ministryId = (key: string) => exerciseId('ministry', key);
  const lineId = (at: number) => exerciseId('inquiryLine', `${about}#${at}`);
  const asked = record('inquiry', id, 'TLP:AMBER+STRICT', {
    ...{ title, by, about: paperId(about) },
    ministries: ministries.map(({ key, name, contact }, at) => ({
      ...{ id: ministryId(key), order: orders[at], name, contact },
    })),
    lines: lines.map(({ point, only, settled }, at) => ({
      ...{ id: lineId(at), order: orders[at], number: at + 1, point, source: paperId(about) },
      ...(only === undefined ? {} : { only: ministryId(only) }),
      ...(settled === undefined
        ? {}
        : {
            ...{ position: settled.position, words: settled.words, settledOn: settled.on },
            settledBy: personNamed(secretariatSeat().name, network),
          }),
    })),
  });
  const answers = ministries.map(({ key, name, file, on, asks, dated }) => {
    const digest = createHash('sha256').update(`${about} ${file}`).digest('hex');
    const receipt = `file-${digest.slice(0, 24)}`;
    const said = lines.flatMap((line, at) => {
      const words = line.said[key];
      return words === undefined ? [] : [{ line: lineId(at), at, words }];
    });
    return record('ministryAnswer', naturalId('ministryAnswer', `${id} ${ministryId(key)}`), 'TLP:AMBER+STRICT', {
      ...{ inquiry: id, ministry: ministryId(key), name },
      received: [{ id: receipt, order: 'a0', on, digest, file, contact: asks, dated }],
      answers: said.map(({ line, at, words }) => ({
        ...{ id: `${receipt}-${line}`, order: orders[at], receipt, line, ...words },
      })),
    });
  });
  return [asked, ...answers];
}
