import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, relative } from 'node:path';
import { mediaTypeOf, pagePolicy, withNonce } from '../contract/page.ts';
import { makeNonce } from './headers.ts';

/** Where the interface's page comes from, and what it loads. Only asked about requests that passed every check. */
export interface Assets {
  /** Answers a GET of this path; gives false when there is nothing of that name. */
  answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  close(): Promise<void>;
}

/** The files of a folder as they are now, by name: what is not in the list does not exist, whatever a path says. */
export function folderAssets(folder: string): Assets {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(folder, file).replaceAll('\\', '/')}`, file]),
  );
  const index = files.get('/index.html');
  return {
    async answer(path, _request, response) {
      const file = path === '/' ? index : files.get(path);
      if (file === undefined) return false;
      const content = await readFile(file);
      if (file === index) answerPage(response, content.toString('utf8'), pagePolicy);
      else response.setHeader('Content-Type', mediaTypeOf(file)).end(content);
      return true;
    },
    async close() {},
  };
}

/** Answers with the interface's page, its nonce filled in, under its policy. */
export function answerPage(response: ServerResponse, page: string, policy: (nonce: string) => string): void {
  const nonce = makeNonce();
  response.setHeader('Content-Security-Policy', policy(nonce));
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(withNonce(page, nonce));
}
