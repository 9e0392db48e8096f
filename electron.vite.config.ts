import { fileURLToPath } from 'node:url';
import { defineConfig } from 'electron-vite';
import { rendererConfig } from './renderer/viteConfig.ts';

const path = (from: string) => fileURLToPath(new URL(from, import.meta.url));
const renderer = rendererConfig();

/**
 * Electron's three builds: the main process and its one-file preload into `dist/electron`, the interface into
 * `dist/renderer`, which is the same for every host.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'dist/electron',
      emptyOutDir: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: { main: path('electron/main.ts') },
        // The core is bundled once for all hosts (`scripts/bundle.ts`), beside the threads it starts.
        external: [/\/core\/createCore\.ts$/],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          paths: (id) => (id.endsWith('/core/createCore.ts') ? '../app/createCore.js' : id),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'dist/electron',
      emptyOutDir: false,
      // A sandboxed preload is one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: path('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    ...renderer,
    build: {
      ...renderer.build,
      outDir: 'dist/renderer',
      minify: true,
      rolldownOptions: { input: path('renderer/index.html') },
    },
  },
});
