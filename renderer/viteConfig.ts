import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

const PACKAGES = decodeURI(new URL('../node_modules', import.meta.url).pathname).replace(/^\/(?=\w:)/u, '');

/** How the interface is built, for every host and for development alike. Paths are from the project's folder. */
export function rendererConfig(): InlineConfig {
  return {
    configFile: false,
    root: 'renderer',
    base: './',
    plugins: [babel({ presets: [linguiTransformerBabelPreset()] }), react(), lingui()],
    // Their packages offer programs of Node alone, which read these files from the disk.
    resolve: {
      alias: [{ find: /^(dictionary-(?:en-gb|fr))\/(index\.(?:aff|dic)\?raw)$/, replacement: `${PACKAGES}/$1/$2` }],
    },
    css: { modules: { localsConvention: 'camelCaseOnly' } },
    build: {
      outDir: '../dist/renderer',
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      modulePreload: { polyfill: false },
    },
  };
}
