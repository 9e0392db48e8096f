import { useLingui } from '@lingui/react/macro';
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowsJoin2,
  IconArrowUp,
  IconClockPlus,
  IconCoffee,
  IconHistoryToggle,
  IconInbox,
  IconList,
  IconListNumbers,
  IconPencil,
  IconPlus,
  IconRowInsertBottom,
  IconSeparatorHorizontal,
  IconSpacingVertical,
  IconTrash,
} from '@tabler/icons-react';
import { type Action, useAction } from '../../application/actions.ts';
import { useSidePanel } from '../../application/sidePanel.ts';
import { useAdding } from './adding.ts';
import { usePlan } from './PlanContext.tsx';
import { buffered, halved, lengthened, stepped, toDay } from './wishes.ts';

const ENTRY = '[data-entry]';

interface PlanActionsProps {
  readonly isList: boolean;
  toggleList(): void;
}

/** What keys and the palette do with the chosen session or item. */
export function PlanActions({ isList, toggleList }: PlanActionsProps) {
  const { t } = useLingui();
  const { chosen, arrange } = usePlan();
  const openAt = useSidePanel((state) => state.openAt);
  const begin = useAdding((state) => state.begin);
  const group = t`Timetable`;
  const id = chosen?.id ?? '';
  const disabled = chosen === undefined;
  const noItem = chosen === undefined || chosen.of === 'session';
  const actions: readonly Action[] = [
    {
      id: 'plan.earlier',
      title: t`Move earlier`,
      icon: IconArrowUp,
      shortcut: 'alt+ArrowUp',
      disabled,
      group,
      run: () => void arrange((now) => stepped(now, id, -1)),
    },
    {
      id: 'plan.later',
      title: t`Move later`,
      icon: IconArrowDown,
      shortcut: 'alt+ArrowDown',
      disabled,
      group,
      run: () => void arrange((now) => stepped(now, id, 1)),
    },
    {
      id: 'plan.dayBefore',
      title: t`Move to the day before`,
      icon: IconArrowLeft,
      shortcut: 'alt+ArrowLeft',
      disabled,
      group,
      run: () => void arrange((now) => toDay(now, id, -1)),
    },
    {
      id: 'plan.dayAfter',
      title: t`Move to the day after`,
      icon: IconArrowRight,
      shortcut: 'alt+ArrowRight',
      disabled,
      group,
      run: () => void arrange((now) => toDay(now, id, 1)),
    },
    {
      id: 'plan.longer',
      title: t`Five minutes longer`,
      shortcut: 'alt+shift+ArrowDown',
      disabled,
      group,
      run: () => void arrange((now) => lengthened(now, id, 1)),
    },
    {
      id: 'plan.shorter',
      title: t`Five minutes shorter`,
      shortcut: 'alt+shift+ArrowUp',
      disabled,
      group,
      run: () => void arrange((now) => lengthened(now, id, -1)),
    },
    {
      id: 'plan.open',
      title: t`Open what is chosen`,
      icon: IconPencil,
      shortcut: 'Enter',
      disabled,
      group,
      run: () => {
        openAt('own');
        focusPanel();
      },
    },
    { id: 'plan.item', title: t`New item`, icon: IconPlus, shortcut: 'N', group, run: () => begin('item') },
    { id: 'plan.break', title: t`New break`, icon: IconCoffee, shortcut: 'B', group, run: () => begin('break') },
    {
      id: 'plan.session',
      title: t`New session`,
      icon: IconRowInsertBottom,
      shortcut: 'S',
      group,
      run: () => begin('session'),
    },
    {
      id: 'plan.carryOver',
      title: t`Carry over from earlier meetings…`,
      icon: IconHistoryToggle,
      shortcut: 'C',
      group,
      run: () => begin('carried'),
    },
    {
      id: 'plan.split',
      title: t`Split in two`,
      icon: IconSeparatorHorizontal,
      shortcut: 'D',
      disabled: noItem,
      group,
      run: () => void arrange((now) => halved(now, id), id),
    },
    {
      id: 'plan.join',
      title: t`Join with the next`,
      icon: IconArrowsJoin2,
      shortcut: 'J',
      disabled: noItem,
      group,
      run: () => void arrange(() => ({ does: 'join', item: id }), id),
    },
    {
      id: 'plan.endLater',
      title: t`Let the session end later and shift what follows`,
      icon: IconClockPlus,
      shortcut: 'alt+E',
      disabled: chosen === undefined || chosen.of === 'tray',
      group,
      run: () =>
        void arrange(() => {
          if (chosen === undefined || chosen.of === 'tray') return undefined;
          return { does: 'endLater', session: chosen.session.session, shift: true };
        }, id),
    },
    {
      id: 'plan.buffer',
      title: t`Five minutes more between items`,
      icon: IconSpacingVertical,
      shortcut: 'alt+B',
      disabled: chosen === undefined || chosen.of === 'tray',
      group,
      run: () => void arrange((now) => buffered(now, id, 1), id),
    },
    {
      id: 'plan.lessBuffer',
      title: t`Five minutes less between items`,
      shortcut: 'alt+shift+B',
      disabled: chosen === undefined || chosen.of === 'tray',
      group,
      run: () => void arrange((now) => buffered(now, id, -1), id),
    },
    {
      id: 'plan.tray',
      title: t`Put into the tray`,
      icon: IconInbox,
      shortcut: 'T',
      disabled: chosen?.of !== 'item',
      group,
      run: () => void arrange(() => ({ does: 'move', item: id, to: null, before: null })),
    },
    {
      id: 'plan.remove',
      title: t`Delete from the timetable`,
      icon: IconTrash,
      shortcut: 'Delete',
      disabled,
      group,
      run: () =>
        void arrange(() =>
          chosen?.of === 'session' ? { does: 'removeSession', session: id } : { does: 'remove', item: id },
        ),
    },
    {
      id: 'plan.number',
      title: t`Number the items`,
      icon: IconListNumbers,
      group,
      run: () => void arrange(() => ({ does: 'number' }), chosen?.id),
    },
    {
      id: 'plan.list',
      title: isList ? t`Show as a timetable` : t`Show as a list`,
      icon: IconList,
      shortcut: 'L',
      group,
      run: toggleList,
    },
  ];
  return actions.map((action) => <Offered key={action.id} action={action} />);
}

/**
 * Keys of what is done to an entry work where one has the focus; those that add or show something work on the whole page,
 * also right after it opened. In the palette everything is there.
 */
function Offered({ action }: { readonly action: Action }) {
  const inside = action.disabled === undefined ? 'main' : ENTRY;
  useAction(action.shortcut === undefined ? action : { ...action, inside });
  return null;
}

/** The first field of what the panel shows, once it is there. */
export function focusPanel(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const panel = document.querySelector('aside [role="tabpanel"]');
      panel?.querySelector<HTMLElement>('input:not([readonly]), textarea, button, a')?.focus();
    }),
  );
}
