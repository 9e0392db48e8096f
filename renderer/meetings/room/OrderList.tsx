import { useLingui } from '@lingui/react/macro';
import { IconDoor, IconLock } from '@tabler/icons-react';
import { valueName } from '../../../domain/records/valueNames.ts';
import { capitalised } from '../../language/capitalised.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { InConflict } from '../../parts/conflict/InConflict.tsx';
import classes from './room.module.css';
import type { RoomLine } from './roomState.ts';
import type { Room } from './useRoom.ts';
import { clockOf, useRoomWords } from './useRoomWords.ts';

interface OrderListProps {
  readonly room: Room;
  /** The line that is chosen, by `keyOf`. */
  readonly chosen: string | undefined;
  choose(line: string): void;
}

export const keyOf = ({ of, item, session }: RoomLine): string => `${of} ${item?.item ?? session.session}`;

/** The running order of the day: planned and real times, what is under way, what became of each item. */
export function OrderList({ room, chosen, choose }: OrderListProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useRoomWords(room.zone);
  const underWay = room.clock.underWay?.item;
  const next = room.clock.next?.item;
  return (
    <ol className={classes.order} aria-label={t`Running order`}>
      {room.lines.map((line) => {
        const { of, item, session, startsAt, endsAt } = line;
        const key = keyOf(line);
        if (of === 'session') {
          const isOpen = session.access === 'open';
          const Sign = isOpen ? IconDoor : IconLock;
          return (
            <li key={key} className={classes.band} data-access={session.access}>
              <Sign size={16} stroke={1.6} aria-hidden />
              <b>{isOpen ? t`Open session` : t`Closed session`}</b>
              <span>
                {session.starts}–{session.ends}
              </span>
            </li>
          );
        }
        const title = words.titleOf(line);
        const state =
          item === undefined
            ? undefined
            : item.item === underWay
              ? 'now'
              : item.ended
                ? 'done'
                : item.item === next
                  ? 'next'
                  : undefined;
        return (
          <li key={key} className={classes.line} data-state={state} data-chosen={key === chosen || undefined}>
            <button
              type="button"
              className={classes.lineButton}
              aria-current={key === chosen ? 'true' : undefined}
              tabIndex={key === chosen ? 0 : -1}
              data-line={key}
              onClick={() => choose(key)}
            >
              <span className={classes.clock}>{clockOf(startsAt)}</span>
              <span className={classes.dot} aria-hidden />
              <span className={classes.lineTitle}>
                {item?.number !== undefined && <b>{item.number}</b>} {title}
                {state === 'now' && <em className={classes.tag}>{t`under way`}</em>}
                {state === 'next' && <em className={classes.tag}>{t`next`}</em>}
                {item?.outcome !== undefined && (
                  <em className={classes.outcome}>
                    {capitalised(valueName('agendaItem', 'outcome', item.outcome, language) ?? item.outcome)}
                  </em>
                )}
              </span>
              <span className={classes.minutes}>{endsAt > startsAt ? t`${endsAt - startsAt} min` : ''}</span>
              <span className={classes.actual}>{item === undefined ? '' : words.actual(item)}</span>
            </button>
            {item?.conflicted === true && <InConflict record={item.item} />}
          </li>
        );
      })}
    </ol>
  );
}
