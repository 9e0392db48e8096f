import { useLingui } from '@lingui/react/macro';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { useAction } from '../../application/actions.ts';
import { useSidePanel } from '../../application/sidePanel.ts';
import { focusPanel } from '../plan/PlanActions.tsx';
import { inSight, type People } from './seatTypes.ts';
import type { Seats } from './useSeats.ts';

const SEAT = '[data-seat]';

interface SeatActionsProps {
  readonly people: People;
  readonly seats: Seats;
  readonly chosen: string | undefined;
  choose(seat: string | undefined): void;
}

/** What keys and the palette do with the chosen seat. */
export function SeatActions({ people, seats, chosen, choose }: SeatActionsProps) {
  const { t } = useLingui();
  const openAt = useSidePanel((state) => state.openAt);
  const all = inSight(people.seats);
  const at = all.findIndex(({ participant }) => participant === chosen);
  const seat = all[at];
  const group = t`People of the meeting`;
  const shared = { group, inside: SEAT, disabled: seat === undefined };
  const move = (by: -1 | 1) => {
    if (seat !== undefined) void seats.move(seat, by).then(() => focusSeat(seat.participant));
  };
  useAction({
    ...shared,
    id: 'seat.up',
    title: t`Move up`,
    icon: IconArrowUp,
    shortcut: 'alt+ArrowUp',
    run: () => move(-1),
  });
  useAction({
    ...shared,
    id: 'seat.down',
    title: t`Move down`,
    icon: IconArrowDown,
    shortcut: 'alt+ArrowDown',
    run: () => move(1),
  });
  useAction({
    ...shared,
    id: 'seat.open',
    title: t`Change its fields`,
    icon: IconPencil,
    shortcut: 'Enter',
    run: () => {
      openAt('own');
      focusPanel();
    },
  });
  useAction({
    ...shared,
    id: 'seat.remove',
    title: t`Take off the list`,
    icon: IconTrash,
    shortcut: 'Delete',
    run: () => {
      if (seat === undefined) return;
      const next = (all[at + 1] ?? all[at - 1])?.participant;
      void seats.remove(seat).then((isDone) => {
        if (!isDone) return;
        choose(next);
        if (next !== undefined) focusSeat(next);
      });
    },
  });
  return null;
}

/** Gives a seat the focus once it is drawn anew. */
function focusSeat(id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-seat="${CSS.escape(id)}"]`)?.focus()),
  );
}
