import { useLingui } from '@lingui/react/macro';
import { Button, Kbd, Menu, Popover } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCalendarTime,
  IconChevronDown,
  IconCoffee,
  IconHistoryToggle,
  IconList,
  IconListNumbers,
  IconPlus,
  IconRowInsertBottom,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { useActions } from '../../application/actions.ts';
import { useUndo } from '../../application/undo.ts';
import { AddToPlan } from './AddToPlan.tsx';
import { useAdding } from './adding.ts';
import { focusEntry, usePlan } from './PlanContext.tsx';
import classes from './plan.module.css';

interface PlanToolsProps {
  readonly isList: boolean;
  toggleList(): void;
}

/** Beside the tabs: adding, the list, and what can be taken back. */
export function PlanTools({ isList, toggleList }: PlanToolsProps) {
  const { t } = useLingui();
  const { arrange, chosen } = usePlan();
  const { adding, begin, end } = useAdding();
  const button = useRef<HTMLButtonElement>(null);
  // Where one came from: an entry with a key, or this button.
  const leave = () => {
    end();
    if (chosen === undefined) button.current?.focus();
    else focusEntry(chosen.id);
  };
  return (
    <div className={classes.tools}>
      <Popover
        opened={adding !== undefined}
        onChange={(opened) => !opened && leave()}
        trapFocus
        returnFocus={false}
        withRoles={false}
        width={320}
        position="bottom-end"
      >
        <Popover.Target>
          <div>
            <Menu position="bottom-end" onOpen={end}>
              <Menu.Target>
                <Button
                  ref={button}
                  variant="subtle"
                  size="compact-md"
                  leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
                  rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
                >
                  {t`Add`}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
                  rightSection={<Kbd size="xs">N</Kbd>}
                  onClick={() => begin('item')}
                >
                  {t`New item`}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconCoffee size={16} stroke={1.6} aria-hidden />}
                  rightSection={<Kbd size="xs">B</Kbd>}
                  onClick={() => begin('break')}
                >
                  {t`New break`}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconRowInsertBottom size={16} stroke={1.6} aria-hidden />}
                  rightSection={<Kbd size="xs">S</Kbd>}
                  onClick={() => begin('session')}
                >
                  {t`New session`}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconHistoryToggle size={16} stroke={1.6} aria-hidden />}
                  rightSection={<Kbd size="xs">C</Kbd>}
                  onClick={() => begin('carried')}
                >
                  {t`Carry over from earlier meetings…`}
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item
                  leftSection={<IconListNumbers size={16} stroke={1.6} aria-hidden />}
                  onClick={() => void arrange(() => ({ does: 'number' }), chosen?.id)}
                >
                  {t`Number the items`}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </div>
        </Popover.Target>
        <Popover.Dropdown>{adding !== undefined && <AddToPlan {...adding} close={end} />}</Popover.Dropdown>
      </Popover>
      <Button
        variant="subtle"
        size="compact-md"
        aria-pressed={isList}
        leftSection={
          isList ? (
            <IconCalendarTime size={16} stroke={1.6} aria-hidden />
          ) : (
            <IconList size={16} stroke={1.6} aria-hidden />
          )
        }
        onClick={toggleList}
      >
        {isList ? t`Timetable` : t`List`}
      </Button>
      <TakeBack />
    </div>
  );
}

/** The window's undo and redo, with what they are of. */
function TakeBack() {
  const [undo, redo] = useUndo(({ done, undone }) => `${done.length > 0} ${undone.length > 0}`).split(' ');
  const actions = useActions((state) => state.actions);
  const shown = [
    { action: actions.get('edit.undo'), Sign: IconArrowBackUp, on: undo === 'true' },
    { action: actions.get('edit.redo'), Sign: IconArrowForwardUp, on: redo === 'true' },
  ];
  return shown.map(
    ({ action, Sign, on }) =>
      action !== undefined &&
      on && (
        <Button
          key={action.id}
          variant="subtle"
          size="compact-md"
          leftSection={<Sign size={16} stroke={1.6} aria-hidden />}
          onClick={() => action.run()}
        >
          {action.title}
        </Button>
      ),
  );
}
