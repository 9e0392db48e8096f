import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A browser that is installed here. */
export interface Browser {
  readonly name: string;
  /** The program. */
  readonly path: string;
  /** The only folder in which it can read and write, where it is confined to one. */
  readonly within?: string;
}

/** What is looked for, in this order, as people know it. */
export const BROWSER_NAMES = ['Chromium', 'Google Chrome', 'Microsoft Edge'] as const;

const LINUX: readonly (readonly [name: string, program: string])[] = [
  ['Chromium', 'chromium'],
  ['Google Chrome', 'google-chrome-stable'],
  ['Google Chrome', 'google-chrome'],
  ['Microsoft Edge', 'microsoft-edge-stable'],
  ['Microsoft Edge', 'microsoft-edge'],
];
const WINDOWS: readonly (readonly [name: string, program: string])[] = [
  ['Chromium', 'Chromium/Application/chrome.exe'],
  ['Google Chrome', 'Google/Chrome/Application/chrome.exe'],
  ['Microsoft Edge', 'Microsoft/Edge/Application/msedge.exe'],
];

/** Where browsers would be on a system, in the order of preference. `environment` is that of the program. */
export function browserPlaces(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): Browser[] {
  if (platform === 'win32') {
    const roots = [environment.ProgramFiles, environment['ProgramFiles(x86)'], environment.LOCALAPPDATA];
    return WINDOWS.flatMap(([name, program]) => given(roots).map((root) => ({ name, path: join(root, program) })));
  }
  if (platform === 'darwin') {
    return BROWSER_NAMES.flatMap((name) =>
      ['/', home].map((root) => ({ name, path: join(root, 'Applications', `${name}.app/Contents/MacOS/${name}`) })),
    );
  }
  const folders = [...new Set([...(environment.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'])];
  const outside = LINUX.flatMap(([name, program]) =>
    folders
      // What lies there is confined, and comes last.
      .filter((folder) => folder.startsWith('/') && !folder.startsWith('/snap/'))
      .map((folder) => ({ name, path: join(folder, program) })),
  );
  // A Chromium from a snap sees neither /dev/shm nor hidden folders; this one is in memory too.
  const within = given([environment.XDG_RUNTIME_DIR]).map((folder) => join(folder, 'snap.chromium'))[0];
  return within === undefined ? outside : [...outside, { name: 'Chromium', path: '/snap/bin/chromium', within }];
}

/**
 * The browser to use: the one that `AMBERDESK_BROWSER` names, or the first that is installed. Undefined when there is
 * none, or none under that name.
 */
export function findBrowser(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Browser | undefined {
  const wanted = environment.AMBERDESK_BROWSER;
  const places =
    wanted === undefined || wanted === ''
      ? browserPlaces(process.platform, environment, homedir())
      : [{ name: wanted, path: wanted }];
  const found = places.find(({ path }) => isProgram(path));
  if (found?.within !== undefined) mkdirSync(found.within, { recursive: true, mode: 0o700 });
  return found;
}

function given(values: readonly (string | undefined)[]): string[] {
  return values.flatMap((value) => (value === undefined || value === '' ? [] : [value]));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
