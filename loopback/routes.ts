import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Answer } from '../contract/call.ts';
import { AmberdeskError, type ErrorCode, sentenceOf } from '../domain/errors.ts';
import type { Assets } from './assets.ts';
import { bodyOf, CALL_BODY, readJson, SMALL_BODY } from './readText.ts';
import type { Transfers } from './transfers.ts';
import type { Windows } from './windows.ts';

export interface RouteContext {
  readonly call: (name: string, input: unknown) => Promise<Answer>;
  readonly windows: Windows;
  readonly transfers: Transfers;
  readonly assets: Assets;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What the path holds after the route's own part, decoded. */
  readonly rest: string;
  readonly query: URLSearchParams;
}

type Answering = (exchange: Exchange, context: RouteContext) => Promise<void> | void;

/** Everything that can be asked for besides the interface's own files: method, path up to the rest, what answers. */
const ROUTES: readonly (readonly [method: string, path: RegExp, answering: Answering])[] = [
  ['POST', /^\/call\/([^/]*)$/, answerCall],
  ['GET', /^\/events$/, joinWindow],
  ['POST', /^\/files$/, takeFile],
  ['DELETE', /^\/files\/([^/]+)$/, dropTransfer],
  ['POST', /^\/downloads$/, prepareDownload],
  ['GET', /^\/downloads\/([^/]+)$/, sendDownload],
  ['GET', /^\/downloads\/([^/]+)\/waiting$/, askDownload],
  ['DELETE', /^\/downloads\/([^/]+)$/, dropTransfer],
  // Answered before any other check of the session; named here so that other methods are told from unknown paths.
  ['POST', /^\/redeem$/, () => {}],
];

/** Gives what answers requests that passed every check. */
export function createRoutes(context: RouteContext) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = request.url ?? '';
    const url = asked.startsWith('/') && URL.canParse(asked, 'http://127.0.0.1') && new URL(`http://127.0.0.1${asked}`);
    if (url === false) return refuse(response, 404);
    const here = ROUTES.filter(([, path]) => path.test(url.pathname));
    const route = here.find(([method]) => method === request.method);
    if (route !== undefined) {
      const rest = decode(route[1].exec(url.pathname)?.[1] ?? '');
      if (rest === undefined) return refuse(response, 404);
      return route[2]({ request, response, rest, query: url.searchParams }, context);
    }
    if (here.length > 0) return refuse(response, 405, here.map(([method]) => method).join(', '));
    if (request.method !== 'GET') return refuse(response, 405, 'GET');
    const path = decode(url.pathname);
    if (path === undefined || !(await context.assets.answer(path, request, response))) refuse(response, 404);
  };
}

function refuse(response: ServerResponse, status: 404 | 405, allow?: string): void {
  if (allow !== undefined) response.setHeader('Allow', allow);
  response.writeHead(status).end();
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

const STATUS: Partial<Record<ErrorCode, number>> = { 'load.tooLarge': 413, 'vault.full': 507, 'input.invalid': 400 };

/** Sends what `work` gives; a coded error becomes an `Answer`, with a status that says as much as a status can. */
async function answering(response: ServerResponse, work: () => Promise<unknown>) {
  try {
    sendJson(response, await work());
  } catch (error) {
    const { code, details } = error instanceof AmberdeskError ? error : new AmberdeskError('internal');
    const status = STATUS[code] ?? 500;
    sendJson(
      response,
      { ok: false, error: { code, message: sentenceOf(code, 'en'), details } } satisfies Answer,
      status,
    );
  }
}

function answerCall({ request, response, rest }: Exchange, { call }: RouteContext): Promise<void> {
  return answering(response, async () => call(rest, await readJson(request, CALL_BODY)));
}

function joinWindow({ request, response, query }: Exchange, { windows }: RouteContext): void {
  const after = request.headers['last-event-id'] ?? query.get('after');
  windows.join(response, /^\d{1,15}$/.test(String(after)) ? Number(after) : undefined);
}

function takeFile({ request, response, query }: Exchange, { transfers }: RouteContext): Promise<void> {
  return answering(response, async () => transfers.receive(query.get('name') ?? '', bodyOf(request)));
}

const DownloadOrder = z.object({ name: z.string() });

function prepareDownload({ request, response }: Exchange, { transfers }: RouteContext): Promise<void> {
  return answering(response, async () => {
    const order = DownloadOrder.safeParse(await readJson(request, SMALL_BODY));
    if (!order.success) throw new AmberdeskError('input.invalid', 'name');
    return transfers.prepare(order.data.name);
  });
}

async function sendDownload({ response, rest, query }: Exchange, { transfers }: RouteContext): Promise<void> {
  const asked = query.get('volume');
  const volume = asked === null ? undefined : /^[1-9]\d{0,2}$/.test(asked) ? Number(asked) : 0;
  const found = volume === 0 ? undefined : transfers.find(rest, volume);
  if (found === undefined) return refuse(response, 404);
  try {
    const { size } = await stat(found.file);
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': size,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
    });
    await pipeline(createReadStream(found.file), response);
  } finally {
    transfers.handed(found);
  }
}

/** Whether a volume still waits to be fetched. */
function askDownload({ response, rest, query }: Exchange, { transfers }: RouteContext): void {
  const asked = query.get('volume') ?? '';
  sendJson(response, { waits: /^[1-9]\d{0,2}$/.test(asked) && transfers.find(rest, Number(asked)) !== undefined });
}

function dropTransfer({ response, rest }: Exchange, { transfers }: RouteContext): void {
  if (transfers.remove(rest)) response.writeHead(204).end();
  else refuse(response, 404);
}
