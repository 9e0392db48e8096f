import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder, aVault } from '../../helpers/aVault.ts';
import { runProgram } from '../../helpers/runProgram.ts';

const WRITER = new URL('children/writer.ts', import.meta.url);
const hasStrace = spawnSync('strace', ['-V']).status === 0;

/** One call to the system, with the file it was about: `wal`, `blob.partial`, `blobs/`, … */
interface Call {
  readonly call: 'write' | 'sync' | 'rename' | 'say';
  readonly on: string;
}

/** What the file at `path` is, in words that are the same in every run. */
function nameOf(path: string, folder: string): string {
  if (path === folder) return 'vault/';
  const inside = path.slice(folder.length + 1);
  return inside
    .replace(/\/[0-9a-f]{32}/, '/blob')
    .replace(/\d{4}-\d\d-\d\dT[-\d]+Z/, 'backup')
    .replace(/^(blobs|backups|keys|staging)$/, '$1/');
}

function callsIn(trace: string, folder: string): Call[] {
  return trace.split('\n').flatMap((line): Call[] => {
    const said = /write\(1<[^>]*>, "(\w+) /.exec(line)?.[1];
    if (said !== undefined) return [{ call: 'say', on: said }];
    const renamed = /rename\w*\(.*?"([^"]*)", .*?"([^"]*)"/.exec(line);
    if (renamed?.[2]?.startsWith(folder)) return [{ call: 'rename', on: nameOf(renamed[2], folder) }];
    const [, call = '', path = ''] = /(p?writev?(?:64)?|fsync|fdatasync)\(\d+<([^>]*)>/.exec(line) ?? [];
    if (!path.startsWith(folder)) return [];
    return [{ call: call.endsWith('sync') ? 'sync' : 'write', on: nameOf(path, folder) }];
  });
}

const at = (calls: readonly Call[], call: Call['call'], on: string, from = 0) =>
  calls.findIndex((entry, index) => index >= from && entry.call === call && entry.on === on);
const lastBefore = (calls: readonly Call[], call: Call['call'], on: string, before: number) =>
  calls.slice(0, before).findLastIndex((entry) => entry.call === call && entry.on === on);

describe.runIf(hasStrace)('what a power cut would find', () => {
  it('is on the disk before it is acknowledged: log, attachment, backup, each synced in order', async () => {
    const { vault, folder, key } = await aVault({ folder: join(aFolder('traced-'), 'traced') });
    vault.close();
    const log = join(aFolder(), 'trace.txt');
    const traced = ['openat', 'write', 'writev', 'pwrite64', 'pwritev', 'fsync', 'fdatasync', 'rename', 'renameat2'];
    const strace = ['strace', '-f', '-y', '-s', '64', '-e', `trace=${traced}`, '-o', log];
    const writer = runProgram(WRITER, [folder, Buffer.from(key).toString('hex'), '1', '20'], strace);
    expect(await writer.ended, writer.errors()).toBe(0);
    const calls = callsIn(readFileSync(log, 'latin1'), folder);

    // Every acknowledgement comes after a sync of the log, with no write to the log between the two.
    const acknowledged = calls.flatMap((entry, index) =>
      entry.call === 'say' && entry.on === 'setting' ? [index] : [],
    );
    expect(acknowledged).toHaveLength(20);
    for (const said of acknowledged) {
      const synced = lastBefore(calls, 'sync', 'vault.db-wal', said);
      const written = lastBefore(calls, 'write', 'vault.db-wal', said);
      expect(written).toBeGreaterThan(-1);
      expect(synced).toBeGreaterThan(written);
    }

    // An attachment: content, its sync, the rename, the folder's sync, then the row and its sync, then the word.
    const content = at(calls, 'write', 'blobs/blob.partial');
    const contentSynced = at(calls, 'sync', 'blobs/blob.partial', content);
    const renamed = at(calls, 'rename', 'blobs/blob', contentSynced);
    const folderSynced = at(calls, 'sync', 'blobs/', renamed);
    const row = at(calls, 'write', 'vault.db-wal', folderSynced);
    const rowSynced = at(calls, 'sync', 'vault.db-wal', row);
    const said = at(calls, 'say', 'blob', rowSynced);
    const order = [content, contentSynced, renamed, folderSynced, row, rowSynced, said];
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(lastBefore(calls, 'write', 'blobs/blob.partial', said)).toBeLessThan(contentSynced);
    expect(lastBefore(calls, 'write', 'vault.db-wal', folderSynced)).toBeLessThan(content);

    // A backup: every file synced, then the folder gets its name, then that name is synced.
    const copied = at(calls, 'write', 'backups/backup.partial/vault.db');
    const copySynced = at(calls, 'sync', 'backups/backup.partial/vault.db', copied);
    const keysSynced = at(calls, 'sync', 'backups/backup.partial/keys/passphrase.age', copySynced);
    const named = at(calls, 'rename', 'backups/backup', keysSynced);
    const nameSynced = at(calls, 'sync', 'backups/', named);
    const told = at(calls, 'say', 'backup', nameSynced);
    const steps = [copied, copySynced, keysSynced, named, nameSynced, told];
    expect(steps).not.toContain(-1);
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    // The log is written back and synced into the file before the file is copied.
    expect(lastBefore(calls, 'sync', 'vault.db', copied)).toBeGreaterThan(
      lastBefore(calls, 'write', 'vault.db', copied),
    );
  });
});
