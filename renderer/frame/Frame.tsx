import { useLingui } from '@lingui/react/macro';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconArrowRight,
  IconExternalLink,
  IconKeyboard,
  IconLayoutSidebarRight,
  IconLock,
  IconSearch,
  IconSettings,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { type Action, useAction } from '../application/actions.ts';
import { tell, tellError } from '../application/errors.tsx';
import { lockVault } from '../application/gate.ts';
import { addressIn, useFollowTrail, useTravel } from '../application/navigation.ts';
import type { Place } from '../application/places.ts';
import { useRead } from '../application/queries.ts';
import { useSidePanel } from '../application/sidePanel.ts';
import { useUndo } from '../application/undo.ts';
import { ShortcutHelp } from '../parts/shortcuts/ShortcutHelp.tsx';
import { useShortcuts } from '../parts/shortcuts/useShortcuts.ts';
import classes from './frame.module.css';
import { Palette } from './Palette.tsx';
import { palette } from './paletteStore.ts';
import { Rail } from './Rail.tsx';
import { SidePanel } from './SidePanel.tsx';
import { TopBar } from './TopBar.tsx';
import { useSavedPlace } from './useSavedPlace.ts';
import { useSeatLine } from './useSeatLine.ts';

/** The window of an open vault: rail, top bar, the page, and the side panel. */
export function Frame({ places }: { readonly places: readonly Place[] }) {
  const [help, setHelp] = useState(false);
  const subject = useSidePanel((state) => state.subject);
  const status = useRead('vault', 'status', {});
  const counts = useRead('records', 'counts', {});
  const waiting = useRead('exchange', 'waiting', {});
  const seat = useSeatLine(status.data);
  const actions = useFrameActions(() => setHelp(true));
  useFollowTrail();
  useSavedPlace();
  useShortcuts();
  return (
    <div className={classes.frame}>
      <SkipLink />
      <TopBar
        network={status.data?.network?.name ?? ''}
        seat={seat}
        exercise={status.data?.network?.exercise ?? false}
        subject={subject}
        search={actions.search}
        panel={actions.panel}
        lock={actions.lock}
        settings={[actions.settings, actions.help]}
      />
      <Rail
        places={places.filter(({ inRail }) => inRail !== false)}
        waiting={{ exchange: (counts.data?.conflicted ?? 0) + (waiting.data?.bundles ?? 0) }}
      />
      <main className={classes.main} id="page" tabIndex={-1}>
        <Outlet />
      </main>
      <SidePanel own={places.flatMap(({ panel }) => panel ?? [])} />
      {places.filter(hasPage).map((place, index) => (
        <PlaceAction key={place.id} place={place} index={index} />
      ))}
      <Palette />
      <ShortcutHelp opened={help} onClose={() => setHelp(false)} />
    </div>
  );
}

/** Whether one can go to a place as such, without a record. */
const hasPage = ({ pages }: Place) => pages.some(({ path }) => path === '');

function SkipLink() {
  const { t } = useLingui();
  return (
    <button type="button" className={classes.skip} onClick={() => document.getElementById('page')?.focus()}>
      {t`Skip to the page`}
    </button>
  );
}

/** Every place is an action, the first nine with a number. */
function PlaceAction({ place, index }: { readonly place: Place; readonly index: number }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  useAction({
    id: `go.${place.id}`,
    title: t`Go to ${i18n._(place.title)}`,
    group: t`Places`,
    icon: place.icon,
    ...(index < 9 ? { shortcut: `alt+${index + 1}`, whileTyping: true } : {}),
    run: () => navigate(place.path),
  });
  return null;
}

function useFrameActions(showHelp: () => void) {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const navigate = useNavigate();
  const location = useLocation();
  const travel = useTravel();
  const panel = useSidePanel();
  const undo = useUndo();
  const window = t`Window`;
  const edit = t`Edit`;
  const actions = {
    search: {
      id: 'window.search',
      title: t`Search everything or type a command`,
      group: window,
      shortcut: 'mod+K',
      whileTyping: true,
      icon: IconSearch,
      run: palette.open,
    },
    panel: {
      id: 'window.panel',
      title: panel.open ? t`Close the side panel` : t`Open the side panel`,
      group: window,
      shortcut: 'mod+.',
      whileTyping: true,
      icon: IconLayoutSidebarRight,
      run: () => panel.setOpen(!panel.open),
    },
    lock: {
      id: 'vault.lock',
      title: t`Lock`,
      group: t`Vault`,
      shortcut: 'mod+shift+L',
      whileTyping: true,
      icon: IconLock,
      run: () => void lockVault(client),
    },
    settings: {
      id: 'vault.settings',
      title: t`Settings and vault`,
      group: t`Vault`,
      shortcut: 'mod+,',
      icon: IconSettings,
      run: () => navigate('/settings'),
    },
    help: {
      id: 'window.shortcuts',
      title: t`Keyboard shortcuts`,
      group: window,
      shortcut: 'shift+?',
      icon: IconKeyboard,
      run: showHelp,
    },
    back: {
      id: 'window.back',
      title: t`Back`,
      group: window,
      shortcut: 'alt+ArrowLeft',
      icon: IconArrowLeft,
      disabled: !travel.canGoBack,
      run: travel.back,
    },
    forward: {
      id: 'window.forward',
      title: t`Forward`,
      group: window,
      shortcut: 'alt+ArrowRight',
      icon: IconArrowRight,
      disabled: !travel.canGoForward,
      run: travel.forward,
    },
    own: {
      id: 'window.own',
      title: t`Open in a window of its own`,
      group: window,
      shortcut: 'mod+shift+O',
      icon: IconExternalLink,
      run: () => host.openWindow(addressIn(location)),
    },
    undo: {
      id: 'edit.undo',
      title: labelled(t`Undo`, undo.done.at(-1)?.label),
      // Whoever types the name of a record means the record.
      words: t`Undo`,
      group: edit,
      shortcut: 'mod+Z',
      icon: IconArrowBackUp,
      disabled: undo.done.length === 0,
      run: () => void undo.undo().then((done) => done && tell(labelled(t`Undone`, done.label)), tellError),
    },
    redo: {
      id: 'edit.redo',
      title: labelled(t`Do again`, undo.undone.at(-1)?.label),
      words: t`Do again`,
      group: edit,
      shortcut: 'mod+shift+Z',
      icon: IconArrowForwardUp,
      disabled: undo.undone.length === 0,
      run: () => void undo.redo().then((done) => done && tell(labelled(t`Done again`, done.label)), tellError),
    },
  } satisfies Record<string, Action>;
  useAction(actions.search);
  useAction(actions.panel);
  useAction(actions.lock);
  useAction(actions.settings);
  useAction(actions.help);
  useAction(actions.back);
  useAction(actions.forward);
  useAction(actions.own);
  useAction(actions.undo);
  useAction(actions.redo);
  return actions;
}

const labelled = (verb: string, label: string | undefined): string =>
  label === undefined ? verb : `${verb}: ${label}`;
