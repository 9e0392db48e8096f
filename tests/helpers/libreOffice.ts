import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aFolder } from './aVault.ts';

/** Converts files with LibreOffice in one run, each to this form; gives what came of each, by its name without ending. */
export function converted(
  files: Readonly<Record<string, Uint8Array | string>>,
  to: 'docx' | 'odt' | 'txt:Text (encoded):UTF8' | 'pdf',
): Record<string, Buffer> {
  const folder = aFolder();
  const made = join(folder, 'made');
  mkdirSync(made);
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
  // A profile of its own: another LibreOffice that is open would take the files, and make nothing.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', made, ...paths], {
    stdio: 'ignore',
    // Where no language is set it cannot read names with accents, and waits for ever.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    timeout: 200_000,
  });
  const [ending = ''] = to.split(':');
  return Object.fromEntries(
    Object.keys(files).map((name) => {
      const bare = name.replace(/\.\w+$/, '');
      return [bare, readFileSync(join(made, `${bare}.${ending}`))];
    }),
  );
}
