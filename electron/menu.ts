import type { MenuItemConstructorOptions } from 'electron';
import type { Words } from './words.ts';

export interface MenuActions {
  newWindow(): void;
  lock(): void;
}

/** The menu: native roles, which the system translates and gives their keys, and two entries of our own. */
export function menuTemplate(
  words: Words,
  actions: MenuActions,
  platform: NodeJS.Platform,
  development: boolean,
): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const quit: MenuItemConstructorOptions = platform === 'darwin' ? { role: 'close' } : { role: 'quit' };
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: words('file'),
      submenu: [
        { label: words('newWindow'), accelerator: 'CmdOrCtrl+Shift+N', click: () => actions.newWindow() },
        { label: words('lock'), accelerator: 'CmdOrCtrl+Shift+L', click: () => actions.lock() },
        separator,
        quit,
      ],
    },
    {
      label: words('edit'),
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        separator,
        { role: 'selectAll' },
      ],
    },
    {
      label: words('view'),
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(development ? [{ role: 'toggleDevTools' } as const] : []),
      ],
    },
    { label: words('window'), submenu: [{ role: 'minimize' }, { role: 'close' }] },
  ];
}
