import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './run.ts';

/** `npm run build`: JavaScript of every folder under `dist/`, with the migrations and resources it reads. */
if (run('tsc', ['-b'])) {
  cpSync(join(ROOT, 'drizzle', 'migrations'), join(ROOT, 'dist', 'drizzle', 'migrations'), { recursive: true });
  cpSync(join(ROOT, 'resources'), join(ROOT, 'dist', 'resources'), { recursive: true });
} else {
  process.exitCode = 1;
}
