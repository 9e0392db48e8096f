import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findElectron } from './electronProgram.ts';
import { ensureBuilt } from './ensureBuilt.ts';
import { ROOT } from './run.ts';

/**
 * `npm start [-- arguments]`: the application in Electron where Electron's program is already, else in the browser that is
 * installed. What is not built, or older than its sources, is built first. Arguments go to the host.
 */
const electron = findElectron();
const given = process.argv.slice(2);
if (electron === undefined) {
  console.log('Electron is not here (npm run electron:fetch gets it): starting in the installed browser.');
  await ensureBuilt('application', 'renderer');
  startHost(process.execPath, [join(ROOT, 'dist', 'app', 'loopback.js'), ...given]);
} else {
  console.log(`Starting in Electron: ${electron}`);
  await ensureBuilt('application', 'electron');
  startHost(electron, [ROOT, ...given]);
}

function startHost(program: string, programArguments: readonly string[]): void {
  const host = spawn(program, programArguments, { stdio: 'inherit', cwd: ROOT });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => host.kill(signal));
  host.on('error', (error) => {
    console.error(`${program} could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  host.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
