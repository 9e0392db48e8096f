import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconClock, IconClockPlus, IconCoffee, IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { useSidePanel } from '../../application/sidePanel.ts';
import { useAdding } from './adding.ts';
import { focusEntry, usePlan } from './PlanContext.tsx';
import classes from './plan.module.css';
import type { Session } from './planTypes.ts';
import { usePlanWords } from './usePlanWords.ts';

/** What can be done with a session by mouse; by keyboard everything has its key. */
export function SessionMenu({ session }: { readonly session: Session }) {
  const { t } = useLingui();
  const { sessionName } = usePlanWords();
  const id = session.session;
  const name = sessionName(session);
  return (
    <Menu position="bottom-end" onClose={() => focusEntry(id)} returnFocus={false}>
      <Menu.Target>
        <ActionIcon size="sm" className={classes.bandMore ?? ''} tabIndex={-1} aria-label={t`More with ${name}`}>
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Choices session={session} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Asks for the plan only while they are shown. */
function Choices({ session }: { readonly session: Session }) {
  const { t } = useLingui();
  const { choose, arrange } = usePlan();
  const openAt = useSidePanel((state) => state.openAt);
  const add = useAdding((state) => state.begin);
  const id = session.session;
  return (
    <>
      <Menu.Item leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />} onClick={() => add('item', id)}>
        {t`Add item at the end`}
      </Menu.Item>
      <Menu.Item leftSection={<IconCoffee size={16} stroke={1.6} aria-hidden />} onClick={() => add('break', id)}>
        {t`Add break at the end`}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconClock size={16} stroke={1.6} aria-hidden />}
        onClick={() => {
          choose(id);
          openAt('own');
        }}
      >
        {t`Hours, minutes between items, access and who is in the room`}
      </Menu.Item>
      {session.over > 0 && (
        <Menu.Item
          leftSection={<IconClockPlus size={16} stroke={1.6} aria-hidden />}
          onClick={() => void arrange(() => ({ does: 'endLater', session: id, shift: true }), id)}
        >
          {t`Let it end later and shift what follows`}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
        onClick={() => void arrange(() => ({ does: 'removeSession', session: id }))}
      >
        {t`Delete; its items go to the tray`}
      </Menu.Item>
    </>
  );
}
