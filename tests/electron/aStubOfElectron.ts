import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/** A call that was made of Electron, with what was given. */
export interface Call {
  readonly name: string;
  readonly given: readonly unknown[];
}

/** An event that can be prevented, as Electron gives it. */
export function anEvent() {
  return {
    prevented: false,
    preventDefault() {
      this.prevented = true;
    },
  };
}

class Recorded extends EventEmitter {
  readonly calls: Call[] = [];
  record(name: string, ...given: unknown[]): void {
    this.calls.push({ name, given });
  }
  /** What was given to the last call of this name. */
  given(name: string): readonly unknown[] | undefined {
    return this.calls.findLast((call) => call.name === name)?.given;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the functions that the main process hands to Electron, which has their types
type Handed = (...received: any[]) => any;

export class StubSession extends Recorded {
  beforeRequest: Handed | undefined;
  readonly schemes = new Map<string, Handed>();
  readonly handlers = new Map<string, Handed>();
  readonly webRequest = {
    onBeforeRequest: (listener: Handed) => {
      this.beforeRequest = listener;
    },
  };
  readonly protocol = { handle: (scheme: string, handler: Handed) => this.schemes.set(scheme, handler) };
  setPermissionRequestHandler = (handler: Handed) => this.handlers.set('request', handler);
  setPermissionCheckHandler = (handler: Handed) => this.handlers.set('check', handler);
  setDevicePermissionHandler = (handler: Handed) => this.handlers.set('device', handler);
  setDisplayMediaRequestHandler = (handler: Handed) => this.handlers.set('display', handler);
  setSpellCheckerEnabled = (enabled: boolean) => this.record('setSpellCheckerEnabled', enabled);
  setSpellCheckerDictionaryDownloadURL = (url: string) => this.record('setSpellCheckerDictionaryDownloadURL', url);
  setProxy = async (proxy: unknown) => this.record('setProxy', proxy);
}

export class StubContents extends Recorded {
  windowOpenHandler: Handed | undefined;
  readonly mainFrame = { origin: 'app://amberdesk', parent: null };
  setWindowOpenHandler = (handler: Handed) => {
    this.windowOpenHandler = handler;
  };
  setWebRTCIPHandlingPolicy = (policy: string) => this.record('setWebRTCIPHandlingPolicy', policy);
  send = (channel: string, message: unknown) => this.record('send', channel, message);
  forcefullyCrashRenderer = () => this.record('forcefullyCrashRenderer');
}

/** Electron's module as the main process sees it: it records, and does what it would do as far as that is decided here. */
export function aStubOfElectron({ locked = true, packaged = true, locale = 'en-GB' } = {}) {
  const windows: StubWindow[] = [];
  class StubWindow extends Recorded {
    static getAllWindows = () => [...windows];
    static fromWebContents = (contents: StubContents) =>
      windows.find(({ webContents }) => webContents === contents) ?? null;
    readonly webContents = new StubContents();
    readonly options: { webPreferences: Record<string, unknown> };
    constructor(options: { webPreferences: Record<string, unknown> }) {
      super();
      this.options = options;
      windows.push(this);
      app.emit('web-contents-created', anEvent(), this.webContents);
    }
    loadURL = async (url: string) => this.record('loadURL', url);
    show = () => this.record('show');
    focus = () => this.record('focus');
    restore = () => this.record('restore');
    isMinimized = () => true;
    isDestroyed = () => !windows.includes(this);
    destroy = () => {
      windows.splice(windows.indexOf(this), 1);
      if (windows.length === 0) app.emit('window-all-closed');
    };
  }
  const app = Object.assign(new Recorded(), {
    isPackaged: packaged,
    enableSandbox: () => app.record('enableSandbox'),
    requestSingleInstanceLock: () => {
      app.record('requestSingleInstanceLock');
      return locked;
    },
    whenReady: async () => {},
    getLocale: () => locale,
    quit: () => app.record('quit'),
    commandLine: { appendSwitch: (name: string, value?: string) => app.record('appendSwitch', name, value) },
  });
  const sessions = new Map<string, StubSession>();
  const requests = new Map<string, Handed>();
  const dialogs = new Recorded();
  let answers: unknown[] = [];
  const ask = (name: string) => async (window: StubWindow, options: unknown) => {
    dialogs.record(name, window, options);
    return answers.shift();
  };
  const powerMonitor = new EventEmitter();
  const menus: unknown[] = [];
  const crashReporter = new Recorded();
  const module = {
    app,
    BrowserWindow: StubWindow,
    crashReporter: { start: (options: unknown) => crashReporter.record('start', options) },
    dialog: {
      showOpenDialog: ask('showOpenDialog'),
      showSaveDialog: ask('showSaveDialog'),
      showMessageBox: ask('showMessageBox'),
    },
    ipcMain: { handle: (channel: string, handler: Handed) => requests.set(channel, handler) },
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: unknown) => menus.push(menu),
    },
    powerMonitor,
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown) => app.record('registerSchemesAsPrivileged', schemes),
    },
    session: {
      fromPartition: (partition: string, options: unknown) => {
        const created = new StubSession();
        created.record('fromPartition', partition, options);
        sessions.set(partition, created);
        app.emit('session-created', created);
        return created;
      },
    },
  };
  return {
    module,
    app,
    windows,
    sessions,
    dialogs,
    menus,
    powerMonitor,
    crashReporter,
    /** What the next dialogs answer. */
    answerDialogs: (...next: unknown[]) => {
      answers = next;
    },
    /** Sends a request to the main process as a frame of these contents. */
    request: async (
      contents: StubContents,
      name: string,
      given: unknown[] = [],
      frame: unknown = contents.mainFrame,
    ) => {
      const handler = requests.get(`amberdesk:${name}`);
      if (handler === undefined) throw new Error(`Nobody handles ${name}.`);
      return handler({ sender: contents, senderFrame: frame }, ...given);
    },
  };
}

/** Runs the main process's code against the stub. */
export async function runMain(options: Parameters<typeof aStubOfElectron>[0] = {}) {
  vi.resetModules();
  const stub = aStubOfElectron(options);
  vi.doMock('electron', () => stub.module);
  await import('../../electron/main.ts');
  await vi.waitFor(() => {
    if (stub.windows.length === 0 && stub.app.given('quit') === undefined) throw new Error('Not started yet.');
  });
  return stub;
}
