import type { ServerResponse } from 'node:http';
import type { ChosenFile } from '../contract/chosenFile.ts';
import type { Event } from '../contract/events.ts';

/** The open windows, each known by its stream of events. */
export interface Windows {
  /**
   * A window begins to listen; `after` is the number of the last event it had. It is told first what the number is now,
   * as the message `at`.
   */
  join(response: ServerResponse, after: number | undefined): void;
  tell(event: Event): void;
  /** Ends all streams; nobody is told that the last window closed. */
  close(): void;
}

export interface WindowsOptions {
  /** Offered to the first window that listens. */
  readonly opened: readonly ChosenFile[];
  /** How long to wait for a window to come back (reload) before the last one counts as closed. */
  readonly graceMilliseconds: number;
  readonly lastClosed: () => void;
}

const KEEP_ALIVE_MS = 15_000;
/** Events that a window can still have after a gap. */
const REMEMBERED = 200;
/** Bytes that wait for a window that does not read; beyond, it must come back and ask for what it missed. */
const MOST_WAITING = 64 * 1024 ** 2;

export function createWindows({ opened, graceMilliseconds, lastClosed }: WindowsOptions): Windows {
  const streams = new Set<ServerResponse>();
  const remembered: { readonly number: number; readonly line: string }[] = [];
  let last = 0;
  let offers = opened;
  let grace: NodeJS.Timeout | undefined;
  const keepAlive = setInterval(() => {
    for (const stream of streams) stream.write(':\n\n');
  }, KEEP_ALIVE_MS).unref();

  function leave(stream: ServerResponse): void {
    if (!streams.delete(stream) || streams.size > 0) return;
    grace = setTimeout(lastClosed, graceMilliseconds);
  }

  return {
    join(response, after) {
      clearTimeout(grace);
      streams.add(response);
      response.on('close', () => leave(response));
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(`retry: 500\nevent: at\n${after === undefined ? `id: ${last}\n` : ''}data: ${last}\n\n`);
      if (after !== undefined) for (const { number, line } of remembered) if (number > after) response.write(line);
      if (offers.length > 0) {
        response.write(`data: ${JSON.stringify({ event: 'filesOpened', files: [...offers] } satisfies Event)}\n\n`);
        offers = [];
      }
    },
    tell(event) {
      last += 1;
      const line = `id: ${last}\ndata: ${JSON.stringify(event)}\n\n`;
      remembered.push({ number: last, line });
      if (remembered.length > REMEMBERED) remembered.shift();
      for (const stream of streams) {
        stream.write(line);
        if (stream.writableLength > MOST_WAITING) stream.destroy();
      }
    },
    close() {
      clearInterval(keepAlive);
      clearTimeout(grace);
      for (const stream of [...streams]) {
        streams.delete(stream);
        stream.end();
      }
    },
  };
}
