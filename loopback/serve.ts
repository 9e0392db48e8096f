import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Answer } from '../contract/call.ts';
import type { ChosenFile } from '../contract/chosenFile.ts';
import type { Core } from '../core/createCore.ts';
import { AmberdeskError, sentenceOf } from '../domain/errors.ts';
import { type Assets, folderAssets } from './assets.ts';
import { refusalOf } from './checks.ts';
import { HEADERS, makeNonce } from './headers.ts';
import { createLaunch, enteringPage } from './launch.ts';
import { makePrivateFolder } from './privateFolder.ts';
import { readText, SMALL_BODY } from './readText.ts';
import { createRoutes } from './routes.ts';
import { createTransfers } from './transfers.ts';
import { createWindows } from './windows.ts';

export interface ServeOptions {
  /** What is served. It belongs to the host from now on: the host closes it. */
  readonly core: Core;
  /** The folder of the built interface, or what gives its pages in another way, over the same server. */
  readonly assets: string | ((server: Server, port: number) => Promise<Assets>);
  /** Files with which the application was started: offered to the first window. */
  readonly opened?: readonly ChosenFile[] | undefined;
  /** How long the last window may be away, for a reload, before the host stops. */
  readonly graceMilliseconds?: number | undefined;
  /** Where the private folder is made, if the browser can read only there. */
  readonly within?: string | undefined;
  /** The largest file that is taken in, in bytes. */
  readonly largestFile?: number | undefined;
}

export type StopReason = 'closed' | 'lastWindowClosed' | 'tokenSeen';

/** A running host. */
export interface Served {
  readonly url: string;
  readonly port: number;
  /** Path of the page that lets the first window in: for a browser to open, or a person by hand. */
  readonly launchPage: string;
  /** The folder that goes when the host stops. */
  readonly privateFolder: string;
  /** Resolves when the host has stopped by itself or by `close`: the vault is locked and nothing is left. */
  readonly stopped: Promise<StopReason>;
  close(): Promise<void>;
}

const GRACE_MS = 5_000;
const STOPPED: Answer = {
  ok: false,
  error: { code: 'host.unreachable', message: sentenceOf('host.unreachable', 'en'), details: null },
};

/** Serves the application on a free port of 127.0.0.1 to the browser that redeems the launch page, and to no other. */
export async function serve(options: ServeOptions): Promise<Served> {
  const { core, assets: given, opened = [], graceMilliseconds = GRACE_MS, within, largestFile } = options;
  const server = createServer({ requireHostHeader: false, keepAliveTimeout: 60_000, requestTimeout: 0 });
  const port = await listen(server);
  const url = `http://127.0.0.1:${port}`;
  const folder = makePrivateFolder(within);
  const launch = createLaunch(folder.path, port);
  const transfers = createTransfers(folder.path, largestFile);
  const windows = createWindows({ opened, graceMilliseconds, lastClosed: () => void stop('lastWindowClosed') });
  const assets = typeof given === 'string' ? folderAssets(given) : await given(server, port);
  const calls = new Set<Promise<Answer>>();
  const answerRoute = createRoutes({ call, windows, transfers, assets });
  const checks = { port, admits: launch.admits };

  const unsubscribe = core.subscribe((event) => {
    if (event.event === 'vaultLocked') transfers.clear();
    windows.tell(event);
  });

  function call(name: string, input: unknown): Promise<Answer> {
    if (stopping !== undefined) return Promise.resolve(STOPPED);
    const answer = core.call(name, input);
    calls.add(answer);
    void answer.finally(() => calls.delete(answer));
    return answer;
  }

  async function redeem(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = new URLSearchParams(await readText(request, SMALL_BODY)).get('token') ?? '';
    const outcome = launch.redeem(token);
    if (outcome !== 'redeemed') {
      response.writeHead(403).end();
      if (outcome === 'again') void stop('tokenSeen');
      return;
    }
    const { body, policy } = enteringPage(makeNonce());
    response.setHeader('Set-Cookie', launch.setCookie);
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(body);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (stopping !== undefined) {
      response.setHeader('Connection', 'close').writeHead(503).end();
      return;
    }
    const refusal = refusalOf(request, checks);
    if (refusal !== undefined) response.writeHead(403, { 'Content-Type': 'text/plain' }).end(`Refused: ${refusal}.\n`);
    else if (request.method === 'POST' && request.url === '/redeem') await redeem(request, response);
    else await answerRoute(request, response);
  }

  let stopping: Promise<StopReason> | undefined;
  const { promise: stopped, resolve: tellStopped } = Promise.withResolvers<StopReason>();
  function stop(reason: StopReason): Promise<StopReason> {
    stopping ??= (async () => {
      server.close();
      // Locking ends the jobs; a call that was about to unlock is waited for, so that nothing opens behind our back.
      await core.call('vault.lock', {});
      await Promise.all(calls);
      await core.close();
      unsubscribe();
      windows.close();
      await assets.close();
      server.closeIdleConnections();
      server.closeAllConnections();
      folder.remove();
      tellStopped(reason);
      return reason;
    })();
    return stopping;
  }

  server.on('request', (request, response) => {
    // The rest of a body that was not wanted is passed over, so that the sender comes to read the answer.
    response.on('finish', () => request.resume());
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  // What is no HTTP gets no answer at all; neither do those who may not come in and ask for another protocol, where
  // there is one (none but in development).
  server.on('clientError', (_error, socket) => socket.destroy());
  if (server.listenerCount('upgrade') > 0) {
    server.prependListener('upgrade', (request, socket) => {
      if (stopping !== undefined || refusalOf(request, checks) !== undefined) socket.destroy();
    });
  }

  return {
    url,
    port,
    launchPage: launch.page,
    privateFolder: folder.path,
    stopped,
    close: async () => void (await stop('closed')),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new AmberdeskError('internal', 'no port'));
      else resolve(address.port);
    });
  });
}
