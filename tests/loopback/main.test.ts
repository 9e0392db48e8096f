import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { EXIT } from '../../loopback/runHost.ts';
import { buildInterface } from '../helpers/buildInterface.ts';
import { aLastingFolder } from '../helpers/lastingFolder.ts';
import { type RunningProgram, runProgram } from '../helpers/runProgram.ts';
import { attach, CHROMIUM, UNSEEN } from './aBrowser.ts';

const MAIN = new URL('../../loopback/main.ts', import.meta.url);
const folder = aLastingFolder();
const vaults = join(folder, 'vaults');

/** The private folders of a running host, wherever they are. */
function privateFolders({ child }: RunningProgram): string[] {
  const places = ['/dev/shm', tmpdir(), process.env.XDG_RUNTIME_DIR].filter((place) => place !== undefined);
  return places.flatMap((place) => globSync(join(place, `amberdesk-${child.pid}-*`)));
}

async function startWithBrowser() {
  const unseen = join(folder, 'unseen');
  writeFileSync(unseen, `#!/bin/sh\nexec ${CHROMIUM} "$@" ${UNSEEN.join(' ')}\n`, { mode: 0o755 });
  vi.stubEnv('AMBERDESK_BROWSER', unseen);
  const host = runProgram(MAIN, ['--vaults', vaults]);
  expect(await host.nextLine()).toBe(`Amberdesk is open in ${unseen}. It ends when its last window closes.`);
  const folders = privateFolders(host);
  expect(folders).toHaveLength(2);
  const profile = folders.map((path) => join(path, 'profile')).find(existsSync) ?? '';
  const context = await attach(profile);
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.locator('#root button').first().waitFor();
  return { host, page, profile };
}

/** Opens the launch page of `path` as a browser would; gives the status. */
function redeem(path: string): Promise<number | undefined> {
  const page = readFileSync(path, 'utf8');
  const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
  const token = /value="([^"]+)"/.exec(page)?.[1] ?? '';
  const ask = () =>
    new Promise<number | undefined>((resolve, reject) => {
      request(action, { method: 'POST', agent: false, headers: { Origin: 'null' } }, (reply) => {
        reply.resume();
        resolve(reply.statusCode);
      })
        .on('error', reject)
        .end(`token=${token}`);
    });
  return ask().then(ask);
}

describe('the program', () => {
  beforeAll(buildInterface);

  it('opens the interface and ends when its last window is closed, leaving nothing', async () => {
    const { host, page, profile } = await startWithBrowser();
    await page.close();
    expect(await host.ended).toBe(EXIT.done);
    expect(host.errors()).toBe('');
    expect(privateFolders(host)).toEqual([]);
    expect(existsSync(profile)).toBe(false);
  });

  it('ends its browser when it is interrupted, leaving nothing', async () => {
    const { host, page } = await startWithBrowser();
    const closed = page.waitForEvent('close');
    host.child.kill('SIGINT');
    await closed;
    expect(await host.ended).toBe(EXIT.done);
    expect(privateFolders(host)).toEqual([]);
  });

  it('says where its page is when it shall start no browser, keeps the token to itself, and stops when it is used twice', async () => {
    const log = join(folder, 'log.txt');
    const host = runProgram(MAIN, ['--no-browser', '--vaults', vaults, '--log', log, 'dossier.amber.001']);
    const line = (await host.nextLine()) ?? '';
    const path = line.replace('Open this page in a browser, once: ', '');
    const token = /value="([^"]+)"/.exec(readFileSync(path, 'utf8'))?.[1] ?? 'no token';
    expect(await redeem(path)).toBe(403);
    expect(await host.ended).toBe(EXIT.tokenSeen);
    expect(host.errors()).toMatch(/^The page that opens Amberdesk was used twice/);
    for (const text of [line, host.errors(), readFileSync(log, 'utf8')]) expect(text).not.toContain(token);
    expect(existsSync(dirname(path))).toBe(false);
  });

  it('says which browsers it looks for where there is none, and what it does not understand', async () => {
    vi.stubEnv('AMBERDESK_BROWSER', join(folder, 'nothing'));
    const without = runProgram(MAIN, []);
    expect(await without.ended).toBe(EXIT.noBrowser);
    expect(without.errors()).toContain('AMBERDESK_BROWSER');
    expect(privateFolders(without)).toEqual([]);
    for (const words of [['--passphrase', 'x'], ['notes.txt'], ['x.001']]) {
      const wrong = runProgram(MAIN, words);
      expect(await wrong.ended).toBe(EXIT.usage);
      expect(wrong.errors()).toContain('Usage: ');
    }
  });
});
