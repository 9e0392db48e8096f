import { useLingui } from '@lingui/react/macro';
import {
  IconArrowDown,
  IconArrowUp,
  IconCircleCheck,
  IconFileText,
  IconPlayerPlay,
  IconPlayerStop,
  IconPlayerTrackNext,
} from '@tabler/icons-react';
import { type Action, useAction } from '../../application/actions.ts';
import { keyOf } from './OrderList.tsx';
import type { Room } from './useRoom.ts';

/** Single letters work only in the room itself (WCAG 2.1.4). */
const INSIDE = '[data-room]';

interface Choosing {
  readonly chosen: string | undefined;
  choose(line: string): void;
  openPapers(): void;
}

/** What is done in the room, each with its key. */
export function useRoomActions(room: Room, { chosen, choose, openPapers }: Choosing) {
  const { t } = useLingui();
  const group = t`Room`;
  const lines = room.lines.filter(({ of }) => of !== 'session');
  const line = lines.find((one) => keyOf(one) === chosen);
  const item = line?.item;
  const { underWay, next } = room.clock;
  const step = (by: 1 | -1) => {
    const to = lines[lines.findIndex((one) => keyOf(one) === chosen) + by];
    if (to !== undefined) choose(keyOf(to));
  };
  const begin = (id: string) => {
    room.note({ does: 'begin', item: id });
    const begun = lines.find((one) => one.item?.item === id);
    if (begun !== undefined) choose(keyOf(begun));
  };
  const became = (outcome: 'concluded' | 'adjourned' | 'notReached', title: string, shortcut: string): Action => ({
    id: `room.${outcome}`,
    title,
    group,
    icon: IconCircleCheck,
    inside: INSIDE,
    shortcut,
    disabled: item === undefined || item.type === 'break',
    run: () => {
      if (item === undefined) return;
      const isRunning = item.item === underWay?.item;
      room.note(isRunning ? { does: 'end', item: item.item, outcome } : { does: 'outcome', item: item.item, outcome });
    },
  });
  const actions = {
    next: {
      id: 'room.next',
      title: underWay === undefined ? t`Begin the next item` : t`Next item`,
      group,
      icon: IconPlayerTrackNext,
      inside: INSIDE,
      shortcut: 'N',
      disabled: next === undefined,
      run: () => next !== undefined && begin(next.item),
    },
    end: {
      id: 'room.end',
      title: t`End the item`,
      group,
      icon: IconPlayerStop,
      inside: INSIDE,
      shortcut: 'E',
      disabled: underWay === undefined,
      run: () => underWay !== undefined && room.note({ does: 'end', item: underWay.item }),
    },
    begin: {
      id: 'room.begin',
      title: item?.ended === undefined ? t`Begin what is chosen` : t`Take up again what is chosen`,
      group,
      icon: IconPlayerPlay,
      inside: INSIDE,
      shortcut: 'B',
      disabled: item === undefined || item.item === underWay?.item,
      run: () => item !== undefined && begin(item.item),
    },
    papers: {
      id: 'room.papers',
      title: t`Jump to a paper`,
      group,
      icon: IconFileText,
      inside: INSIDE,
      shortcut: 'P',
      run: openPapers,
    },
    concluded: became('concluded', t`Concluded`, 'C'),
    adjourned: became('adjourned', t`Adjourned`, 'A'),
    notReached: became('notReached', t`Not reached`, 'R'),
    up: {
      id: 'room.up',
      title: t`Choose the line above`,
      group,
      icon: IconArrowUp,
      inside: INSIDE,
      shortcut: 'ArrowUp',
      run: () => step(-1),
    },
    down: {
      id: 'room.down',
      title: t`Choose the line below`,
      group,
      icon: IconArrowDown,
      inside: INSIDE,
      shortcut: 'ArrowDown',
      run: () => step(1),
    },
  } satisfies Record<string, Action>;
  useAction(actions.next);
  useAction(actions.end);
  useAction(actions.begin);
  useAction(actions.papers);
  useAction(actions.concluded);
  useAction(actions.adjourned);
  useAction(actions.notReached);
  useAction(actions.up);
  useAction(actions.down);
  return { actions, line, item };
}
