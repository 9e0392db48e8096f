import type { Bridge, ChosenFile } from '../contract/bridge.ts';
import type { Answer } from '../contract/call.ts';
import type { Event } from '../contract/events.ts';
import { sentenceOf } from '../domain/errors.ts';
import { channelOf, type Notice, type Requests } from './channels.ts';

/** The page's end of the channel, as far as it is needed: Electron's `ipcRenderer` without its own events, or a stand-in. */
export interface PageChannel {
  /** Rejects when the message cannot be sent or is refused. */
  invoke<N extends keyof Requests>(
    channel: string,
    ...sent: Parameters<Requests[N]>
  ): Promise<Awaited<ReturnType<Requests[N]>>>;
  /** Listens until the function that is given back is called. */
  listen(channel: string, listener: (message: Event) => void): () => void;
}

const FAILED: Answer = { ok: false, error: { code: 'internal', message: sentenceOf('internal', 'en'), details: null } };

/** What the preload gives to the page: functions over the channel, and nothing of Electron itself. */
export function pageBridge(channel: PageChannel, pathOf: (file: object) => string): Bridge {
  const ask = <N extends keyof Requests>(name: N, ...sent: Parameters<Requests[N]>) =>
    channel.invoke<N>(channelOf(name), ...sent);
  const listen = (notice: Notice, listener: (message: Event) => void) => channel.listen(channelOf(notice), listener);
  const openedListeners = new Set<(file: ChosenFile) => void>();
  const held: ChosenFile[] = [];
  /** What comes while nobody listens any more is held for who listens next: the main process gives it only once. */
  const takeOpened = async () => {
    held.push(...(await ask('takeOpened').catch(() => [])));
    if (openedListeners.size === 0) return;
    for (const file of held.splice(0)) for (const listener of [...openedListeners]) listener(file);
  };
  return {
    call: async (name, input) => ask('call', name, input).catch(() => FAILED),
    subscribe: (listener) => listen('event', listener),
    chooseFiles: async ({ endings, multiple }) => ask('chooseFiles', { endings, multiple }),
    chooseFolder: async () => ask('chooseFolder'),
    chooseSaveFile: async (name) => ask('chooseSaveFile', name),
    pathOf,
    openWindow: (address) => {
      ask('openWindow', address).catch(() => {});
    },
    opened: (listener) => {
      openedListeners.add(listener);
      const end = listen('opened', () => void takeOpened());
      void takeOpened();
      return () => {
        openedListeners.delete(listener);
        end();
      };
    },
  };
}
