import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  backupTo,
  backupVault,
  changedFiles,
  lastExternalBackup,
  listBackups,
  listBackupsIn,
} from '../../../core/vault/backups.ts';
import { openDatabase } from '../../../core/vault/database.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import { attachVault } from '../../../core/vault/openVault.ts';
import { readSetting, writeSetting } from '../../../core/vault/settings.ts';
import { AmberdeskError } from '../../../domain/errors.ts';
import { aClock, aFolder, aVault, codeOf } from '../../helpers/aVault.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function settingIn(backup: string, key: Uint8Array, name: string): string | undefined {
  const copy = openDatabase(join(backup, 'vault.db'), key, { copy: true });
  try {
    return readSetting(copy, name, z.string());
  } finally {
    copy.sqlite.close();
  }
}

describe('backups', () => {
  it('hold what was written before them and nothing from after', async () => {
    const { vault, key, folder } = await aVault();
    writeSetting(vault, 'state', 'before');
    const backup = backupVault(vault);
    writeSetting(vault, 'state', 'after');
    expect(settingIn(backup.path, key, 'state')).toBe('before');
    expect(listBackups(folder)).toEqual([backup]);
    expect(execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: backup.path, encoding: 'utf8' })).not.toContain(
      'FAILED',
    );
    expect(changedFiles(backup.path)).toEqual([]);
  });

  it('hold everything also while somebody reads, when the log cannot be written back', async () => {
    const { vault, key, folder } = await aVault();
    writeSetting(vault, 'state', 'before');
    const reader = attachVault(folder, key);
    reader.sqlite.exec('BEGIN');
    expect(readSetting(reader, 'state', z.string())).toBe('before');
    writeSetting(vault, 'state', 'newest');
    const backup = backupVault(vault);
    expect(settingIn(backup.path, key, 'state')).toBe('newest');
    expect(readSetting(reader, 'state', z.string())).toBe('before');
    reader.sqlite.exec('COMMIT');
    reader.close();
    expect(settingIn(backupVault(vault).path, key, 'state')).toBe('newest');
  });

  it.runIf(existsSync('/proc/locks'))(
    'made here and in a thread leave the process its lock on the database',
    async () => {
      const { vault, folder, key } = await aVault();
      const locks = () => {
        const { ino } = statSync(join(folder, 'vault.db'));
        const lines = readFileSync('/proc/locks', 'utf8').split('\n');
        return lines.filter((line) => line.includes(`:${ino} `) && line.includes(` ${process.pid} `)).length;
      };
      expect(locks()).toBe(1);
      backupVault(vault);
      expect(locks()).toBe(1);
      const { copySource } = vault;
      const thread = new Worker(new URL('children/backupThread.ts', import.meta.url), {
        workerData: { folder, key, copySource },
      });
      const [name] = await once(thread, 'message');
      await once(thread, 'exit');
      expect(listBackups(folder).map((backup) => backup.name)).toContain(name);
      expect(locks()).toBe(1);
      writeSetting(vault, 'state', 'after the backups');
      const second = attachVault(folder, key);
      expect(readSetting(second, 'state', z.string())).toBe('after the backups');
      second.close();
      expect(locks()).toBe(1);
    },
  );

  it('stay three of today, one of each earlier day, ten at most', async () => {
    const clock = aClock();
    const { vault, folder } = await aVault({ surroundings: clock });
    for (let day = 0; day < 14; day += 1) {
      for (let turn = 0; turn < 4; turn += 1) {
        backupVault(vault, { surroundings: clock });
        clock.move(15 * MINUTE);
      }
      clock.move(DAY - 60 * MINUTE);
    }
    clock.move(-DAY);
    const backups = listBackups(folder);
    expect(backups).toHaveLength(10);
    const days = backups.map((backup) => new Date(backup.at).toISOString().slice(0, 10));
    expect(new Set(days).size).toBe(8);
    expect(days.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => '2027-03-16'));
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(10);
  });

  it('made after a clock was set back stay all the same, so that an import that needs one can go on', async () => {
    const clock = aClock();
    const { vault, folder } = await aVault({ surroundings: clock });
    for (let made = 0; made < 12; made += 1) {
      backupVault(vault, { surroundings: clock, reason: 'import' });
      clock.move(DAY);
    }
    clock.move(-400 * DAY);
    const { name } = backupVault(vault, { surroundings: clock, reason: 'import' });
    expect(listBackups(folder).map((backup) => backup.name)).toContain(name);
  });

  it('made in the same millisecond get names of their own', async () => {
    const clock = aClock();
    const { vault, folder } = await aVault({ surroundings: clock });
    backupVault(vault, { surroundings: clock, reason: 'import' });
    backupVault(vault, { surroundings: clock, reason: 'import' });
    expect(listBackups(folder).map((backup) => backup.name)).toEqual([
      '2027-03-03T18-12-07-001Z-import',
      '2027-03-03T18-12-07-000Z-import',
    ]);
  });

  it('go to another place with their attachments, which are copied once', async () => {
    const clock = aClock();
    const { vault } = await aVault({ surroundings: clock });
    const target = aFolder();
    await vault.blobs.add(randomBytes(100_000));
    expect(lastExternalBackup(vault)).toBeUndefined();
    const first = await backupTo(vault, target, { surroundings: clock });
    expect(lastExternalBackup(vault)).toEqual({ at: clock.now(), path: first.path });
    expect(readJournal(vault)[0]).toMatchObject({ act: 'backedUp', detail: { path: first.path } });
    const root = join(target, 'Délégation.amberbackup');
    const [blob = ''] = readdirSync(join(root, 'blobs'));
    const written = statSync(join(root, 'blobs', blob)).mtimeMs;
    clock.move(MINUTE);
    await vault.blobs.add(randomBytes(5));
    const second = await backupTo(vault, target, { surroundings: clock });
    expect(listBackupsIn(root)).toEqual([second, first]);
    expect(readdirSync(join(root, 'blobs'))).toHaveLength(2);
    expect(statSync(join(root, 'blobs', blob)).mtimeMs).toBe(written);
  });

  it('to another place can be cancelled, and say when an attachment’s file is gone; nothing half stays', async () => {
    const { vault, folder } = await aVault();
    const target = aFolder();
    await vault.blobs.add(randomBytes(10));
    const work = {
      progress() {},
      check() {
        throw new AmberdeskError('job.cancelled');
      },
    };
    expect(await codeOf(() => backupTo(vault, target, { work }))).toBe('job.cancelled');
    const [blob = ''] = readdirSync(join(folder, 'blobs'));
    rmSync(join(folder, 'blobs', blob));
    expect(await codeOf(() => backupTo(vault, target))).toBe('vault.damaged');
    expect(readdirSync(join(target, 'Délégation.amberbackup'))).toEqual(['blobs']);
    expect(lastExternalBackup(vault)).toBeUndefined();
  });
});
