import { join } from 'node:path';
import { build } from 'vite';
import { rendererConfig } from '../renderer/viteConfig.ts';
import { namePackages } from './bundle.ts';
import { ROOT } from './run.ts';

/** Where the interface's build goes: beside the bundled application, which serves it from there. */
export const RENDERER = join(ROOT, 'dist', 'renderer');

/** Builds the interface into a folder. Gives the folders of the packages that went in. */
export async function bundleRenderer(folder: string = RENDERER): Promise<Set<string>> {
  const packages = new Set<string>();
  const config = rendererConfig();
  await build({
    ...config,
    root: join(ROOT, 'renderer'),
    logLevel: 'warn',
    build: { ...config.build, outDir: folder, emptyOutDir: true },
    plugins: [...(config.plugins ?? []), namePackages(packages)],
  });
  return packages;
}
