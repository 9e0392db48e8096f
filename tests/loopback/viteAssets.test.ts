import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { viteAssets } from '../../loopback/viteAssets.ts';
import { aLastingFolder } from '../helpers/lastingFolder.ts';
import { aBrowser, ready } from './aBrowser.ts';
import { aClosedHost } from './aHost.ts';

const folder = aLastingFolder();

it('the interface from its sources follows every change, behind the same door and nearly the same policy', async () => {
  const page = join(folder, 'page');
  const style = (colour: string) => writeFileSync(join(page, 'style.css'), `#ready { color: ${colour}; }\n`);
  mkdirSync(page);
  writeFileSync(
    join(page, 'index.html'),
    '<!doctype html><p id="ready">Ready</p><script type="module" src="/main.ts"></script>',
  );
  writeFileSync(
    join(page, 'main.ts'),
    "import './style.css';\nconst loaded: number = Date.now();\nObject.assign(window, { loaded });\n",
  );
  style('rgb(1, 2, 3)');
  const config = { configFile: false, root: 'page', logLevel: 'silent' } as const;
  const host = await aClosedHost({ assets: (server, port) => viteAssets(config, folder, server, port) });
  onTestFinished(() => host.close());
  expect((await host.ask('/main.ts')).status).toBe(403);
  await expect(
    host.ask('/', { headers: { Connection: 'Upgrade', Upgrade: 'websocket', Origin: host.url, Cookie: undefined } }),
  ).rejects.toThrow('socket hang up');

  const { page: window } = await aBrowser(host);
  const violations: string[] = [];
  window.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  await ready(window);
  const colour = () => window.evaluate("getComputedStyle(document.querySelector('#ready')).color");
  await expect.poll(colour, { timeout: 30_000 }).toBe('rgb(1, 2, 3)');
  const loaded = await window.evaluate('loaded');
  style('rgb(4, 5, 6)');
  await expect.poll(colour, { timeout: 30_000 }).toBe('rgb(4, 5, 6)');
  expect(await window.evaluate('loaded')).toBe(loaded);
  expect(violations).toEqual([]);
});
