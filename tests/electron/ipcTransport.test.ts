import { describe, expect, it } from 'vitest';
import type { ChosenFile } from '../../contract/bridge.ts';
import { channelOf, type Requests } from '../../electron/channels.ts';
import { serveRequests } from '../../electron/ipcTransport.ts';
import { pageBridge } from '../../electron/pageBridge.ts';
import { acceptanceSuite } from '../contract/acceptance.ts';
import { createCore } from '../helpers/builtCore.ts';
import { anIpcPair } from './anIpcPair.ts';

const NO_PATHS = () => '';

acceptanceSuite("Electron's IPC, by a pair in memory", async () => {
  const core = createCore();
  const pair = anIpcPair();
  const requests: Requests = {
    call: core.call,
    chooseFiles: async () => [],
    chooseFolder: async () => undefined,
    chooseSaveFile: async () => undefined,
    openWindow: async () => {},
    takeOpened: async () => [],
  };
  serveRequests(
    pair.host,
    (sender) => sender === 'our page',
    () => requests,
  );
  const end = core.subscribe((event) => pair.send(channelOf('event'), event));
  return {
    transport: pageBridge(pair.page, NO_PATHS),
    async close() {
      await core.close();
      end();
    },
  };
});

function aServedPair() {
  const pair = anIpcPair();
  const asked: unknown[][] = [];
  const waiting: ChosenFile[] = [];
  serveRequests(
    pair.host,
    (sender) => sender === 'our page',
    () => ({
      call: async (name, input) => {
        asked.push(['call', name, input]);
        return { ok: true, value: input };
      },
      chooseFiles: async (request) => {
        asked.push(['chooseFiles', request]);
        return [{ file: '/home/mira/a.amber', name: 'a.amber' }];
      },
      chooseFolder: async () => undefined,
      chooseSaveFile: async (name) => {
        asked.push(['chooseSaveFile', name]);
        return undefined;
      },
      openWindow: async (address) => {
        asked.push(['openWindow', address]);
      },
      takeOpened: async () => waiting.splice(0),
    }),
  );
  return { pair, asked, waiting };
}

describe('the bridge', () => {
  it('carries out nothing that another page or frame asks', async () => {
    const { pair, asked, waiting } = aServedPair();
    waiting.push({ file: '/home/mira/a.amber', name: 'a.amber' });
    const bridge = pageBridge(pair.stranger, NO_PATHS);
    expect(await bridge.call('vault.status', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
    await expect(bridge.chooseFiles({ endings: [], multiple: false })).rejects.toThrow();
    await expect(bridge.chooseSaveFile('paper.pdf')).rejects.toThrow();
    await expect(pair.stranger.invoke<'openWindow'>(channelOf('openWindow'), '/people')).rejects.toThrow();
    await expect(pair.stranger.invoke<'takeOpened'>(channelOf('takeOpened'))).rejects.toThrow();
    expect(asked).toEqual([]);
    expect(waiting).toHaveLength(1);
  });

  it('answers, rather than rejecting, when an input cannot cross', async () => {
    const { pair, asked } = aServedPair();
    const answer = await pageBridge(pair.page, NO_PATHS).call('records.read', { id: () => 'a function' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(asked).toEqual([]);
  });

  it('refuses a request of the wrong shape before a dialog or window opens', async () => {
    const { pair, asked } = aServedPair();
    const bridge = pageBridge(pair.page, NO_PATHS);
    for (const endings of [['../x'], [''], Array.from({ length: 40 }, () => 'amber')]) {
      await expect(bridge.chooseFiles({ endings, multiple: true }), endings.join()).rejects.toThrow();
    }
    for (const address of ['https://example.org/', '//example.org', 'people', '/a b', '/\\example.org', '']) {
      await expect(pair.page.invoke<'openWindow'>(channelOf('openWindow'), address), address).rejects.toThrow();
    }
    await expect(bridge.chooseSaveFile('')).rejects.toThrow();
    expect(asked).toEqual([]);
    await bridge.chooseFiles({ endings: ['amber'], multiple: true });
    await pair.page.invoke<'openWindow'>(channelOf('openWindow'), '/people/7?tab=history');
    expect(await bridge.chooseSaveFile('Vorstand, 8. Sitzung.pdf')).toBeUndefined();
    expect(asked.map(([name]) => name)).toEqual(['chooseFiles', 'openWindow', 'chooseSaveFile']);
  });

  it('gives each opened file once, also when it came before the page listened, or between two listeners', async () => {
    const { pair, waiting } = aServedPair();
    const bridge = pageBridge(pair.page, NO_PATHS);
    const heard: string[] = [];
    waiting.push({ file: '/1', name: 'before' });
    const end = bridge.opened(({ name }) => heard.push(name));
    end();
    bridge.opened(({ name }) => heard.push(name));
    await expect.poll(() => heard).toEqual(['before']);
    waiting.push({ file: '/2', name: 'later' });
    pair.send(channelOf('opened'));
    pair.send(channelOf('opened'));
    await expect.poll(() => heard).toEqual(['before', 'later']);
  });
});
