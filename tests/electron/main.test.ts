import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { naturalId } from '../../domain/records/ids.ts';
import { anEvent, runMain, type StubContents } from './aStubOfElectron.ts';

type Stub = Awaited<ReturnType<typeof runMain>>;

const HOLDER = {
  name: 'Mira Solvane',
  seat: naturalId('person', 'XS:Mira Solvane'),
  organisation: naturalId('organisation', 'XS'),
  organisationName: 'Secretariat',
  role: 'secretariat',
} as const;

const OUR_FILE = '/home/mira/dossier.amber';

function firstWindow({ windows }: Stub) {
  const [window] = windows;
  if (window === undefined) throw new Error('There is no window.');
  return window;
}

describe('the main process, against a stub of Electron', () => {
  let stub: Stub;
  let contents: StubContents;
  let argv: string[];
  beforeEach(async () => {
    argv = process.argv;
    process.argv = ['amberdesk', '--flag.amber', OUR_FILE, 'notes.txt'];
    stub = await runMain();
    contents = firstWindow(stub).webContents;
  });
  afterEach(() => {
    process.argv = argv;
  });

  it('answers calls of its pages, and tells every page what the application tells', async () => {
    expect(await stub.request(contents, 'call', ['vault.status', {}])).toEqual({
      ok: true,
      value: { state: 'locked' },
    });
    await stub.request(contents, 'openWindow', ['/people/7']);
    expect(stub.windows.map((window) => window.given('loadURL'))).toEqual([
      ['app://amberdesk/#/'],
      ['app://amberdesk/#/people/7'],
    ]);
    expect(stub.windows[1]?.options.webPreferences).toEqual(stub.windows[0]?.options.webPreferences);
  });

  it('gives the pages the files it was opened with: on its command line, by the system, by a second start', async () => {
    expect(await stub.request(contents, 'takeOpened')).toEqual([{ file: OUR_FILE, name: 'dossier.amber' }]);
    const event = anEvent();
    stub.app.emit('open-file', event, '/media/stick/Mira Solvane.ambercard');
    expect(event.prevented).toBe(true);
    stub.app.emit(
      'second-instance',
      anEvent(),
      ['amberdesk', 'second.AMBER', 'x.pdf', 'y.001', 'third.amber.001', 'third.amber.000'],
      '/home/mira',
    );
    expect(contents.given('send')?.[0]).toBe('amberdesk:opened');
    expect(firstWindow(stub).calls.map(({ name }) => name)).toContain('focus');
    expect(await stub.request(contents, 'takeOpened')).toEqual([
      { file: '/media/stick/Mira Solvane.ambercard', name: 'Mira Solvane.ambercard' },
      { file: '/home/mira/second.AMBER', name: 'second.AMBER' },
      { file: '/home/mira/third.amber.001', name: 'third.amber.001' },
    ]);
    expect(await stub.request(contents, 'takeOpened')).toEqual([]);
  });

  it('asks for files and for a place to write with the system’s own dialogs, which remember nothing', async () => {
    stub.answerDialogs(
      { canceled: false, filePaths: [OUR_FILE] },
      { canceled: true, filePaths: [] },
      { canceled: false, filePaths: ['/media/stick'] },
      { canceled: false, filePath: '/tmp/paper.pdf' },
      { canceled: true, filePath: '' },
    );
    const request = { endings: ['amber'], multiple: true };
    expect(await stub.request(contents, 'chooseFiles', [request])).toEqual([{ file: OUR_FILE, name: 'dossier.amber' }]);
    expect(stub.dialogs.given('showOpenDialog')?.[1]).toMatchObject({
      properties: ['openFile', 'dontAddToRecent', 'multiSelections'],
      filters: [{ extensions: ['amber'] }],
    });
    expect(await stub.request(contents, 'chooseFiles', [request])).toEqual([]);
    expect(await stub.request(contents, 'chooseFolder', [])).toBe('/media/stick');
    expect(await stub.request(contents, 'chooseSaveFile', ['CB/8: paper?.pdf'])).toBe('/tmp/paper.pdf');
    expect(stub.dialogs.given('showSaveDialog')?.[1]).toMatchObject({ defaultPath: 'CB 8 paper .pdf' });
    expect(await stub.request(contents, 'chooseSaveFile', ['paper.pdf'])).toBeUndefined();
  });

  it('starts a page again that failed, and asks before it does so again; nothing is deleted', async () => {
    const window = firstWindow(stub);
    const loads = () => window.calls.filter(({ name }) => name === 'loadURL').length;
    contents.emit('render-process-gone', anEvent(), { reason: 'clean-exit' });
    expect(loads()).toBe(1);
    contents.emit('render-process-gone', anEvent(), { reason: 'oom' });
    expect(loads()).toBe(2);
    stub.answerDialogs({ response: 0 }, { response: 1 });
    contents.emit('render-process-gone', anEvent(), { reason: 'crashed' });
    contents.emit('render-process-gone', anEvent(), { reason: 'crashed' });
    await expect.poll(loads).toBe(3);
    stub.answerDialogs({ response: 1 });
    window.emit('unresponsive');
    await expect.poll(() => contents.given('forcefullyCrashRenderer')).toEqual([]);
  });

  it('closes the last window when no work runs, and locks the vault before it ends', async () => {
    const event = anEvent();
    firstWindow(stub).emit('close', event);
    expect(event.prevented).toBe(true);
    await expect.poll(() => stub.windows.length).toBe(0);
    expect(stub.app.given('quit')).toEqual([]);
    const first = anEvent();
    stub.app.emit('will-quit', first);
    expect(first.prevented).toBe(true);
    const quits = () => stub.app.calls.filter(({ name }) => name === 'quit').length;
    await expect.poll(quits).toBe(2);
    const second = anEvent();
    stub.app.emit('will-quit', second);
    expect(second.prevented).toBe(false);
  });

  it('asks before the last window closes while work runs, tells every window, and locks when the machine sleeps', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'amberdesk-main-'));
    const call = (name: string, input: unknown) => stub.request(contents, 'call', [name, input]);
    const told = () => contents.calls.filter(({ name }) => name === 'send').map(({ given }) => given[1]);
    try {
      const passphrase = 'seven quiet amber lanterns';
      const vault = { folder: join(folder, 'a.amberdesk'), passphrase, holder: HOLDER, workFactor: 10 };
      expect(await call('vault.create', vault)).toMatchObject({ ok: true });
      const file = join(folder, 'people.jsonl');
      writeFileSync(file, '{"kind":"person","body":{"name":"Edda Marlow"}}\n'.repeat(2000));
      const load = call('records.load', { file, format: 'jsonl' });
      await expect.poll(told).toContainEqual(expect.objectContaining({ event: 'jobStarted' }));
      stub.answerDialogs({ response: 0 });
      firstWindow(stub).emit('close', anEvent());
      await expect.poll(() => stub.dialogs.given('showMessageBox')).toBeDefined();
      expect(stub.windows).toHaveLength(1);
      stub.powerMonitor.emit('suspend');
      expect(await load).toMatchObject({ ok: false, error: { code: 'job.cancelled' } });
      await expect.poll(told).toContainEqual(expect.objectContaining({ event: 'vaultLocked' }));
      expect(await call('vault.unlock', vault)).toMatchObject({ ok: true });
      stub.powerMonitor.emit('lock-screen');
      await expect.poll(() => call('vault.status', {})).toEqual({ ok: true, value: { state: 'locked' } });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has a menu in the language of the system', async () => {
    expect(JSON.stringify(stub.menus[0])).toContain('New window');
    expect(JSON.stringify(stub.menus[0])).not.toContain('toggleDevTools');
    const french = await runMain({ locale: 'fr-CA' });
    expect(JSON.stringify(french.menus[0])).toContain('Nouvelle fenêtre');
  });
});

describe('a second start', () => {
  it('gives way to the first and opens nothing', async () => {
    const stub = await runMain({ locked: false });
    expect(stub.windows).toEqual([]);
    expect(stub.sessions.size).toBe(0);
  });
});
