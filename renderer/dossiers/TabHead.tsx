import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { movedTab, renamedTab, withoutTab } from '../../domain/dossiers/plan.ts';
import classes from './book.module.css';
import type { BookData } from './bookTypes.ts';
import type { BookActions } from './useBook.ts';

interface TabHeadProps {
  readonly tab: BookData['tabs'][number];
  readonly book: BookData;
  readonly actions: BookActions;
}

/** The name of a tab; it is renamed in its place. */
export function TabHead({ tab, book, actions }: TabHeadProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState<string>();
  const { id, name } = tab;
  const number = book.tabs.findIndex((one) => one.id === id) + 1;
  const shown = name === '' ? t`Without a name` : name;
  const keep = () => {
    const words = typed?.trim() ?? name;
    setTyped(undefined);
    if (words !== name) void actions.arrange(t`renamed a tab`, (plan) => renamedTab(plan, id, words));
  };
  return (
    <div className={classes.tab}>
      <span className={classes.tabNumber}>{t`Tab ${number}`}</span>
      {typed === undefined ? (
        <h2 className={classes.tabName}>{shown}</h2>
      ) : (
        <TextInput
          size="xs"
          className={classes.rename ?? ''}
          aria-label={t`Name of the tab`}
          value={typed}
          autoFocus
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setTyped(undefined);
          }}
        />
      )}
      {book.isOwn && !book.deleted && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size="sm" aria-label={t`More with the tab ${shown}`}>
              <IconDots size={16} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />} onClick={() => setTyped(name)}>
              {t`Rename`}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowUp size={16} stroke={1.6} aria-hidden />}
              onClick={() => void actions.arrange(t`moved a tab`, (plan) => movedTab(plan, id, -1))}
            >
              {t`Move up`}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown size={16} stroke={1.6} aria-hidden />}
              onClick={() => void actions.arrange(t`moved a tab`, (plan) => movedTab(plan, id, 1))}
            >
              {t`Move down`}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
              onClick={() => void actions.arrange(t`took a tab away`, (plan) => withoutTab(plan, id))}
            >
              {t`Take the tab away, keep its papers`}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
