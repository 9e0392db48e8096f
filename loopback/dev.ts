import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';
import { runHost } from './runHost.ts';
import { viteAssets } from './viteAssets.ts';

/** `npm run dev`: the loopback host with the interface from its sources. */
const ROOT = fileURLToPath(new URL('../', import.meta.url));

// Not imported by name: hosts know nothing of the interface, but for how it is built.
const { rendererConfig }: { rendererConfig: () => InlineConfig } = await import(`${ROOT}renderer/viteConfig.ts`);

process.exitCode = await runHost(process.argv.slice(2), (server, port) =>
  viteAssets(rendererConfig(), ROOT, server, port),
);
