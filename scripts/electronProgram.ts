import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.ts';

/**
 * Electron's program, where it is already; undefined where it is not. Only looks: the package itself would fetch the
 * program over the network as soon as it is imported. `npm run electron:fetch` is the explicit way to get it.
 */
export function findElectron(
  environment: NodeJS.ProcessEnv = process.env,
  electronPackage: string = join(ROOT, 'node_modules', 'electron'),
): string | undefined {
  const named = join(electronPackage, 'path.txt');
  const name = existsSync(named) ? readFileSync(named, 'utf8').trim() : undefined;
  const override = environment.ELECTRON_OVERRIDE_DIST_PATH;
  const program = override ? join(override, name ?? 'electron') : name && join(electronPackage, 'dist', name);
  return program && existsSync(program) ? program : undefined;
}
