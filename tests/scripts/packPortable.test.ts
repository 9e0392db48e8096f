import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE } from '../../scripts/package.ts';
import { aLastingFolder } from '../helpers/lastingFolder.ts';

const PACK = fileURLToPath(new URL('../../scripts/packPortable.ts', import.meta.url));
const USE = fileURLToPath(new URL('children/usePortable.ts', import.meta.url));
const NAME = `amberdesk-${PACKAGE.version}-linux-x64`;

/** Packing two hundred megabytes takes ten seconds, and minutes on a machine that does much else. */
const PATIENCE = 10 * 60_000;

/** A network that has this machine's own loopback and nothing else; as root, or with a user's own namespace. */
const ALONE = process.getuid?.() === 0 ? ['unshare', '--net'] : ['unshare', '--user', '--map-root-user', '--net'];

function pack(into: string): string {
  execFileSync(process.execPath, [PACK, '--out', into, 'linux-x64'], { stdio: ['ignore', 'ignore', 'inherit'] });
  return join(into, `${NAME}.zip`);
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

describe('the portable folder for Linux', () => {
  const scratch = aLastingFolder();
  const folder = join(scratch, 'elsewhere', NAME);
  let archive = '';

  beforeAll(() => {
    archive = pack(join(scratch, 'one'));
    execFileSync('unzip', ['-q', archive, '-d', join(scratch, 'elsewhere')]);
  }, PATIENCE);

  it('runs where it is unpacked, without the programs and the network of the machine', () => {
    const home = join(scratch, 'home');
    mkdirSync(home);
    const [command = '', ...rest] = ALONE;
    const alone = 'ip link set lo up && exec "$@"';
    const ran = spawnSync(command, [...rest, 'sh', '-c', alone, 'sh', process.execPath, USE, folder, home], {
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    expect(JSON.parse(ran.stdout)).toEqual({
      state: 'locked',
      interface: true,
      pages: expect.any(Number),
      pdf: '%PDF-',
    });
    expect(readdirSync(home)).toEqual(['x.amberdesk']);
  });

  it('runs commands by their name', () => {
    const ran = spawnSync(join(folder, 'amberdesk'), ['search', '--help'], { env: {}, encoding: 'utf8' });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).toContain('amberdesk search');
  });

  it('has two programs, and for every package a licence', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const programs = files.filter((entry) => (statSync(join(entry.parentPath, entry.name)).mode & 0o111) !== 0);
    expect(programs.map(({ name }) => name).toSorted()).toEqual(['amberdesk', 'node']);
    const licences = readFileSync(join(folder, 'THIRD-PARTY-LICENCES.txt'), 'utf8');
    const named = [...licences.matchAll(/^=+\n(\S+) /gm)].map((heading) => heading[1]);
    expect(named).toEqual(
      expect.arrayContaining([
        'Node.js',
        'react',
        'better-sqlite3-multiple-ciphers',
        'drizzle-orm',
        '@fontsource/unifont',
      ]),
    );
    expect(files.filter(({ name }) => /win32|darwin|arm64|musl/.test(name) && name.endsWith('.node'))).toEqual([]);
  });

  it(
    'is the same bytes when it is made again',
    () => {
      expect(digestOf(pack(join(scratch, 'two')))).toBe(digestOf(archive));
    },
    PATIENCE,
  );
});
