import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { backupVault } from '../../../core/vault/backups.ts';
import { openVaultWithKey } from '../../../core/vault/openVault.ts';
import { blobFile, stagedBlob } from '../../../drizzle/schema.ts';
import { aVault, codeOf } from '../../helpers/aVault.ts';

const CHUNK = 64 * 1024;
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

describe('attachments', () => {
  it('come back as they went in, whatever their length', async () => {
    const { vault } = await aVault();
    for (const length of [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 16 * CHUNK, 16 * CHUNK + 5, 40 * CHUNK]) {
      const content = randomBytes(length);
      const stored = await vault.blobs.add(content);
      expect(stored).toEqual({ sha256: sha256(content), size: length });
      expect(vault.blobs.get(stored.sha256)).toEqual(stored);
      expect((await buffer(vault.blobs.read(stored.sha256))).equals(content), `${length} bytes`).toBe(true);
    }
  });

  it('come from a stream, in pieces of any length', async () => {
    const { vault } = await aVault();
    const pieces = Array.from({ length: 200 }, (_, index) => randomBytes((index * 977) % 3000));
    const stored = await vault.blobs.add(Readable.from(pieces));
    expect((await buffer(vault.blobs.read(stored.sha256))).equals(Buffer.concat(pieces))).toBe(true);
  });

  it('are kept once, also when the same content arrives twice at the same time', async () => {
    const { vault, folder } = await aVault();
    const content = randomBytes(300_000);
    await Promise.all([vault.blobs.add(content), vault.blobs.add(content), vault.blobs.add(content)]);
    await vault.blobs.add(Readable.from([content]));
    expect(readdirSync(join(folder, 'blobs'))).toHaveLength(1);
    expect(vault.orm.select().from(blobFile).all()).toHaveLength(1);
  });

  it('leave nothing when their source fails in the middle', async () => {
    const { vault, folder } = await aVault();
    async function* failing() {
      yield randomBytes(200_000);
      throw new Error('the stick was pulled out');
    }
    await expect(vault.blobs.add(Readable.from(failing()))).rejects.toThrow('the stick was pulled out');
    const torn = new Readable({ read() {} });
    torn.push(randomBytes(100));
    setImmediate(() => torn.destroy());
    await expect(vault.blobs.add(torn)).rejects.toThrow();
    expect(readdirSync(join(folder, 'blobs'))).toEqual([]);
    expect(vault.orm.select().from(blobFile).all()).toEqual([]);
  });

  it('are refused when their file was changed, cut, lengthened, swapped or removed', async () => {
    const { vault, folder } = await aVault();
    const content = randomBytes(3 * CHUNK);
    const stored = await vault.blobs.add(content);
    const other = await vault.blobs.add(randomBytes(3 * CHUNK));
    const fileOf = (digest: string) =>
      vault.orm
        .select()
        .from(blobFile)
        .all()
        .find((row) => row.sha256 === digest)?.file;
    const path = join(folder, 'blobs', fileOf(stored.sha256) ?? '');
    const whole = readFileSync(path);
    const read = () => buffer(vault.blobs.read(stored.sha256));
    for (const at of [0, CHUNK + 3, 2 * CHUNK, whole.length - 1]) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 4;
      writeFileSync(path, changed);
      expect(await codeOf(read), `byte ${at}`).toBe('vault.damaged');
    }
    for (const length of [whole.length - 1, 2 * (CHUNK + 16), 0]) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      expect(await codeOf(read), `${length} bytes`).toBe('vault.damaged');
    }
    writeFileSync(path, Buffer.concat([whole, Buffer.alloc(16)]));
    expect(await codeOf(read)).toBe('vault.damaged');
    writeFileSync(path, readFileSync(join(folder, 'blobs', fileOf(other.sha256) ?? '')));
    expect(await codeOf(read)).toBe('vault.damaged');
    rmSync(path);
    expect(await codeOf(read)).toBe('vault.damaged');
    expect(await codeOf(() => vault.blobs.read('0'.repeat(64)))).toBe('file.missing');
  });

  it('have a key and a name of their own each, and never the plain length of a shared block', async () => {
    const { vault } = await aVault();
    for (let number = 0; number < 20; number += 1) await vault.blobs.add(Buffer.from(`attachment ${number}`));
    const rows = vault.orm.select().from(blobFile).all();
    expect(new Set(rows.map((row) => row.key.toString('hex'))).size).toBe(20);
    expect(new Set(rows.map((row) => row.file)).size).toBe(20);
  });
});

describe('staged files', () => {
  it('are read back, adopted without a second copy, and discarded', async () => {
    const { vault, folder } = await aVault();
    const content = randomBytes(200_000);
    const staged = await vault.blobs.stage(Readable.from([content]));
    expect((await buffer(vault.blobs.readStaged(staged))).equals(content)).toBe(true);
    const stored = vault.blobs.adopt(staged);
    vault.blobs.discard(staged);
    expect(readdirSync(join(folder, 'staging'))).toEqual([]);
    expect((await buffer(vault.blobs.read(stored.sha256))).equals(content)).toBe(true);
    const again = await vault.blobs.stage(content);
    expect(vault.blobs.adopt(again)).toEqual(stored);
    expect(readdirSync(join(folder, 'blobs'))).toHaveLength(1);
  });

  it('stay staged when the transaction that adopts them is rolled back', async () => {
    const { vault, folder, key } = await aVault();
    const content = randomBytes(1000);
    const staged = await vault.blobs.stage(content);
    vault.orm
      .insert(stagedBlob)
      .values({ ...staged, key: Buffer.from(staged.key), bundle: 'a bundle' })
      .run();
    const adopting = vault.sqlite.transaction(() => {
      vault.blobs.adopt(staged);
      throw new Error('something else failed');
    });
    expect(adopting).toThrow('something else failed');
    expect(vault.blobs.has(staged.sha256)).toBe(false);
    vault.close();
    const again = await openVaultWithKey(folder, key);
    expect(readdirSync(join(folder, 'blobs'))).toEqual([]);
    expect((await buffer(again.blobs.readStaged(staged))).equals(content)).toBe(true);
    again.close();
  });
});

describe('sweeping at opening', () => {
  it('removes what a crash left, and nothing that a row names', async () => {
    const { vault, folder, key } = await aVault();
    const kept = await vault.blobs.add(randomBytes(1000));
    const named = readdirSync(join(folder, 'blobs'));
    writeFileSync(join(folder, 'blobs', 'f'.repeat(32)), 'orphan');
    writeFileSync(join(folder, 'blobs', `${'e'.repeat(32)}.partial`), 'half');
    writeFileSync(join(folder, 'staging', 'd'.repeat(32)), 'half');
    writeFileSync(join(folder, 'keys', 'passphrase.age.partial'), 'half');
    vault.close();
    const again = await openVaultWithKey(folder, key);
    expect(readdirSync(join(folder, 'blobs'))).toEqual(named);
    expect(readdirSync(join(folder, 'staging'))).toEqual([]);
    expect(existsSync(join(folder, 'keys', 'passphrase.age.partial'))).toBe(false);
    expect(await buffer(again.blobs.read(kept.sha256))).toHaveLength(1000);
    again.close();
  });

  it('spares an attachment that only a backup names, and takes it when that backup is gone', async () => {
    const { vault, folder, key } = await aVault();
    const { sha256: digest } = await vault.blobs.add(randomBytes(1000));
    const backup = backupVault(vault);
    vault.orm.delete(blobFile).run();
    expect(vault.blobs.has(digest)).toBe(false);
    vault.close();
    (await openVaultWithKey(folder, key)).close();
    expect(readdirSync(join(folder, 'blobs'))).toHaveLength(1);
    rmSync(backup.path, { recursive: true });
    (await openVaultWithKey(folder, key)).close();
    expect(readdirSync(join(folder, 'blobs'))).toEqual([]);
  });

  it('removes no attachment while a backup cannot be read, and changes no byte of one it reads', async () => {
    const { vault, folder, key } = await aVault();
    await vault.blobs.add(randomBytes(1000));
    const backup = backupVault(vault);
    vault.orm.delete(blobFile).run();
    vault.close();
    const path = join(backup.path, 'vault.db');
    const whole = readFileSync(path);
    (await openVaultWithKey(folder, key)).close();
    expect(readFileSync(path).equals(whole)).toBe(true);
    expect(readdirSync(backup.path).sort()).toEqual(['SHA256SUMS', 'keys', 'vault.db']);
    writeFileSync(path, randomBytes(whole.length));
    (await openVaultWithKey(folder, key)).close();
    expect(readdirSync(join(folder, 'blobs'))).toHaveLength(1);
  });
});
