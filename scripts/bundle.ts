import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'vite';
import { FONT_FILES } from '../core/documents/fonts.ts';
import { PACKAGE } from './package.ts';
import { ROOT } from './run.ts';

/** Where the bundled application goes: one folder, with everything it reads but the native packages. */
export const APPLICATION = join(ROOT, 'dist', 'app');

/** Packages with native code, or with paths to it: they stay packages, in a `node_modules` above the bundle. */
export const NATIVE_PACKAGES = ['better-sqlite3', '@myriaddreamin/typst-ts-node-compiler'] as const;

/**
 * What others name: programs, the core for a host that is bundled apart, and the threads that the core starts from the
 * file beside its own. Everything lies in one folder for that reason.
 */
const ENTRIES: Readonly<Record<string, string>> = {
  createCore: 'core/createCore.ts',
  loopback: 'loopback/main.ts',
  amberdesk: 'cli/amberdesk.ts',
  jobWorker: 'core/jobs/jobWorker.ts',
  archiveWorker: 'core/exchange/archiveWorker.ts',
  contentWorker: 'core/exchange/contentWorker.ts',
  annexWorker: 'core/annexes/annexWorker.ts',
  copyWorker: 'core/vault/copyWorker.ts',
  exchangeChild: 'core/bench/exchangeChild.ts',
  startPeer: 'core/bench/startPeer.ts',
};

/**
 * Bundles the programs, the core and its threads into a folder, split where the source imports lazily, with the
 * resources, migrations and typefaces they read. Gives the folders of the packages that went in.
 */
export async function bundleApplication(folder: string = APPLICATION): Promise<Set<string>> {
  const packages = new Set<string>();
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: [...NATIVE_PACKAGES], target: 'node' },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node26',
      rolldownOptions: {
        input: { ...ENTRIES },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    plugins: [namePackages(packages)],
  });
  for (const read of ['resources', join('drizzle', 'migrations')]) {
    cpSync(join(ROOT, read), join(folder, read), { recursive: true });
  }
  mkdirSync(join(folder, 'fonts'));
  for (const file of FONT_FILES) {
    const font = join(ROOT, 'node_modules', file);
    copyFileSync(font, join(folder, 'fonts', basename(file)));
    packages.add(packageOf(font) ?? file);
  }
  const { name, version } = PACKAGE;
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, type: 'module' }, null, 2)}\n`);
  return packages;
}

/** Adds the folder of every package that a build read to `packages`. */
export function namePackages(packages: Set<string>): Plugin {
  return {
    name: 'name-packages',
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const found = packageOf(id);
        if (found !== undefined) packages.add(found);
      }
    },
  };
}

/** The folder of the package that a module is of; undefined for our own and for those that the bundler makes up. */
function packageOf(module: string): string | undefined {
  const path = module.replaceAll('\\', '/').replace('\0', '');
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}
