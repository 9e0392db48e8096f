import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Run from source, files are where the project has them; built (`scripts/bundle.ts`), they are beside the code. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const APPLICATION = new URL(FROM_SOURCE ? '../../' : './', import.meta.url);

/** A file or folder of `resources/`, by its path there. */
export function resourcePath(path: string): string {
  return fileURLToPath(new URL(`resources/${path}`, APPLICATION));
}

/** The folder of the database's migrations. */
export function migrationsPath(): string {
  return fileURLToPath(new URL('drizzle/migrations', APPLICATION));
}

/** The file of a typeface, named as its package has it: `@fontsource/unifont/files/…`. */
export function fontPath(file: string): string {
  if (FROM_SOURCE) return createRequire(import.meta.url).resolve(file);
  return fileURLToPath(new URL(`fonts/${basename(file)}`, APPLICATION));
}

/** A program of the built application, by its name: `loopback`. */
export function builtProgram(name: string): string {
  return fileURLToPath(new URL(`${FROM_SOURCE ? 'dist/app/' : ''}${name}.js`, APPLICATION));
}
