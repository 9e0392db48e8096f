import { AmberdeskError } from '../errors.ts';
import { text } from '../records/text.ts';
import type { Fields, Operation } from './operations.ts';
import type { Planned } from './timetable.ts';

/** What somebody in the room notes of an item: that it begins, that it ends, what became of it. */
export type RoomNote = Extract<Operation, { does: 'begin' | 'end' | 'outcome' }>;

export interface Noted<P extends Planned = Planned> {
  readonly item: P;
  readonly fields: Fields;
}

/**
 * What is noted of which item. What begins ends what is under way in the same room, which is concluded unless somebody said
 * otherwise; an item that had ended is taken up again. Nothing is noted but by an act of a person. Throws `meeting.entryGone`.
 */
export function notedOf<P extends Planned>(
  items: readonly P[],
  sessions: readonly Planned[],
  note: RoomNote,
): Noted<P>[] {
  const item = items.find(({ id }) => id === note.item);
  if (item === undefined) throw new AmberdeskError('meeting.entryGone', { record: note.item });
  switch (note.does) {
    case 'outcome':
      return [{ item, fields: { outcome: note.outcome } }];
    case 'end':
      return [{ item, fields: ending(item, note.at, note.outcome) }];
    case 'begin': {
      const roomOf = ({ body }: P) => text(sessions.find(({ id }) => id === body.session)?.body.room);
      const before = items.filter((one) => one !== item && isUnderWay(one) && roomOf(one) === roomOf(item));
      const began = text(item.body.began);
      return [
        ...before.map((one) => ({ item: one, fields: ending(one, note.at) })),
        { item, fields: began === '' ? { began: note.at } : { ended: null, outcome: null } },
      ];
    }
  }
}

/** Whether an item has begun and not ended. */
export function isUnderWay({ body }: Planned): boolean {
  return text(body.began) !== '' && text(body.ended) === '';
}

function ending({ body }: Planned, at: string, outcome?: string): Fields {
  const began = text(body.began);
  const concluded = body.type === 'break' ? undefined : text(body.outcome) || 'concluded';
  const became = outcome ?? concluded;
  return {
    ...(began === '' ? { began: at } : {}),
    ended: began > at ? began : at,
    ...(became === undefined ? {} : { outcome: became }),
  };
}
