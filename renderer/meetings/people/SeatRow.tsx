import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCalendarDown,
  IconDoor,
  IconDots,
  IconEyeOff,
  IconPencil,
  IconTrash,
  IconVideo,
} from '@tabler/icons-react';
import { useSidePanel } from '../../application/sidePanel.ts';
import { InConflict } from '../../parts/conflict/InConflict.tsx';
import { walkRows } from '../../parts/page/walkRows.ts';
import { focusPanel } from '../plan/PlanActions.tsx';
import { usePlan } from '../plan/PlanContext.tsx';
import classes from './people.module.css';
import type { Seat } from './seatTypes.ts';
import { useCapacityWords, useSeatWords } from './seatWords.ts';
import { audienceOfSeat, useCalendar } from './useCalendar.ts';
import type { Seats } from './useSeats.ts';

interface SeatRowProps {
  readonly seat: Seat;
  readonly seats: Seats;
  readonly chosen: string | undefined;
  readonly isTabbable: boolean;
  choose(seat: string): void;
}

/** One seat: who sits there, as what, and what has to be known of it. */
export function SeatRow({ seat, seats, chosen, isTabbable, choose }: SeatRowProps) {
  const { t } = useLingui();
  const words = useSeatWords();
  const capacityOf = useCapacityWords();
  const openAt = useSidePanel((state) => state.openAt);
  const { participant: id, person } = seat;
  const name = words(seat);
  const capacity = capacityOf(seat);
  const saveCalendar = useCalendar(usePlan().meeting);
  const audience = audienceOfSeat(seat);
  const open = () => {
    choose(id);
    openAt('own');
    focusPanel();
  };
  return (
    <li className={classes.seat} data-chosen={chosen === id || undefined}>
      <button
        type="button"
        className={classes.who}
        data-seat={id}
        tabIndex={isTabbable ? 0 : -1}
        aria-current={chosen === id ? 'true' : undefined}
        onFocus={() => choose(id)}
        onClick={() => {
          choose(id);
          openAt('own');
        }}
        onKeyDown={walk}
      >
        <span className={classes.name} data-open={person === undefined || undefined}>
          {person === undefined ? t`Nobody named yet` : name}
        </span>
        <span className={classes.capacity}>
          {capacity}
          <Instead seat={seat} />
        </span>
        <Known seat={seat} />
      </button>
      {seat.conflicted && <InConflict record={id} />}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" tabIndex={-1} aria-label={t`More with ${name}, ${capacity}`}>
            <IconDots size={16} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArrowUp size={16} stroke={1.6} aria-hidden />}
            onClick={() => void seats.move(seat, -1)}
          >
            {t`Move up`}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={16} stroke={1.6} aria-hidden />}
            onClick={() => void seats.move(seat, 1)}
          >
            {t`Move down`}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />} onClick={open}>
            {t`Change its fields`}
          </Menu.Item>
          {audience !== undefined && (
            <Menu.Item
              leftSection={<IconCalendarDown size={16} stroke={1.6} aria-hidden />}
              onClick={() => saveCalendar({ audience, seat: id })}
            >
              {t`Save calendar…`}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
            onClick={() => void seats.remove(seat)}
          >
            {t`Take off the list`}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

function Instead({ seat: { alternateFor } }: { readonly seat: Seat }) {
  const { t } = useLingui();
  if (alternateFor === undefined) return null;
  const name = alternateFor.name === '' ? t`somebody not known here` : alternateFor.name;
  return <> {t`for ${name}`}</>;
}

/** What has to be known of a seat, each in words. */
function Known({ seat }: { readonly seat: Seat }) {
  const { t } = useLingui();
  const { person, byLink, zone, doNotName, isOpen, items, reason, twice } = seat;
  const titles = items.map(({ title }) => title || t`an item not known here`).join(', ');
  return (
    <span className={classes.known}>
      {person?.deleted === true && <b className={classes.gone}>{t`The record of this person was deleted.`}</b>}
      {person !== undefined && person.kind === '' && (
        <b className={classes.gone}>{t`The record of this person is not here. Ask whoever named them for it.`}</b>
      )}
      {twice && <b className={classes.gone}>{t`Has two seats.`}</b>}
      {doNotName && (
        <span>
          <IconEyeOff size={14} stroke={1.6} aria-hidden /> {t`Not named beyond its own distribution`}
        </span>
      )}
      {byLink && (
        <span>
          <IconVideo size={14} stroke={1.6} aria-hidden /> {zone === '' ? t`by video link` : t`by video link, ${zone}`}
        </span>
      )}
      {isOpen && (
        <span>
          <IconDoor size={14} stroke={1.6} aria-hidden /> {t`named in the open session`}
        </span>
      )}
      {titles !== '' && <span>{t`for ${titles}`}</span>}
      {reason !== '' && <span>{reason}</span>}
    </span>
  );
}

const walk = walkRows('data-seat');
