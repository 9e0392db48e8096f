import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './run.ts';

const Package = z.object({
  name: z.string(),
  version: z.string(),
  devDependencies: z.record(z.string(), z.string()),
});

/** What `package.json` says of the application. */
export const PACKAGE = Package.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

const Lock = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), integrity: z.string().optional() })),
});

/** What `package-lock.json` says of a package. */
export function lockedPackage(name: string): { version?: string | undefined; integrity?: string | undefined } {
  const lock = Lock.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
  return lock.packages[`node_modules/${name}`] ?? {};
}
