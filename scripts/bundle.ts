import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { FONT_FILES } from '../core/documents/fonts.ts';
import { ROOT } from './run.ts';

/** Where the bundled application goes: one folder, with everything it reads but the native packages. */
export const APPLICATION = join(ROOT, 'dist', 'app');

/** Packages with native code, or with paths to it: they stay packages, in a `node_modules` above the bundle. */
export const NATIVE_PACKAGES = ['better-sqlite3', '@myriaddreamin/typst-ts-node-compiler'] as const;

/**
 * What is started by name: programs, and the threads that the core starts from the file beside its own. Everything
 * lies in one folder for that reason.
 */
const ENTRIES: Readonly<Record<string, string>> = {
  amberdesk: 'cli/amberdesk.ts',
  jobWorker: 'core/jobs/jobWorker.ts',
  archiveWorker: 'core/exchange/archiveWorker.ts',
  contentWorker: 'core/exchange/contentWorker.ts',
  exchangeChild: 'core/bench/exchangeChild.ts',
};

/** A package that is in the bundle, by its folder in `node_modules`. */
export type BundledPackages = ReadonlySet<string>;

/**
 * Bundles the programs, the core and its threads into `dist/app`, split where the source imports lazily, with the
 * resources, migrations and typefaces they read. Gives the packages that went in.
 */
export async function bundleApplication(): Promise<BundledPackages> {
  const packages = new Set<string>();
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: [...NATIVE_PACKAGES], target: 'node' },
    build: {
      ssr: true,
      outDir: APPLICATION,
      emptyOutDir: true,
      target: 'node26',
      rolldownOptions: {
        input: { ...ENTRIES },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    plugins: [
      {
        name: 'packages-of-the-bundle',
        generateBundle(_options, output) {
          for (const chunk of Object.values(output)) {
            if (chunk.type !== 'chunk') continue;
            for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
              const found = packageFolder(id);
              if (found !== undefined && renderedLength > 0) packages.add(found);
            }
          }
        },
      },
    ],
  });
  for (const folder of ['resources', join('drizzle', 'migrations')]) {
    cpSync(join(ROOT, folder), join(APPLICATION, folder), { recursive: true });
  }
  const resolve = createRequire(import.meta.url).resolve;
  mkdirSync(join(APPLICATION, 'fonts'));
  for (const file of FONT_FILES) copyFileSync(resolve(file), join(APPLICATION, 'fonts', basename(file)));
  return packages;
}

/** The folder of the package that a module is of; undefined for our own. */
function packageFolder(module: string): string | undefined {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module.replaceAll('\\', '/'))?.[0];
}
