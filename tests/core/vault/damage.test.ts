import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examineVault } from '../../../core/vault/doctor.ts';
import { openVault, openVaultWithKey, openVaultWithRecovery } from '../../../core/vault/openVault.ts';
import { writeSetting } from '../../../core/vault/settings.ts';
import { aVault, codeOf, PASSPHRASE, WORK_FACTOR } from '../../helpers/aVault.ts';

/** Runs `trial` with one bit of the file changed, and puts the file back. */
async function withFlippedBit(path: string, at: number, bit: number, trial: () => Promise<void>): Promise<void> {
  const whole = readFileSync(path);
  const damaged = Buffer.from(whole);
  damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
  writeFileSync(path, damaged);
  try {
    await trial();
  } finally {
    writeFileSync(path, whole);
  }
}

describe('damaged files', () => {
  it('calls a key file damaged, not the passphrase wrong, wherever a bit is flipped', async () => {
    const { vault, folder } = await aVault();
    vault.close();
    const path = join(folder, 'keys', 'passphrase.age');
    const length = readFileSync(path).length;
    for (let at = 0; at < length; at += 1) {
      await withFlippedBit(path, at, at % 8, async () => {
        expect(await codeOf(() => openVault(folder, PASSPHRASE)), `byte ${at}`).toBe('vault.damaged');
      });
    }
  });

  it('says so with a wrong passphrase too, and for the recovery key', async () => {
    const { vault, folder, recovery } = await aVault();
    vault.close();
    await withFlippedBit(join(folder, 'keys', 'passphrase.age'), 60, 0, async () => {
      expect(await codeOf(() => openVault(folder, 'not the passphrase'))).toBe('vault.damaged');
    });
    const path = join(folder, 'keys', 'recovery.age');
    const length = readFileSync(path).length;
    for (let at = 0; at < length; at += 7) {
      await withFlippedBit(path, at, at % 8, async () => {
        const recover = () => openVaultWithRecovery(folder, recovery.identity, 'another passphrase');
        expect(await codeOf(recover), `byte ${at}`).toBe('vault.damaged');
      });
    }
  });

  it('opens with the right passphrase when only the digests are damaged', async () => {
    const { vault, folder } = await aVault();
    vault.close();
    writeFileSync(join(folder, 'keys', 'SHA256SUMS'), 'nonsense\n');
    const again = await openVault(folder, PASSPHRASE);
    expect((await examineVault(again)).map((finding) => finding.check)).toEqual(['keys', 'keys']);
    again.close();
  });

  it('tells a database with a flipped bit at opening or at examination, wherever it is', async () => {
    const { vault, folder, key } = await aVault();
    for (let row = 0; row < 300; row += 1) writeSetting(vault, `row ${row}`, 'x'.repeat(500));
    vault.close();
    const path = join(folder, 'vault.db');
    const length = readFileSync(path).length;
    const trial = async (at: number, bit: number) =>
      withFlippedBit(path, at, bit, async () => {
        let opened: Awaited<ReturnType<typeof openVaultWithKey>>;
        try {
          opened = await openVaultWithKey(folder, key);
        } catch (error) {
          expect(error).toMatchObject({ code: 'vault.damaged' });
          return;
        }
        const findings = await examineVault(opened);
        opened.close();
        expect(findings.map(({ check, severity }) => ({ check, severity }))).toEqual([
          { check: 'database', severity: 'damage' },
        ]);
      });
    for (const at of [0, 15, 16, 24, 1024, 4095, 4096, length - 1]) await trial(at, 0);
    await fc.assert(fc.asyncProperty(fc.nat(length - 1), fc.nat(7), trial), { numRuns: 100 });
  });

  it('calls a database damaged that is cut short, emptied or gone', async () => {
    const { vault, folder, key } = await aVault();
    vault.close();
    const path = join(folder, 'vault.db');
    const whole = readFileSync(path);
    for (const length of [whole.length - 4096, 4096, 1000, 1, 0]) {
      truncateSync(path, length);
      expect(await codeOf(() => openVaultWithKey(folder, key)), `${length} bytes`).toBe('vault.damaged');
      writeFileSync(path, whole);
    }
    rmSync(path);
    expect(await codeOf(() => openVault(folder, PASSPHRASE))).toBe('vault.damaged');
    writeFileSync(path, Buffer.alloc(whole.length));
    expect(await codeOf(() => openVault(folder, PASSPHRASE))).toBe('vault.damaged');
    writeFileSync(path, whole);
    const again = await openVault(folder, PASSPHRASE, { workFactor: WORK_FACTOR });
    again.close();
  });

  it('holds no lock after an opening that failed', async () => {
    const { vault, folder } = await aVault();
    vault.close();
    await withFlippedBit(join(folder, 'vault.db'), 100, 0, async () => {
      expect(await codeOf(() => openVault(folder, PASSPHRASE))).toBe('vault.damaged');
    });
    const again = await openVault(folder, PASSPHRASE);
    again.close();
  });
});
