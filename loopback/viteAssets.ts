import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { createServer as createVite, type InlineConfig, mergeConfig } from 'vite';
import { pagePolicy } from '../contract/page.ts';
import { type Assets, answerPage } from './assets.ts';

/**
 * The interface from its sources, for those who write it: what changes is shown at once. Vite answers only requests
 * that passed every check, and its socket shares the host's port. `root` is the project's folder.
 */
export async function viteAssets(config: InlineConfig, root: string, server: Server, port: number): Promise<Assets> {
  const folder = join(root, config.root ?? '.');
  const vite = await createVite(
    mergeConfig(config, {
      root: folder,
      appType: 'custom',
      clearScreen: false,
      // Known to what Vite writes into the page; the page's own nonce takes its place.
      html: { cspNonce: '__CSP_NONCE__' },
      server: {
        middlewareMode: true,
        hmr: { server },
        cors: false,
        fs: { allow: [root] },
      },
    } satisfies InlineConfig),
  );
  return {
    async answer(path, request, response) {
      if (path === '/') {
        const page = await vite.transformIndexHtml('/', await readFile(join(folder, 'index.html'), 'utf8'));
        answerPage(response, page, (nonce) => developmentPolicy(nonce, port));
        return true;
      }
      return new Promise((resolve, reject) => {
        response.once('close', () => resolve(true));
        vite.middlewares(request, response, (error?: unknown) =>
          error === undefined ? resolve(false) : reject(error),
        );
      });
    },
    close: () => vite.close(),
  };
}

/** What Vite needs beyond the page's own policy: its socket, and the scripts that it writes into the page. */
export function developmentPolicy(nonce: string, port: number): string {
  return pagePolicy(nonce)
    .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
    .replace("connect-src 'self'", `connect-src 'self' ws://127.0.0.1:${port}`);
}
