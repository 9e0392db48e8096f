import { ensureBuilt } from './ensureBuilt.ts';
import { run } from './run.ts';

/** `npm run electron:pack [-- options]`: the installers of this platform into `out/installers`. Needs Electron's download. */
await ensureBuilt('application', 'electron');
const options = process.argv.slice(2);
if (!run('electron-builder', ['--config', 'electron-builder.ts', '--publish', 'never', ...options]))
  process.exitCode = 1;
