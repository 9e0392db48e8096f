import { BrowserWindow, type WebPreferences } from 'electron';
import { urlOf } from './appScheme.ts';
import { mayReload } from './dialogs.ts';
import { PARTITION } from './guards.ts';
import type { Words } from './words.ts';

export interface WindowOptions {
  /** The built preload, one file. */
  readonly preload: string;
  readonly icon: string;
  readonly development: boolean;
  readonly words: Words;
  /** Asked before the last window closes. */
  mayClose(window: BrowserWindow): Promise<boolean>;
}

/** Every setting is named, those that are Electron's defaults too: a default that changes changes nothing here. */
export function webPreferences(preload: string, development: boolean): WebPreferences {
  return {
    preload,
    partition: PARTITION,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    safeDialogs: true,
    v8CacheOptions: 'none',
    devTools: development,
  };
}

/** Opens an address of the interface in a window of its own. */
export function openWindow(address: string, options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: '#FBFAF7',
    icon: options.icon,
    webPreferences: webPreferences(options.preload, options.development),
  });
  const load = () => void window.loadURL(urlOf(address)).catch(() => window.show());
  const whenAllowed = (work: () => void) =>
    void mayReload(window, options.words).then((yes) => {
      if (yes && !window.isDestroyed()) work();
    });
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    if (BrowserWindow.getAllWindows().length > 1) return;
    event.preventDefault();
    void options.mayClose(window).then((yes) => {
      if (yes && !window.isDestroyed()) window.destroy();
    });
  });
  // What was saved is in the vault, so a page that failed is started again; nothing is deleted. One that fails again
  // asks first, or it could start for ever.
  let failed = false;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    if (failed) whenAllowed(load);
    else load();
    failed = true;
  });
  window.on('unresponsive', () =>
    whenAllowed(() => {
      failed = false;
      window.webContents.forcefullyCrashRenderer();
    }),
  );
  load();
  return window;
}
