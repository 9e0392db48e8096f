import { describe, expect, it } from 'vitest';
import { browserPlaces } from '../../loopback/findBrowser.ts';

describe('the places of browsers', () => {
  it('are those of each system, Chromium first', () => {
    const linux = browserPlaces(
      'linux',
      { PATH: '/opt/bin:/usr/bin:/snap/bin:here', XDG_RUNTIME_DIR: '/run/user/7' },
      '/home/mira',
    );
    expect(linux.map(({ path }) => path).slice(0, 3)).toEqual([
      '/opt/bin/chromium',
      '/usr/bin/chromium',
      '/usr/local/bin/chromium',
    ]);
    expect(linux.map(({ path }) => path)).toContain('/usr/bin/microsoft-edge');
    expect(linux.at(-1)).toEqual({ name: 'Chromium', path: '/snap/bin/chromium', within: '/run/user/7/snap.chromium' });
    expect(browserPlaces('linux', {}, '/home/mira').some(({ within }) => within !== undefined)).toBe(false);
    expect(browserPlaces('darwin', {}, '/Users/mira').map(({ path }) => path)).toEqual([
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Users/mira/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/mira/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Users/mira/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ]);
    const windows = browserPlaces(
      'win32',
      { ProgramFiles: 'C:/Program Files', LOCALAPPDATA: 'C:/Users/mira/AppData/Local' },
      '',
    );
    expect(windows.map(({ name, path }) => [name, path])).toEqual([
      ['Chromium', 'C:/Program Files/Chromium/Application/chrome.exe'],
      ['Chromium', 'C:/Users/mira/AppData/Local/Chromium/Application/chrome.exe'],
      ['Google Chrome', 'C:/Program Files/Google/Chrome/Application/chrome.exe'],
      ['Google Chrome', 'C:/Users/mira/AppData/Local/Google/Chrome/Application/chrome.exe'],
      ['Microsoft Edge', 'C:/Program Files/Microsoft/Edge/Application/msedge.exe'],
      ['Microsoft Edge', 'C:/Users/mira/AppData/Local/Microsoft/Edge/Application/msedge.exe'],
    ]);
  });
});
