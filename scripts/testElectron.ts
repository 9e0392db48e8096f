import { findElectron } from './electronProgram.ts';
import { ensureBuilt } from './ensureBuilt.ts';
import { run } from './run.ts';

/** `npm run test:electron`: the application in Electron itself. Says so, and fails, where Electron's program is not. */
const electron = findElectron();
if (electron === undefined) {
  console.error('Electron is not here, so nothing was tested in it. npm run electron:fetch gets it.');
  process.exitCode = 1;
} else {
  await ensureBuilt('application', 'electron');
  const passed = run('vitest', ['run', '--config', 'tests/electron/smoke/vitest.config.ts'], {
    ELECTRON_PROGRAM: electron,
  });
  process.exitCode = passed ? 0 : 1;
}
