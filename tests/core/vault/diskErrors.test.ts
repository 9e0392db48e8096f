import { describe, expect, it } from 'vitest';
import { asVaultError } from '../../../core/vault/diskErrors.ts';
import { AmberdeskError } from '../../../domain/errors.ts';

const withCode = (code: string, options?: ErrorOptions) => Object.assign(new Error(code, options), { code });

describe('errors of the disk', () => {
  it.each([
    ['ENOSPC', 'vault.full'],
    ['EDQUOT', 'vault.full'],
    ['SQLITE_FULL', 'vault.full'],
    ['EROFS', 'vault.readOnly'],
    ['EACCES', 'vault.readOnly'],
    ['SQLITE_READONLY_DBMOVED', 'vault.readOnly'],
    ['SQLITE_CANTOPEN', 'vault.readOnly'],
    ['SQLITE_NOTADB', 'vault.damaged'],
    ['SQLITE_CORRUPT_INDEX', 'vault.damaged'],
  ])('%s means %s', (code, meaning) => {
    expect(asVaultError(withCode(code), 'vault.db')).toMatchObject({
      code: meaning,
      details: { file: 'vault.db', cause: code },
    });
  });

  it('are found inside a library’s wrapping', () => {
    const wrapped = new Error('Failed query', { cause: new Error('again', { cause: withCode('SQLITE_FULL') }) });
    expect(asVaultError(wrapped, 'vault.db')).toMatchObject({ code: 'vault.full' });
  });

  it('of another kind, and our own, stay as they are', () => {
    for (const error of [withCode('EISDIR'), new Error('no code'), new AmberdeskError('backup.missing'), 'text']) {
      expect(asVaultError(error, 'vault.db')).toBe(error);
    }
  });
});
