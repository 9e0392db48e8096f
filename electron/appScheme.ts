import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CustomScheme } from 'electron';
import { FILE_POLICY, mediaTypeOf, PAGE_HEADERS, pagePolicy, withNonce } from '../contract/page.ts';

/** The origin of the interface, and of nothing else. */
export const ORIGIN = 'app://amberdesk';

/** `app:` behaves like a secure web origin and has no privilege over one: the page's policy holds for it. */
export const APP_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    bypassCSP: false,
    allowServiceWorkers: false,
    corsEnabled: false,
    stream: false,
    codeCache: false,
    allowExtensions: false,
  },
};

/** Where a window starts; the address of the interface comes in the fragment, as in every host. */
export function urlOf(address: string): string {
  return `${ORIGIN}/#${address}`;
}

/**
 * Answers requests to `app:` from the renderer's build. The files are those of the folder as it is now: what is not in
 * the list does not exist, whatever a path says.
 */
export function serveInterface(folder: string): (request: { url: string; method: string }) => Response {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(folder, file).replaceAll('\\', '/')}`, file]),
  );
  return ({ url, method }) => {
    const { protocol, host, pathname } = new URL(url);
    const name = pathname === '/' ? '/index.html' : pathname;
    const file = `${protocol}//${host}` === ORIGIN && method === 'GET' ? files.get(name) : undefined;
    const headers = new Headers({ ...PAGE_HEADERS, 'Content-Security-Policy': FILE_POLICY });
    if (file === undefined) return new Response(null, { status: 404, headers });
    headers.set('Content-Type', mediaTypeOf(name));
    const content = readFileSync(file);
    if (name !== '/index.html') return new Response(content, { headers });
    const nonce = randomBytes(16).toString('base64');
    headers.set('Content-Security-Policy', pagePolicy(nonce));
    return new Response(withNonce(content.toString('utf8'), nonce), { headers });
  };
}
