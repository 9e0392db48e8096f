import type { Label } from '../../domain/handling/handling.ts';
import { naturalId, type RecordId } from '../../domain/records/ids.ts';
import { asJson, Body } from '../../domain/records/revision.ts';
import type { NetworkFile, PlanFile } from './exerciseFiles.ts';
import type { ExerciseRecord } from './exerciseRecord.ts';
import { personId } from './seats.ts';

/** The same id in every installation for the same thing of the exercise. */
export function exerciseId(kind: string, key: string): RecordId {
  return naturalId(kind, `exercise:${key}`);
}

export function paperId(number: string): RecordId {
  return exerciseId('paper', number);
}

export function commissionId(title: string): RecordId {
  return exerciseId('paper', `commission:${title}`);
}

/** The id of a meeting, by its symbol. */
export function meetingId({ meeting }: PlanFile): RecordId {
  return exerciseId('meeting', meeting.symbol);
}

/** The id of an item of a meeting, by its closed number. */
export function itemNumbered({ items }: PlanFile, number: number): RecordId {
  const at = items.findIndex((item) => 'number' in item && item.number === number);
  return itemAt(known(items[at], `item ${number}`), at);
}

/** The id of what stands at this place of a plan, from 0. */
export function itemAt({ session }: PlanFile['items'][number], at: number): RecordId {
  return exerciseId('agendaItem', `${session}#${at}`);
}

/** The id of a person, by name. */
export function personNamed(name: string, { persons }: NetworkFile): RecordId {
  return personId(
    known(
      persons.find((person) => person.name === name),
      name,
    ),
  );
}

/** A record of the exercise with everything that it does not say left out. */
export function record(kind: string, id: RecordId, label: Label, body: object): ExerciseRecord {
  return { kind, id, body: Body.parse(asJson(body)), options: { label } };
}

/** What the files of the exercise must hold; a gap in them is a mistake of ours. */
export function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new TypeError(`The exercise has no ${what}.`);
  return value;
}
