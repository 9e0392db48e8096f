import { generateNKeysBetween } from 'fractional-indexing';
import { clearanceDigest } from '../../domain/handling/change.ts';
import { redactPaper } from '../../domain/papers/redaction/redactPaper.ts';
import { textPlaces } from '../../domain/papers/redaction/textPlaces.ts';
import { occurrences } from '../../domain/papers/redaction/words.ts';
import { naturalId, type RecordId } from '../../domain/records/ids.ts';
import { asJson, Body } from '../../domain/records/revision.ts';
import { codeOf, namedAs, standInId } from '../../domain/release/pseudonyms.ts';
import type { MeetingFile, NetworkFile } from './exerciseFiles.ts';
import type { ExerciseRecord } from './exerciseRecord.ts';
import { personId } from './seats.ts';

/** What the other names of a person of the exercise are made of, and who stands for them in what the board signs. */
export function pseudonymRecords({ persons }: NetworkFile): ExerciseRecord[] {
  return persons
    .filter(({ anonymity }) => anonymity !== undefined)
    .flatMap((person): ExerciseRecord[] => {
      const subject = personId(person);
      const secret = ['one', 'two'].map((half) => naturalId('exercise secret', `${person.name} ${half}`)).join('');
      const hex = secret.replaceAll('-', '');
      return [
        {
          kind: 'pseudonym',
          id: naturalId('pseudonym', subject),
          body: Body.parse({ subject, secrets: [hex] }),
          options: { label: 'TLP:AMBER+STRICT' },
        },
        {
          kind: 'person',
          id: standInId(hex),
          body: Body.parse({ name: namedAs('person', codeOf(hex, 'board'), 'en') }),
          options: { label: 'TLP:AMBER' },
        },
      ];
    });
}

/** The redacted versions of papers of the exercise, which belong to no meeting yet, with what was blacked out in them. */
export function redactionRecords({ redactions }: MeetingFile, records: readonly ExerciseRecord[]): ExerciseRecord[] {
  return redactions.flatMap(({ paper, words, reason }): ExerciseRecord[] => {
    const source = records.find(({ kind, body }) => kind === 'paper' && body.number === paper);
    if (source === undefined) throw new TypeError(`The exercise has no ${paper}.`);
    let minted = 0;
    const newId = (): RecordId => {
      minted += 1;
      return naturalId('redaction', `exercise:${paper}#${minted}`);
    };
    const redactions = textPlaces(source.body).flatMap(({ key, text }) =>
      words.flatMap((said) => occurrences(text, said).map((range) => ({ place: key, ...range, reason }))),
    );
    const { body, passages, standing } = redactPaper(source.body, redactions, { attachments: [], newId });
    if (passages.length === 0 || standing.length > 0) throw new TypeError(`${paper} is not blacked out.`);
    const { meeting: _meeting, ...version } = body;
    const id = newId();
    const keys = generateNKeysBetween(null, null, passages.length);
    const about = {
      paper: source.id,
      version: id,
      digest: clearanceDigest(source.body),
      passages: passages.map((passage, at) => ({ id: newId(), order: keys[at], ...passage })),
    };
    return [
      { kind: 'paper', id, body: Body.parse({ ...version, status: 'drafting' }), options: source.options },
      { kind: 'redaction', id: newId(), body: Body.parse(asJson(about)), options: { label: 'TLP:AMBER+STRICT' } },
    ];
  });
}
