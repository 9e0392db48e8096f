import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, type IpcMainInvokeEvent, ipcMain, Menu, powerMonitor, protocol, session } from 'electron';
import { createCore } from '../core/createCore.ts';
import { APP_SCHEME, serveInterface } from './appScheme.ts';
import { channelOf, type Notice, type Requests } from './channels.ts';
import { chooseFiles, chooseFolder, chooseSaveFile, mayCancelWork } from './dialogs.ts';
import { guardContents, guardSession, isOurPage, PARTITION } from './guards.ts';
import { serveRequests } from './ipcTransport.ts';
import { menuTemplate } from './menu.ts';
import { createOpenedFiles } from './openedFiles.ts';
import { SWITCHES } from './switches.ts';
import { openWindow } from './windows.ts';
import { wordsFor } from './words.ts';

/** The built host is one folder beside the built interface; from there everything is found. */
const HOST = fileURLToPath(new URL('.', import.meta.url));
const INTERFACE = join(HOST, '..', 'renderer');
const development = !app.isPackaged;

// Electron's crash reporter is off as long as nobody starts it, and nobody does.
app.enableSandbox();
for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
app.on('session-created', (created) => guardSession(created, development));
app.on('web-contents-created', (_event, contents) => guardContents(contents));

const tellPages = (notice: Notice, message?: unknown) => {
  for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send(channelOf(notice), message);
};
const opened = createOpenedFiles(() => tellPages('opened'));
app.on('open-file', (event, path) => {
  event.preventDefault();
  opened.add(path);
});

if (app.requestSingleInstanceLock()) {
  opened.fromCommandLine(process.argv, process.cwd());
  void app.whenReady().then(start);
} else {
  app.quit();
}

function start(): void {
  const core = createCore({ watch: true });
  const words = wordsFor(app.getLocale());
  const lock = (reason: 'asked' | 'suspended') => void core.call('vault.lock', { reason });
  const working = async () => {
    const jobs = await core.call('jobs.list', {});
    return jobs.ok && Array.isArray(jobs.value) && jobs.value.length > 0;
  };
  const open = (address: string) =>
    openWindow(address, {
      preload: join(HOST, 'preload.cjs'),
      icon: join(HOST, '..', 'app', 'resources', 'icons', '256x256.png'),
      development,
      words,
      mayClose: async (window) => !(await working()) || (await mayCancelWork(window, words)),
    });

  session.fromPartition(PARTITION, { cache: false }).protocol.handle('app', serveInterface(INTERFACE));
  const requestsOf = (event: IpcMainInvokeEvent): Requests => {
    const window = BrowserWindow.fromWebContents(event.sender);
    return {
      call: core.call,
      chooseFiles: async (request) => (window === null ? [] : chooseFiles(window, request, words)),
      chooseFolder: async () => (window === null ? undefined : chooseFolder(window)),
      chooseSaveFile: async (name) => (window === null ? undefined : chooseSaveFile(window, name)),
      openWindow: async (address) => void open(address),
      takeOpened: async () => opened.take(),
    };
  };
  const pages = () => BrowserWindow.getAllWindows().map(({ webContents }) => webContents);
  serveRequests(ipcMain, (event) => isOurPage(event, pages()), requestsOf);
  core.subscribe((event) => tellPages('event', event));

  powerMonitor.on('suspend', () => lock('suspended'));
  powerMonitor.on('lock-screen', () => lock('suspended'));
  app.on('second-instance', (_event, commandLine, folder) => {
    opened.fromCommandLine(commandLine, folder);
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void core.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
  const actions = { newWindow: () => void open('/'), lock: () => lock('asked') };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words, actions, process.platform, development)));
  open('/');
}
