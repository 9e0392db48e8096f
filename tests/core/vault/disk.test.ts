import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openVault } from '../../../core/vault/openVault.ts';
import { aFolder, aVault, codeOf, PASSPHRASE } from '../../helpers/aVault.ts';
import { runProgram } from '../../helpers/runProgram.ts';

const SMALL_DISK = new URL('children/smallDisk.ts', import.meta.url);
/** A name space in which anybody may mount a disk that nobody else sees and that goes with the program. */
const OWN_MOUNTS = ['unshare', '--user', '--map-root-user', '--mount'];
const canMount = spawnSync('unshare', [...OWN_MOUNTS.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

async function onSmallDisk(scenario: string, size: string): Promise<Record<string, unknown>> {
  const disk = join(aFolder(), 'a disk');
  mkdirSync(disk);
  const mount = ['sh', '-c', `mount -t tmpfs -o size=${size} tmpfs "$0" && exec "$@"`, disk];
  const program = runProgram(SMALL_DISK, [scenario, disk, aFolder()], [...OWN_MOUNTS, ...mount]);
  const steps: Record<string, unknown> = {};
  for (let line = await program.nextLine(); line !== undefined; line = await program.nextLine()) {
    const { step, value } = JSON.parse(line);
    steps[step] = value;
  }
  expect(await program.ended, program.errors()).toBe(0);
  return steps;
}

describe.runIf(canMount)('a disk of its own', () => {
  it('is full: the vault says so, loses nothing it acknowledged, leaves no halves, and goes on when there is space', async () => {
    expect(await onSmallDisk('full', '3m')).toEqual({
      blob: 'vault.full',
      stage: 'vault.full',
      'blobs left': [],
      rows: 'vault.full',
      'some rows': true,
      backup: 'vault.full',
      change: 'vault.full',
      'backup elsewhere': 'done',
      backups: 0,
      count: true,
      close: 'done',
      rekey: 'vault.full',
      findings: [],
      kept: '"before the disk was full"',
      'goes on': 'done',
    });
  });

  it('is too small for a vault: nothing is left on it', async () => {
    expect(await onSmallDisk('tiny', '100k')).toEqual({ create: 'vault.full', left: [] });
  });

  it('is read-only: the vault says so and writes nothing', async () => {
    expect(await onSmallDisk('readOnly', '3m')).toEqual({
      open: 'vault.readOnly',
      create: 'vault.readOnly',
      rekey: 'vault.readOnly',
      'backup to it': 'vault.readOnly',
      unchanged: true,
    });
  });
});

/**
 * How nobody may write to a folder here, and how it is taken back: by its permissions, or for the administrator, whom
 * they do not bind, by making it immutable. Undefined where the disk knows no immutable folders.
 */
function waysToForbid(): { forbid: (folder: string) => void; allow: (folder: string) => void } | undefined {
  if (process.getuid?.() !== 0) {
    return { forbid: (folder) => chmodSync(folder, 0o500), allow: (folder) => chmodSync(folder, 0o700) };
  }
  const trial = mkdtempSync(join(tmpdir(), 'immutable-'));
  const immutable = spawnSync('chattr', ['+i', trial]).status === 0;
  if (immutable) execFileSync('chattr', ['-i', trial]);
  rmSync(trial, { recursive: true });
  if (!immutable) return undefined;
  return {
    forbid: (folder) => execFileSync('chattr', ['+i', folder]),
    allow: (folder) => execFileSync('chattr', ['-i', folder]),
  };
}

const ways = waysToForbid();
if (ways !== undefined) {
  it('a folder that may not be written to is refused, and opens again when it may', async () => {
    const { vault, folder } = await aVault();
    vault.close();
    ways.forbid(folder);
    try {
      expect(await codeOf(() => openVault(folder, PASSPHRASE))).toBe('vault.readOnly');
    } finally {
      ways.allow(folder);
    }
    (await openVault(folder, PASSPHRASE)).close();
  });
}
