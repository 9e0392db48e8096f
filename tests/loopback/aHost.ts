import { readFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Answer } from '../../contract/call.ts';
import { Event } from '../../contract/events.ts';
import type { Transport } from '../../contract/transport.ts';
import { type Served, type ServeOptions, serve } from '../../loopback/serve.ts';
import { createCore } from '../helpers/builtCore.ts';

/** A small interface: a page, a script and an icon. */
export const ASSETS = fileURLToPath(new URL('fixtures/assets', import.meta.url));

export interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Asking {
  readonly method?: string;
  /** Added to what a page of the session would send; undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Buffer | Readable;
  /** Ends the connection in the middle. */
  readonly signal?: AbortSignal;
}

/** A window's stream of events. */
export interface Listening {
  readonly events: Event[];
  readonly reply: IncomingMessage;
  /** Resolves when the host ended the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

export interface TestHost extends Served {
  /** Asks over HTTP, as a page of the session does. */
  ask(path: string, asking?: Asking): Promise<Reply>;
  listen(path?: string): Promise<Listening>;
  /** The token of the launch page. */
  readonly token: string;
  redeem(token: string): Promise<Reply>;
}

/** A host that nobody has entered yet. */
export async function aClosedHost(options: Partial<ServeOptions> = {}): Promise<TestHost> {
  const served = await serve({ core: createCore(), assets: ASSETS, ...options });
  const token = /name="token" value="([^"]+)"/.exec(readFileSync(served.launchPage, 'utf8'))?.[1] ?? '';
  let cookie: string | undefined;

  function send(path: string, { method = 'GET', headers = {}, body, signal }: Asking): Promise<IncomingMessage> {
    const own = { Host: `127.0.0.1:${served.port}`, Origin: method === 'GET' ? undefined : served.url, Cookie: cookie };
    const all = Object.entries({ ...own, ...headers }).filter(([, value]) => value !== undefined);
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: served.port, path, method, setHost: false, agent: false };
      const asked = request(
        { ...options, headers: Object.fromEntries(all), ...(signal === undefined ? {} : { signal }) },
        resolve,
      ).on('error', reject);
      if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) asked.end(body);
      else body.pipe(asked);
    });
  }
  async function ask(path: string, asking: Asking = {}): Promise<Reply> {
    const reply = await send(path, asking);
    const { statusCode = 0, headers } = reply;
    return { status: statusCode, headers, body: await buffer(reply) };
  }

  return {
    ...served,
    ask,
    token,
    async redeem(offered) {
      const reply = await ask('/redeem', {
        method: 'POST',
        headers: { Origin: 'null', 'Content-Type': 'application/x-www-form-urlencoded', Cookie: undefined },
        body: new URLSearchParams({ token: offered }).toString(),
      });
      if (reply.status === 200) cookie = reply.headers['set-cookie']?.[0]?.split(';')[0];
      return reply;
    },
    async listen(path = '/events') {
      const reply = await send(path, {});
      const events: Event[] = [];
      const ended = (async () => {
        for await (const line of createInterface({ input: reply })) {
          // A number alone says how far the events are.
          if (line.startsWith('data: {')) events.push(Event.parse(JSON.parse(line.slice('data: '.length))));
        }
      })().catch(() => {});
      return { events, reply, ended, close: () => reply.destroy() };
    },
  };
}

/** A host whose session has begun. */
export async function aHost(options: Partial<ServeOptions> = {}): Promise<TestHost> {
  const host = await aClosedHost(options);
  await host.redeem(host.token);
  return host;
}

/** Calls over HTTP, and the events of one window. */
export async function httpTransport(host: TestHost): Promise<Transport> {
  const listeners = new Set<(event: Event) => void>();
  const { events } = await host.listen();
  events.push = (event: Event) => {
    for (const listener of [...listeners]) listener(event);
    return 0;
  };
  return {
    async call(name, input) {
      const reply = await host.ask(`/call/${encodeURIComponent(name)}`, {
        method: 'POST',
        body: JSON.stringify(input) ?? '',
      });
      return parseAnswer(reply);
    },
    subscribe(listener) {
      const own = (event: Event) => listener(event);
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}

/** What a call answered, as it came. */
export function parseAnswer({ body }: Reply): Answer {
  return JSON.parse(body.toString('utf8'));
}
