import { useLingui } from '@lingui/react/macro';
import { clockAt, isZone } from '../../../domain/meetings/timing.ts';
import type { RoomItem, RoomLine } from './roomState.ts';

const MINUTE = 60;

/** What the room says of lines, durations and moments. */
export function useRoomWords(zone: string) {
  const { t } = useLingui();
  const place = isZone(zone) ? zone : 'UTC';
  const clock = (moment: number): string => clockAt(moment, place);
  return {
    clock,
    /** `09:31–09:44`, with an open end while it is under way. */
    actual: ({ began, ended }: Pick<RoomItem, 'began' | 'ended'>): string =>
      began === undefined ? '' : `${clock(Date.parse(began))}–${ended === undefined ? '' : clock(Date.parse(ended))}`,
    titleOf: ({ of, session, item }: RoomLine): string => {
      if (of === 'before') return t`Before the session`;
      if (of === 'after')
        return (
          session.afterwards ||
          (session.access === 'open' ? t`Close of the open session` : t`Close of the closed session`)
        );
      return item?.title || (item?.type === 'break' ? t`Break` : t`Without a name`);
    },
    /** Minutes and seconds, as a clock counts. */
    counted: (seconds: number): string => {
      const all = Math.abs(seconds);
      const rest = String(all % MINUTE).padStart(2, '0');
      return `${seconds < 0 ? '−' : ''}${Math.floor(all / MINUTE)}:${rest}`;
    },
    /** How far behind or ahead, in a sentence. */
    pace: (behind: number | undefined): string => {
      if (behind === undefined) return '';
      const minutes = Math.round(Math.abs(behind) / MINUTE);
      if (minutes === 0) return t`On time`;
      return behind > 0 ? t`${minutes} min behind` : t`${minutes} min ahead`;
    },
    giveBack: (seconds: number, ends: number | undefined): string => {
      const minutes = Math.ceil(seconds / MINUTE);
      const at = ends === undefined ? '' : clock(ends);
      return minutes === 0 ? t`Ends in time` : t`Give back ${minutes} min: it would end at ${at}`;
    },
  };
}

/** A time of the day from minutes since its midnight. */
export { clockOf } from '../../../domain/meetings/timing.ts';
