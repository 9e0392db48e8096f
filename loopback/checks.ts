import type { IncomingMessage } from 'node:http';

export interface Checks {
  readonly port: number;
  /** Whether a `Cookie` header holds the session's secret. */
  readonly admits: (cookies: string | undefined) => boolean;
}

/** Methods that change nothing. */
const READING = ['GET', 'HEAD'];

/**
 * Why a request may not come in, or undefined when it may. `Host` keeps out names that somebody points at this machine
 * (DNS rebinding), `Origin` and `Sec-Fetch-Site` other pages of the same browser, the cookie everybody else. The launch
 * page lies in a file and therefore has no origin, and no cookie yet.
 */
export function refusalOf(request: IncomingMessage, { port, admits }: Checks): string | undefined {
  const { host, origin, cookie } = request.headers;
  const authority = `127.0.0.1:${port}`;
  if (host !== authority) return 'host';
  if (request.method === 'POST' && request.url === '/redeem') return origin === 'null' ? undefined : 'origin';
  const isReading = READING.includes(request.method ?? '') && request.headers.upgrade === undefined;
  if (origin === undefined ? !isReading : origin !== `http://${authority}`) return 'origin';
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'site';
  return admits(cookie) ? undefined : 'cookie';
}
