import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/run.ts';

describe('the application in Electron', () => {
  let application: ElectronApplication;
  let page: Page;
  let server: Server;
  let home: string;
  const asked: string[] = [];
  /** Runs an expression in the page. */
  const evaluate = (expression: string): Promise<unknown> => page.evaluate(expression);

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'amberdesk-electron-'));
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    }).listen(0, '127.0.0.1');
    application = await _electron.launch({
      executablePath: process.env.ELECTRON_PROGRAM ?? '',
      args: [ROOT, `--user-data-dir=${home}`],
    });
    page = await application.firstWindow();
    await page.waitForLoadState('load');
  });
  afterAll(async () => {
    await application.close();
    server.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('shows the interface from its own origin', async () => {
    expect(page.url()).toMatch(/^app:\/\/amberdesk\//);
    await expect.poll(() => evaluate('document.getElementById("root").childElementCount')).toBeGreaterThan(0);
  });

  it('gives the page the bridge and nothing of Node or Electron', async () => {
    expect(await evaluate('Object.keys(window.amberdesk).sort()')).toEqual(
      ['call', 'chooseFiles', 'chooseFolder', 'chooseSaveFile', 'openWindow', 'opened', 'pathOf', 'subscribe'].sort(),
    );
    expect(await evaluate('[typeof require, typeof process, typeof module, typeof Buffer]')).toEqual(
      Array(4).fill('undefined'),
    );
    expect(await evaluate('window.amberdesk.call("vault.status", {})')).toEqual({
      ok: true,
      value: { state: 'locked' },
    });
  });

  it('reaches no network, opens no window, leaves its page never', async () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const url = `http://127.0.0.1:${port}/`;
    expect(await evaluate(`fetch("${url}").then(() => "reached", () => "refused")`)).toBe('refused');
    expect(await evaluate(`window.open("${url}")`)).toBeNull();
    await evaluate(`{ location.href = "${url}"; const image = new Image(); image.src = "${url}"; }`);
    expect(
      await application.evaluate(
        async ({ net }, target) =>
          net
            .fetch(target)
            .then(() => 'reached')
            .catch(() => 'refused'),
        url,
      ),
    ).toBe('refused');
    expect(page.url()).toMatch(/^app:\/\/amberdesk\//);
    expect(asked).toEqual([]);
  });

  it('has no permission', async () => {
    expect(await evaluate('Notification.requestPermission()')).toBe('denied');
    expect(
      await evaluate('navigator.mediaDevices.getUserMedia({ audio: true }).then(() => "given", () => "denied")'),
    ).toBe('denied');
  });

  it('opens an address in a window with the same settings', async () => {
    const opened = application.waitForEvent('window');
    await evaluate('window.amberdesk.openWindow("/people")');
    const window = await opened;
    expect(window.url()).toBe('app://amberdesk/#/people');
    expect(await window.evaluate('[typeof require, typeof process, typeof window.amberdesk]')).toEqual([
      'undefined',
      'undefined',
      'object',
    ]);
  });
});
