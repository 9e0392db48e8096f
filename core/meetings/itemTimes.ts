import { minutesOf } from '../../domain/meetings/timing.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { Session } from '../session.ts';
import { readTimetable } from './readTimetable.ts';

/** When something begins and ends, in minutes since the midnight that its session's day began with. */
export interface ItemTime {
  readonly item: RecordId;
  readonly starts: number;
  readonly ends: number;
}

/** When the items of a meeting begin and end, by the whole of its plan. Throws `record.missing`. */
export function itemTimes(session: Session, meeting: RecordId): ItemTime[] {
  return readTimetable(session, meeting, 'en').sessions.flatMap(({ starts: begins, items }) =>
    items.map(({ item, starts, ends }) => {
      const from = later(minutesOf(starts), minutesOf(begins));
      return { item: RecordId.parse(item), starts: from, ends: later(minutesOf(ends), from) };
    }),
  );
}

/** A time of the same day as another one, or of the night after it. */
const later = (minutes: number, than: number): number => (minutes < than ? minutes + 24 * 60 : minutes);
