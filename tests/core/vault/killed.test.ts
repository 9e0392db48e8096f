import { createHash, randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listBackups } from '../../../core/vault/backups.ts';
import { checkIntegrity } from '../../../core/vault/database.ts';
import { examineVault } from '../../../core/vault/doctor.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import { openVaultWithKey } from '../../../core/vault/openVault.ts';
import { readSetting } from '../../../core/vault/settings.ts';
import { aVault } from '../../helpers/aVault.ts';
import { runProgram } from '../../helpers/runProgram.ts';

const WRITER = new URL('children/writer.ts', import.meta.url);
const ROUNDS = 100;
const LANES = 2;

/** Lets the writer work for a while, kills it, and gives what it acknowledged before it died. */
async function killWhileWriting(folder: string, key: string, round: number): Promise<string[]> {
  const writer = runProgram(WRITER, [folder, key, String(round)]);
  expect(await writer.nextLine(), writer.errors()).toBe('open');
  const acknowledged: string[] = [];
  const dying = setTimeout(randomInt(1, 150)).then(() => writer.child.kill('SIGKILL'));
  for (let line = await writer.nextLine(); line !== undefined; line = await writer.nextLine()) acknowledged.push(line);
  await dying;
  expect(await writer.ended).toBeNull();
  expect(writer.child.signalCode).toBe('SIGKILL');
  return acknowledged;
}

describe('a process killed while it writes', () => {
  it(`loses nothing it acknowledged, in ${ROUNDS} kills at random moments`, async () => {
    let kills = 0;
    let written = 0;
    const lane = async () => {
      const { vault, folder, key } = await aVault();
      vault.close();
      const all: string[] = [];
      while (kills < ROUNDS) {
        kills += 1;
        const fresh = await killWhileWriting(folder, Buffer.from(key).toString('hex'), kills);
        all.push(...fresh);
        const opened = await openVaultWithKey(folder, key);
        expect(checkIntegrity(opened)).toBe('ok');
        for (const line of fresh) {
          const [what = '', name = ''] = line.split(' ');
          if (what === 'setting') expect(readSetting(opened, name, z.string()), line).toMatch(/^x+$/);
          if (what === 'blob') expect(opened.blobs.has(name), line).toBe(true);
        }
        opened.close();
      }
      const last = await openVaultWithKey(folder, key);
      expect(await examineVault(last)).toEqual([]);
      const journal = new Set(readJournal(last, { limit: 1_000_000 }).map((entry) => entry.detail.name));
      for (const line of all) {
        const [what = '', name = ''] = line.split(' ');
        if (what === 'setting') expect(journal.has(name), line).toBe(true);
        if (what === 'blob') {
          const digest = createHash('sha256');
          for await (const piece of last.blobs.read(name)) digest.update(piece);
          expect(digest.digest('hex')).toBe(name);
        }
      }
      for (const backup of listBackups(folder)) expect(existsSync(join(backup.path, 'SHA256SUMS'))).toBe(true);
      written += all.length;
      last.close();
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    expect(kills).toBeGreaterThanOrEqual(ROUNDS);
    expect(written).toBeGreaterThan(ROUNDS);
  }, 600_000);
});
