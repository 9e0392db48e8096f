import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserArguments, PREFERENCES } from './browserArguments.ts';
import type { Browser } from './findBrowser.ts';
import { makePrivateFolder } from './privateFolder.ts';

/** The browser that shows the windows of this host, and nothing else. */
export interface OpenBrowser {
  /** Resolves when it has ended, by whatever cause; its profile is removed then. */
  readonly ended: Promise<void>;
  readonly profile: string;
  /** Ends it. */
  close(): Promise<void>;
}

export interface OpenBrowserOptions {
  readonly browser: Browser;
  readonly launchPage: string;
  readonly port: number;
  /** For tests: to run without a screen, and to be looked at. */
  readonly moreArguments?: readonly string[];
}

/** How long a browser may take to end when it is asked to. */
const PATIENCE_MS = 5_000;

/**
 * Starts the browser in app mode, with a profile that is thrown away: a private folder, in memory where possible. A
 * browser that cannot be started counts as ended.
 */
export function openBrowser({ browser, launchPage, port, moreArguments = [] }: OpenBrowserOptions): OpenBrowser {
  const folder = makePrivateFolder(browser.within);
  const profile = join(folder.path, 'profile');
  const temporary = join(folder.path, 'tmp');
  mkdirSync(join(profile, 'Default'), { recursive: true });
  mkdirSync(temporary);
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(PREFERENCES));
  const isRoot = process.getuid?.() === 0;
  const child = spawn(browser.path, [...browserArguments({ launchPage, port, profile, isRoot }), ...moreArguments], {
    stdio: 'ignore',
    // A group of its own: an interrupt in the terminal is for the host, which then ends the browser in good order.
    detached: process.platform !== 'win32',
    env: {
      ...process.env,
      ...lettersOf(process.env),
      TMPDIR: temporary,
      // A dump of a crash would hold what was on the screen.
      BREAKPAD_DUMP_LOCATION: temporary,
      XDG_CACHE_HOME: temporary,
      MESA_SHADER_CACHE_DISABLE: 'true',
    },
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const end = (signal: NodeJS.Signals) => {
    if (child.pid === undefined) return;
    try {
      if (process.platform === 'win32') child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  const killAtExit = () => end('SIGKILL');
  process.once('exit', killAtExit);
  const ended = gone.then(() => {
    process.off('exit', killAtExit);
    // What is left of its group would write into the profile again.
    end('SIGKILL');
    folder.remove();
  });
  return {
    ended,
    profile,
    async close() {
      end('SIGTERM');
      const impatient = setTimeout(() => end('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(impatient);
    },
  };
}

/** Where nothing says in which letters files are named, a browser finds none whose name has accents. */
export function lettersOf({ LC_ALL, LC_CTYPE, LANG }: NodeJS.ProcessEnv): { readonly LANG?: string } {
  return LC_ALL || LC_CTYPE || LANG ? {} : { LANG: 'C.UTF-8' };
}
