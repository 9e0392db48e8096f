import { useLingui } from '@lingui/react/macro';
import { IconArrowBackUp, IconKeyboard, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { Outlet } from 'react-router';
import { useClient } from '../application/ApplicationContext.ts';
import { useAction } from '../application/actions.ts';
import { tell, tellError } from '../application/errors.tsx';
import { lockVault } from '../application/gate.ts';
import { useUndo } from '../application/undo.ts';
import { ShortcutHelp } from '../parts/shortcuts/ShortcutHelp.tsx';
import { useShortcuts } from '../parts/shortcuts/useShortcuts.ts';

/** A window that is all page, as for the chair: no rail, no top bar, no side panel; its keys, undo and lock. */
export function Bare() {
  const { t } = useLingui();
  const client = useClient();
  const undo = useUndo();
  const [help, setHelp] = useState(false);
  const last = undo.done.at(-1)?.label;
  useAction({
    id: 'edit.undo',
    title: last === undefined ? t`Undo` : t`Undo: ${last}`,
    group: t`Edit`,
    shortcut: 'mod+Z',
    icon: IconArrowBackUp,
    disabled: last === undefined,
    run: () => void undo.undo().then((done) => done && tell(t`Undone: ${done.label}`), tellError),
  });
  useAction({
    id: 'vault.lock',
    title: t`Lock`,
    group: t`Vault`,
    shortcut: 'mod+shift+L',
    whileTyping: true,
    icon: IconLock,
    run: () => void lockVault(client),
  });
  useAction({
    id: 'window.shortcuts',
    title: t`Keyboard shortcuts`,
    group: t`Window`,
    shortcut: 'shift+?',
    icon: IconKeyboard,
    run: () => setHelp(true),
  });
  useShortcuts();
  return (
    <>
      <Outlet />
      <ShortcutHelp opened={help} onClose={() => setHelp(false)} />
    </>
  );
}
