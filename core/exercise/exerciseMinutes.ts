import { minutesOf } from '../../domain/minutes/minutesOf.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import type { ExerciseFiles, MinutesFile } from './exerciseFiles.ts';
import { exerciseId, itemNumbered, known, meetingId, record } from './exerciseIds.ts';
import type { ExerciseRecord } from './exerciseRecord.ts';
import { organisationId } from './seats.ts';

/** The minutes of the meeting that is over, which the one to come approves. */
export function minutesRecords({ minutes, past, network }: ExerciseFiles): ExerciseRecord[] {
  const nameOf = (key: string) =>
    known(
      network.organisations.find((one) => one.key === key),
      key,
    ).shortName;
  return minutes.map(({ item, status, chathamHouse, blocks }): ExerciseRecord => {
    const about = itemNumbered(past, item);
    const content = blocks.map((block, at) => blockOf(block, exerciseId('block', `minutes:${item}#${at}`), nameOf));
    const body = { meeting: meetingId(past), item: about, language: 'en', status, body: { type: 'doc', content } };
    const made = record('minutes', minutesOf(about), 'TLP:AMBER', body);
    return { ...made, options: { ...made.options, chathamHouse } };
  });
}

function blockOf(
  block: MinutesFile[number]['blocks'][number],
  id: string,
  nameOf: (key: string) => string,
): JsonObject {
  if ('heading' in block) {
    return { type: 'heading', attrs: { id, level: 2 }, content: [{ type: 'text', text: block.heading }] };
  }
  const { said } = block;
  const speaker =
    said === undefined
      ? []
      : [
          {
            type: 'text',
            text: nameOf(said),
            marks: [{ type: 'recordLink', attrs: { record: organisationId(said) } }],
          },
        ];
  const words = { type: 'text', text: said === undefined ? block.text : ` ${block.text}` };
  return { type: 'paragraph', attrs: { id }, content: [...speaker, words] };
}
