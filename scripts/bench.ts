import { join } from 'node:path';
import { ensureBuilt } from './ensureBuilt.ts';
import { ROOT, run } from './run.ts';

/** `npm run bench [-- NAME…]`: the named measures, over the application as it ships, built first where it is older. */
await ensureBuilt('application', 'renderer');
const program = join(ROOT, 'cli', 'amberdesk.ts');
process.exitCode = run('node', [program, 'bench', ...process.argv.slice(2)]) ? 0 : 1;
