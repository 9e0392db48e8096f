import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

/** Programs that the tests and measures run, with the Debian package each comes from. */
const PROGRAMS: Readonly<Record<string, string>> = {
  age: 'age',
  'ssh-keygen': 'openssh-client',
  tar: 'tar',
  sha256sum: 'coreutils',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  qpdf: 'qpdf',
  strace: 'strace',
  chromium: 'chromium',
  'chromium-headless-shell': 'chromium-headless-shell',
  git: 'git',
  script: 'bsdutils',
  unzip: 'unzip',
  unshare: 'util-linux',
  ip: 'iproute2',
  syncthing: 'syncthing',
  soffice: 'libreoffice-writer-nogui',
};

function missingPackages(): string[] {
  const missing = Object.entries(PROGRAMS)
    .filter(([program]) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0)
    .map(([, debianPackage]) => debianPackage);
  return [...new Set(missing)];
}

/**
 * Makes sure that the programs are there: installs what lacks with apt where this is root on Debian, else says what to
 * install. Gives whether all are there.
 */
export async function ensurePrograms(): Promise<boolean> {
  const lacking = missingPackages();
  if (lacking.length === 0) return true;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    console.error(`Please install these first: ${lacking.join(', ')} (Debian package names).`);
    return false;
  }
  console.log(`Installing ${lacking.join(', ')} with apt.`);
  return (
    (await apt('update', '-qq')) &&
    (await apt('install', '-y', '-qq', '--no-install-recommends', ...lacking)) &&
    missingPackages().length === 0
  );
}

async function apt(...what: readonly string[]): Promise<boolean> {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const [code] = await once(
    spawn('apt-get', what, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] }),
    'close',
  );
  return code === 0;
}
