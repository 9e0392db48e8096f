import type { Event } from '../../contract/events.ts';
import type { HostChannel } from '../../electron/ipcTransport.ts';
import type { PageChannel } from '../../electron/pageBridge.ts';

/** Who sends a message, as far as the main process looks: here a word. */
export type Sender = 'our page' | 'a stranger';

const later = () => new Promise((resolve) => setImmediate(resolve));

type Listener = (sender: Sender, ...received: unknown[]) => Promise<unknown>;

/**
 * Stands for Electron's IPC in memory: a message is copied by structured clone on its way, there and back, arrives
 * later and in the order of sending, and an error arrives as its message alone.
 */
export function anIpcPair() {
  const handlers = new Map<string, Listener>();
  const listeners = new Map<string, Set<(message: Event) => void>>();

  const host: HostChannel<Sender> = {
    handle(channel, listener) {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
      handlers.set(channel, listener);
    },
  };
  const invoke = async (sender: Sender, channel: string, sent: unknown[]) => {
    const received = structuredClone(sent);
    await later();
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    try {
      const answer = structuredClone(await handler(sender, ...received));
      await later();
      return answer;
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`);
    }
  };
  const pageOf = (sender: Sender): PageChannel => ({
    // biome-ignore lint/suspicious/noExplicitAny: what comes over the wire has no type, as in Electron's own typings
    invoke: (channel, ...sent) => invoke(sender, channel, sent) as Promise<any>,
    listen(channel, listener) {
      const own = (message: Event) => listener(message);
      const among = listeners.get(channel) ?? new Set();
      listeners.set(channel, among.add(own));
      return () => among.delete(own);
    },
  });

  return {
    host,
    page: pageOf('our page'),
    stranger: pageOf('a stranger'),
    /** From the main process to the page. */
    send(channel: string, message?: unknown): void {
      const copy = structuredClone(message) as Event;
      setImmediate(() => {
        for (const listener of [...(listeners.get(channel) ?? [])]) listener(copy);
      });
    },
  };
}
