import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupVault } from '../../../core/vault/backups.ts';
import { examineVault } from '../../../core/vault/doctor.ts';
import { AmberdeskError } from '../../../domain/errors.ts';
import { aVault, codeOf, filesUnder } from '../../helpers/aVault.ts';

const spoil = (path: string) => {
  const content = readFileSync(path);
  content[content.length - 1] = (content.at(-1) ?? 0) ^ 1;
  writeFileSync(path, content);
};

describe('examining a vault', () => {
  it('finds nothing in one that is whole, and changes nothing', async () => {
    const { vault, folder } = await aVault();
    await vault.blobs.add(randomBytes(200_000));
    backupVault(vault);
    const before = [...filesUnder(folder)];
    expect(await examineVault(vault)).toEqual([]);
    expect([...filesUnder(folder)]).toEqual(before);
  });

  it('finds attachments that are gone or damaged, and tells them from files nothing names', async () => {
    const { vault, folder } = await aVault();
    const gone = await vault.blobs.add(randomBytes(10));
    const [file = ''] = readdirSync(join(folder, 'blobs'));
    const damaged = await vault.blobs.add(randomBytes(200_000));
    const [other = ''] = readdirSync(join(folder, 'blobs')).filter((name) => name !== file);
    rmSync(join(folder, 'blobs', file));
    spoil(join(folder, 'blobs', other));
    writeFileSync(join(folder, 'blobs', 'stray'), '');
    const findings = await examineVault(vault);
    expect(findings.map(({ check, severity, subject }) => [check, severity, subject]).sort()).toEqual([
      ...[gone.sha256, damaged.sha256].sort().map((sha256) => ['attachments', 'damage', sha256]),
      ['orphans', 'remark', 'blobs/stray'],
    ]);
  });

  it('finds damaged keys, backups, journals and references', async () => {
    const { vault, folder } = await aVault();
    const backup = backupVault(vault);
    spoil(join(folder, 'keys', 'recovery.age'));
    spoil(join(backup.path, 'vault.db'));
    vault.sqlite.exec("UPDATE journal SET act = 'x' WHERE seq = 1");
    vault.sqlite.pragma('foreign_keys=OFF');
    vault.sqlite.exec('CREATE TABLE child (parent INTEGER REFERENCES journal (seq)); INSERT INTO child VALUES (99)');
    const findings = await examineVault(vault);
    expect(findings.map(({ check, subject }) => [check, subject])).toEqual([
      ['foreignKeys', 'vault.db'],
      ['journal', '1'],
      ['keys', 'keys/recovery.age'],
      ['backups', `${backup.name}/vault.db`],
    ]);
    for (const finding of findings) expect(finding.message).toMatch(/^[A-Z].*\.$/);
  });

  it('can be cancelled', async () => {
    const { vault } = await aVault();
    await vault.blobs.add(randomBytes(10));
    const work = {
      progress() {},
      check() {
        throw new AmberdeskError('job.cancelled');
      },
    };
    expect(await codeOf(() => examineVault(vault, work))).toBe('job.cancelled');
  });
});
