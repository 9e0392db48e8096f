import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron } from '../../scripts/electronProgram.ts';
import { isOlder } from '../../scripts/ensureBuilt.ts';
import { ROOT } from '../architecture/sourceTree.ts';
import { runProgram } from '../helpers/runProgram.ts';

describe('npm start', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'amberdesk-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (path: string, content = '') => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
    return join(folder, path);
  };
  /** Nothing of the surroundings decides which branch is taken. */
  const start = (environment: readonly string[], ...given: string[]) =>
    runProgram(new URL('../../scripts/start.ts', import.meta.url), given, ['env', ...environment]);

  it('starts Electron where its program is, with what it was given, and ends with its code', async () => {
    const program = write('electron', `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/given'\nexit 7\n`);
    chmodSync(program, 0o755);
    const started = start([`ELECTRON_OVERRIDE_DIST_PATH=${folder}`], 'dossier.amber', '--flag');
    expect(await started.nextLine()).toBe(`Starting in Electron: ${program}`);
    expect(await started.ended).toBe(7);
    expect(readFileSync(join(folder, 'given'), 'utf8')).toBe(`${ROOT}\ndossier.amber\n--flag\n`);
    expect(readFileSync(join(ROOT, 'dist', 'electron', 'main.js'), 'utf8')).toContain('../app/createCore.js');
  });

  it('starts the browser host where Electron’s program is not, and ends with it', async () => {
    const started = start([`ELECTRON_OVERRIDE_DIST_PATH=${folder}/nowhere`], '--no-browser', '--vaults', folder);
    expect(await started.nextLine()).toBe(
      'Electron is not here (npm run electron:fetch gets it): starting in the installed browser.',
    );
    expect(await started.nextLine()).toMatch(/^Open this page in a browser, once: \//);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
  });

  it('looks for Electron’s program where its package keeps it, and where the environment says', () => {
    expect(findElectron({}, folder)).toBeUndefined();
    write('path.txt', 'electron');
    expect(findElectron({}, folder)).toBeUndefined();
    const program = write('dist/electron');
    expect(findElectron({}, folder)).toBe(program);
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'elsewhere') }, folder)).toBeUndefined();
    const other = write('elsewhere/electron');
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'elsewhere') }, folder)).toBe(other);
  });

  it('builds what is missing or older than its sources', () => {
    const sources = ['source', 'lock.json', 'not there'];
    write('source/deep/file.ts');
    write('lock.json');
    expect(isOlder('built.js', sources, folder)).toBe(true);
    const built = write('built.js');
    const at = (path: string, seconds: number) => utimesSync(path, seconds, seconds);
    for (const path of ['source/deep/file.ts', 'source/deep', 'source', 'lock.json']) at(join(folder, path), 1000);
    at(built, 1001);
    expect(isOlder('built.js', sources, folder)).toBe(false);
    at(join(folder, 'source/deep/file.ts'), 1002);
    expect(isOlder('built.js', sources, folder)).toBe(true);
  });
});
