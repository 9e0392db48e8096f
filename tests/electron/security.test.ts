import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { APP_SCHEME, serveInterface } from '../../electron/appScheme.ts';
import { FUSES } from '../../electron-builder.ts';
import { ROOT, sourceFiles } from '../architecture/sourceTree.ts';
import { anEvent, runMain, type StubContents, type StubSession } from './aStubOfElectron.ts';

const STRANGE = [
  'https://example.org/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'ws://example.org/',
  'chrome://gpu/',
];

/** The items of Electron's checklist, by number, as https://www.electronjs.org/docs/latest/tutorial/security has them. */
const ITEMS = [
  'Only load secure content',
  'Do not enable Node.js integration for remote content',
  'Enable context isolation in all renderers',
  'Enable process sandboxing',
  'Handle session permission requests from remote content',
  'Do not disable webSecurity',
  'Define a Content-Security-Policy',
  'Do not enable allowRunningInsecureContent',
  'Do not enable experimental features',
  'Do not use enableBlinkFeatures',
  'webview: do not use allowpopups',
  'webview: verify options and params',
  'Disable or limit navigation',
  'Disable or limit creation of new windows',
  'Do not use shell.openExternal with untrusted content',
  'Use a current version of Electron',
  'Validate the sender of all IPC messages',
  'Avoid usage of the file:// protocol and prefer usage of custom protocols',
  'Check which fuses you can change',
  'Do not expose Electron APIs to untrusted web content',
] as const;

describe("Electron's security checklist", () => {
  let stub: Awaited<ReturnType<typeof runMain>>;
  let contents: StubContents;
  let session: StubSession;
  let preferences: Record<string, unknown>;
  beforeAll(async () => {
    stub = await runMain();
    const [window] = stub.windows;
    const made = stub.sessions.get('amberdesk');
    if (window === undefined || made === undefined) throw new Error('The main process did not start.');
    contents = window.webContents;
    session = made;
    preferences = window.options.webPreferences;
  });
  const switches = () =>
    new Map(
      stub.app.calls
        .filter(({ name }) => name === 'appendSwitch')
        .map(({ given }) => [String(given[0]), given[1]] as const),
    );
  const cancels = (made: StubSession, url: string) => {
    let answer: unknown;
    made.beforeRequest?.({ url }, (given: unknown) => {
      answer = given;
    });
    return answer;
  };
  const prevented = (name: string) => {
    const event = anEvent();
    contents.emit(name, event);
    return event.prevented;
  };

  it('is answered item by item in the documents', () => {
    const text = readFileSync(join(ROOT, 'docs', 'security-checklist.md'), 'utf8');
    const sections = text.split(/^## /m).slice(1, 21);
    expect(sections.map((section) => section.split('\n')[0])).toEqual(
      ITEMS.map((item, index) => `${index + 1}. ${item}`),
    );
    for (const section of sections) expect(section).toMatch(/^Met: .+^Where: .+^Seen: /ms);
    expect(text).toContain('Nothing here was seen running in Electron');
  });

  const checks: Readonly<Record<(typeof ITEMS)[number], () => void | Promise<void>>> = {
    'Only load secure content': () => {
      expect(stub.windows[0]?.given('loadURL')).toEqual(['app://amberdesk/#/']);
      expect(cancels(session, 'app://amberdesk/index.js')).toEqual({ cancel: false });
      for (const url of [...STRANGE, 'devtools://devtools/x.js', 'no address']) {
        expect(cancels(session, url), url).toEqual({ cancel: true });
      }
      expect(Object.fromEntries(switches())).toMatchObject({
        'host-resolver-rules': 'MAP * ~NOTFOUND',
        'no-proxy-server': undefined,
        'disable-background-networking': undefined,
        'disable-component-update': undefined,
        'disable-domain-reliability': undefined,
        'disable-sync': undefined,
        'dns-prefetch-disable': undefined,
        'no-pings': undefined,
        'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
      });
      expect(session.given('setProxy')).toEqual([{ mode: 'direct' }]);
      expect(contents.given('setWebRTCIPHandlingPolicy')).toEqual(['disable_non_proxied_udp']);
    },
    'Do not enable Node.js integration for remote content': () => {
      expect(preferences).toMatchObject({
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
      });
    },
    'Enable context isolation in all renderers': () => expect(preferences.contextIsolation).toBe(true),
    'Enable process sandboxing': () => {
      expect(stub.app.calls[0]?.name).toBe('enableSandbox');
      expect(preferences.sandbox).toBe(true);
    },
    'Handle session permission requests from remote content': () => {
      for (const permission of ['media', 'notifications', 'geolocation', 'openExternal', 'clipboard-read']) {
        let granted: unknown;
        session.handlers.get('request')?.(contents, permission, (answer: unknown) => {
          granted = answer;
        });
        expect(granted, permission).toBe(false);
        expect(session.handlers.get('check')?.(contents, permission), permission).toBe(false);
      }
      expect(session.handlers.get('device')?.({ deviceType: 'usb' })).toBe(false);
      let streams: unknown;
      session.handlers.get('display')?.({}, (answer: unknown) => {
        streams = answer;
      });
      expect(streams).toEqual({});
    },
    'Do not disable webSecurity': () => expect(preferences.webSecurity).toBe(true),
    'Define a Content-Security-Policy': async () => {
      expect(APP_SCHEME.privileges).toMatchObject({
        bypassCSP: false,
        allowServiceWorkers: false,
        allowExtensions: false,
      });
      expect(stub.app.given('registerSchemesAsPrivileged')).toEqual([[APP_SCHEME]]);
      const serve = serveInterface(join(ROOT, 'renderer'));
      const get = async (url: string, method = 'GET') => {
        const answer = serve({ url, method });
        return { status: answer.status, headers: answer.headers, text: await answer.text() };
      };
      const page = await get('app://amberdesk/');
      const policy = page.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']{20,})'/.exec(policy)?.[1] ?? 'none';
      expect(policy).toBe(
        `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      );
      expect(page.text).toContain(`<meta name="csp-nonce" content="${nonce}"`);
      expect((await get('app://amberdesk/')).text).not.toContain(nonce);
      const other = await get('app://amberdesk/tsconfig.json');
      expect([other.status, other.headers.get('content-type')]).toEqual([200, 'application/json']);
      expect(other.headers.get('content-security-policy')).toMatch(/^default-src 'none'; base-uri/);
      for (const url of ['..%2fpackage.json', '../package.json', '%2e%2e/package.json', 'nothing', 'people']) {
        expect((await get(`app://amberdesk/${url}`)).status, url).toBe(404);
      }
      expect((await get('app://elsewhere/tsconfig.json')).status).toBe(404);
      expect((await get('app://amberdesk/', 'POST')).status).toBe(404);
    },
    'Do not enable allowRunningInsecureContent': () => expect(preferences.allowRunningInsecureContent).toBe(false),
    'Do not enable experimental features': () => {
      expect(preferences.experimentalFeatures).toBe(false);
      expect([...switches().keys()].filter((name) => /enable-(experimental|features|blink)/.test(name))).toEqual([]);
    },
    'Do not use enableBlinkFeatures': () => expect(preferences.enableBlinkFeatures).toBe(''),
    'webview: do not use allowpopups': () => expect(preferences.webviewTag).toBe(false),
    'webview: verify options and params': () => expect(prevented('will-attach-webview')).toBe(true),
    'Disable or limit navigation': () => {
      for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect'])
        expect(prevented(name), name).toBe(true);
      expect(preferences.navigateOnDragDrop).toBe(false);
    },
    'Disable or limit creation of new windows': () => {
      expect(contents.windowOpenHandler?.({ url: 'app://amberdesk/' })).toEqual({ action: 'deny' });
    },
    'Do not use shell.openExternal with untrusted content': () => {
      const using = sourceFiles('electron').filter(({ text }) => /\bshell\b|openExternal|child_process/.test(text));
      expect(using.map(({ path }) => path)).toEqual([]);
    },
    'Use a current version of Electron': () => {
      const { devDependencies } = z
        .object({ devDependencies: z.record(z.string(), z.string()) })
        .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
      expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
      expect(Number(devDependencies.electron?.split('.')[0])).toBeGreaterThanOrEqual(45);
    },
    'Validate the sender of all IPC messages': async () => {
      const { StubContents } = await import('./aStubOfElectron.ts');
      const strangers: [StubContents, unknown][] = [
        [contents, null],
        [contents, { origin: 'https://example.org', parent: null }],
        [contents, { origin: 'app://elsewhere', parent: null }],
        [contents, { origin: 'app://amberdesk', parent: contents.mainFrame }],
        [new StubContents(), contents.mainFrame],
      ];
      const requests = {
        call: ['vault.status', {}],
        chooseFiles: [{}],
        chooseFolder: [],
        chooseSaveFile: ['a'],
        openWindow: ['/'],
        takeOpened: [],
      };
      for (const [name, given] of Object.entries(requests)) {
        for (const [sender, frame] of strangers) {
          await expect(stub.request(sender, name, given, frame), name).rejects.toThrow();
        }
      }
      expect(stub.windows).toHaveLength(1);
      expect(await stub.request(contents, 'takeOpened')).toEqual([]);
    },
    'Avoid usage of the file:// protocol and prefer usage of custom protocols': () => {
      expect(session.schemes.has('app')).toBe(true);
      expect(cancels(session, 'file:///etc/passwd')).toEqual({ cancel: true });
      expect(APP_SCHEME).toMatchObject({ scheme: 'app', privileges: { standard: true, secure: true } });
    },
    'Check which fuses you can change': () => {
      // The numbers of the wire: run as Node, cookies, NODE_OPTIONS, inspect, integrity, archive, snapshot, file:, traps.
      expect(FUSES).toEqual({
        version: '1',
        strictlyRequireAllFuses: true,
        ...{ 0: false, 1: true, 2: false, 3: false, 4: true, 5: true, 6: false, 7: false, 8: true },
      });
    },
    'Do not expose Electron APIs to untrusted web content': () => {
      const given = sourceFiles('electron').filter(({ text }) => text.includes('exposeInMainWorld'));
      expect(given.map(({ path }) => path)).toEqual(['electron/preload.ts']);
      const imports = given.flatMap((file) => file.imports);
      expect(imports).toEqual(['electron', './pageBridge.ts']);
    },
  };
  for (const [item, check] of Object.entries(checks)) it(`is met: ${item}`, check);

  it('is met by every session and page that may be made, not only by those that are made here', async () => {
    const { StubContents, StubSession } = await import('./aStubOfElectron.ts');
    const other = new StubSession();
    stub.app.emit('session-created', other);
    expect(cancels(other, 'https://example.org/')).toEqual({ cancel: true });
    expect([...other.handlers.keys()].sort()).toEqual(['check', 'device', 'display', 'request']);
    expect(other.given('setSpellCheckerEnabled')).toEqual([false]);
    const page = new StubContents();
    stub.app.emit('web-contents-created', anEvent(), page);
    expect(page.windowOpenHandler?.({})).toEqual({ action: 'deny' });
  });

  it('leaves nothing of the page on disk, fetches no dictionary and reports no crash', () => {
    expect(session.given('fromPartition')).toEqual(['amberdesk', { cache: false }]);
    expect(preferences).toMatchObject({ partition: 'amberdesk', spellcheck: false, v8CacheOptions: 'none' });
    expect([...switches().keys()]).toEqual(
      expect.arrayContaining([
        'disable-http-cache',
        'disk-cache-size',
        'no-first-run',
        'disable-gpu-shader-disk-cache',
        'disable-breakpad',
      ]),
    );
    expect(session.given('setSpellCheckerEnabled')).toEqual([false]);
    expect(session.given('setSpellCheckerDictionaryDownloadURL')).toEqual(['app://amberdesk/no-dictionaries/']);
    const download = anEvent();
    session.emit('will-download', download);
    expect(download.prevented).toBe(true);
    expect(stub.crashReporter.calls).toEqual([]);
  });

  it('opens developer tools in development alone', async () => {
    expect(preferences).toMatchObject({ devTools: false, plugins: false, safeDialogs: true });
    const development = await runMain({ packaged: false });
    const made = development.sessions.get('amberdesk');
    expect(made && cancels(made, 'devtools://devtools/x.js')).toEqual({ cancel: false });
    for (const url of STRANGE) expect(made && cancels(made, url), url).toEqual({ cancel: true });
  });
});
