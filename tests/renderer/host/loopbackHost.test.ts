import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { naturalId } from '../../../domain/records/ids.ts';
import type { ServeOptions } from '../../../loopback/serve.ts';
import { ROOT } from '../../architecture/sourceTree.ts';
import { aLastingFolder } from '../../helpers/lastingFolder.ts';
import { aBrowser, ready, type TestBrowser } from '../../loopback/aBrowser.ts';
import { aClosedHost, type TestHost } from '../../loopback/aHost.ts';

const folder = aLastingFolder();
const ASSETS = join(folder, 'built');
const HOLDER = {
  name: 'Mira Solvane',
  seat: naturalId('person', 'XS:Mira Solvane'),
  organisation: naturalId('organisation', 'XS'),
  organisationName: 'Secretariat',
  role: 'secretariat',
};

/** A page that has nothing but the host, and remembers what it is told. */
const PAGE = `
import { pickHost } from '${ROOT}renderer/host/pickHost.ts';
const host = pickHost();
const events = [];
host.subscribe((event) => events.push(event));
Object.assign(window, { host, events });
document.body.innerHTML = '<p id="ready">Ready</p>';
`;

beforeAll(async () => {
  const source = join(folder, 'source');
  mkdirSync(source);
  writeFileSync(
    join(source, 'index.html'),
    '<!doctype html><title>x</title><script type="module" src="./main.ts"></script>',
  );
  writeFileSync(join(source, 'main.ts'), PAGE);
  await build({
    configFile: false,
    root: source,
    base: './',
    logLevel: 'warn',
    build: { outDir: ASSETS, minify: false, emptyOutDir: true },
  });
});

interface Desk extends TestBrowser {
  readonly host: TestHost;
}

async function aDesk(options: Partial<ServeOptions> = {}): Promise<Desk> {
  const host = await aClosedHost({ assets: ASSETS, ...options });
  onTestFinished(() => host.close());
  const browser = await aBrowser(host);
  await ready(browser.page);
  return { ...browser, host };
}

/** What an expression of the page gives. */
const say = (page: Page, expression: string): Promise<unknown> => page.evaluate(expression);
const call = (page: Page, name: string, input: unknown) => say(page, `host.call('${name}', ${JSON.stringify(input)})`);
const createVault = (page: Page, name: string) =>
  call(page, 'vault.create', {
    folder: join(folder, name),
    passphrase: 'eleven slow barges on the Osk',
    holder: HOLDER,
    workFactor: 10,
  });
const until = (value: () => Promise<unknown>) => expect.poll(value, { timeout: 30_000 });

async function openWindow({ context, page }: Desk, address: string): Promise<Page> {
  const opening = context.waitForEvent('page');
  await say(page, `host.openWindow('${address}')`);
  const opened = await opening;
  await ready(opened);
  return opened;
}

describe('the loopback host of the interface', () => {
  it('calls, hears events, and says so when Amberdesk has stopped', async () => {
    const { page, host } = await aDesk();
    expect(await say(page, 'host.kind')).toBe('loopback');
    expect(await call(page, 'vault.status', {})).toEqual({ ok: true, value: { state: 'locked' } });
    expect(await say(page, "host.call('records.read')")).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
    expect(await say(page, "host.call('a/b ?.c', {})")).toMatchObject({ ok: false, error: { code: 'call.unknown' } });
    await createVault(page, 'calls.amberdesk');
    await until(() => say(page, 'events')).toEqual([{ event: 'vaultUnlocked' }]);
    await host.close();
    expect(await call(page, 'vault.status', {})).toMatchObject({ ok: false, error: { code: 'host.unreachable' } });
    expect(await say(page, "host.saveAs('a.pdf').catch((error) => error.code)")).toBe('host.unreachable');
  });

  it('brings files that were chosen or dropped, as paths that calls take', async () => {
    const { page } = await aDesk();
    const note = join(folder, 'Note à lire.md');
    writeFileSync(note, '# Quarrenfall\n\nThe registers.\n');
    await createVault(page, 'files.amberdesk');
    const choosing = page.waitForEvent('filechooser');
    await say(page, "void (window.chosen = host.chooseFiles({ endings: ['md'], multiple: false }))");
    const chooser = await choosing;
    expect(chooser.isMultiple()).toBe(false);
    await chooser.setFiles(note);
    expect(await say(page, 'chosen.then((files) => files.map(({ name }) => name))')).toEqual(['Note à lire.md']);
    expect(await say(page, "chosen.then(([{ file }]) => host.call('papers.load', { file }))")).toMatchObject({
      ok: true,
      value: { title: 'Quarrenfall' },
    });
    const dropped = "host.dropped([new File(['# Dour'], 'dour.md'), new File(['# Osk'], 'osk.md')])";
    expect(await say(page, `${dropped}.then((files) => files.map(({ name }) => name))`)).toEqual(['dour.md', 'osk.md']);
  });

  it('hands over what a call wrote as a download, or nothing', async () => {
    const { page } = await aDesk();
    await createVault(page, 'saving.amberdesk');
    const downloading = page.waitForEvent('download');
    await say(
      page,
      `host.saveAs('List of people.jsonl').then(async (saving) => {
      await host.call('records.dump', { file: saving.file });
      await saving.finish();
    })`,
    );
    expect((await downloading).suggestedFilename()).toBe('List of people.jsonl');
    expect(
      await say(
        page,
        `host.saveAs('a.pdf').then(async (saving) => {
        await saving.abandon();
        return host.call('records.dump', { file: saving.file });
      })`,
      ),
    ).toMatchObject({ ok: false, error: { code: 'file.unwritable' } });
  });

  it('tells every window the same, many windows at once, whichever of them closes', async () => {
    const desk = await aDesk();
    const { page, context } = desk;
    const others: Page[] = [];
    // More than the connections that a browser opens to one host.
    for (let number = 1; number <= 7; number += 1) others.push(await openWindow(desk, `/people/${number}`));
    expect(others.map((other) => new URL(other.url()).hash)).toContain('#/people/7');
    await createVault(page, 'windows.amberdesk');
    for (const other of others) await until(() => say(other, 'events')).toEqual([{ event: 'vaultUnlocked' }]);
    await page.close();
    const [first, ...rest] = others;
    if (first === undefined) throw new Error('No window opened.');
    await call(first, 'records.create', { kind: 'person', body: { name: 'Edda Marlow' } });
    for (const other of others)
      await until(() => say(other, 'events.map(({ event }) => event)')).toEqual(['vaultUnlocked', 'recordsChanged']);
    await first.close();
    for (const other of rest)
      expect(await call(other, 'vault.status', {})).toMatchObject({ value: { state: 'unlocked' } });
    expect(context.pages()).toHaveLength(rest.length);
  });

  it('offers the files with which Amberdesk was started, once, to whoever listens first', async () => {
    const opened = [{ file: '/home/mira/dossier.amber', name: 'dossier.amber' }];
    const desk = await aDesk({ opened });
    await until(() => say(desk.page, 'events.length')).toBe(1);
    await say(
      desk.page,
      'window.offered = []; host.opened((file) => offered.push(file)); host.opened((file) => offered.push(file)); 0',
    );
    expect(await say(desk.page, 'offered')).toEqual(opened);
    const second = await openWindow(desk, '/');
    await createVault(second, 'offered.amberdesk');
    await until(() => say(second, 'events')).toEqual([{ event: 'vaultUnlocked' }]);
  });
});
