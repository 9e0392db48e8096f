import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Kbd, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconLayoutSidebarRight,
  IconLock,
  IconSearch,
  IconSettings,
} from '@tabler/icons-react';
import type { Action } from '../application/actions.ts';
import { useTravel } from '../application/navigation.ts';
import { HandlingOf } from '../parts/handling/HandlingOf.tsx';
import { shortcutWords } from '../parts/shortcuts/shortcutWords.ts';
import classes from './frame.module.css';
import { Jobs } from './Jobs.tsx';

interface TopBarProps {
  readonly network: string;
  readonly seat: string;
  readonly exercise: boolean;
  /** The record whose handling is that of what is on screen. */
  readonly subject: string | undefined;
  readonly search: Action;
  readonly panel: Action;
  readonly lock: Action;
  readonly settings: readonly Action[];
}

/** Network and seat, search and palette, work under way, the handling of what is on screen, lock. */
export function TopBar({ network, seat, exercise, subject, search, panel, lock, settings }: TopBarProps) {
  const { t } = useLingui();
  const travel = useTravel();
  return (
    <header className={classes.topBar}>
      <div className={classes.brand}>
        <span className={classes.brandMark} aria-hidden />
        Amberdesk
      </div>
      <div className={classes.travel}>
        <ActionIcon aria-label={t`Back`} disabled={!travel.canGoBack} onClick={travel.back}>
          <IconArrowLeft size={18} stroke={1.6} />
        </ActionIcon>
        <ActionIcon aria-label={t`Forward`} disabled={!travel.canGoForward} onClick={travel.forward}>
          <IconArrowRight size={18} stroke={1.6} />
        </ActionIcon>
      </div>
      <div className={classes.seat}>
        {network !== '' && <span>{network}</span>}
        {network !== '' && <span aria-hidden> · </span>}
        <span>{seat}</span>
        {exercise && <span className={classes.exercise}>{t`EXERCISE`}</span>}
      </div>
      <UnstyledButton className={classes.search} onClick={search.run}>
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <span className={classes.searchWords}>{search.title}</span>
        {search.shortcut !== undefined && (
          <Kbd size="xs" aria-hidden>
            {shortcutWords(search.shortcut)}
          </Kbd>
        )}
      </UnstyledButton>
      <div className={classes.topRight}>
        <Jobs />
        {subject !== undefined && <HandlingOf record={subject} />}
        <BarButton action={panel} icon={IconLayoutSidebarRight} />
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t`Settings and vault`}>
              <IconSettings size={18} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {settings.map(({ id, title, icon: Sign, shortcut, run }) => (
              <Menu.Item
                key={id}
                onClick={run}
                leftSection={Sign && <Sign size={16} stroke={1.6} aria-hidden />}
                rightSection={shortcut !== undefined && <Kbd size="xs">{shortcutWords(shortcut)}</Kbd>}
              >
                {title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <BarButton action={lock} icon={IconLock} />
      </div>
    </header>
  );
}

function BarButton({ action, icon: Sign }: { readonly action: Action; readonly icon: typeof IconLock }) {
  const words = action.shortcut === undefined ? action.title : `${action.title} (${shortcutWords(action.shortcut)})`;
  return (
    <Tooltip label={words}>
      <ActionIcon aria-label={action.title} onClick={action.run}>
        <Sign size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
