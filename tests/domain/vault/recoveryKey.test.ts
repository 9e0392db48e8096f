import { generateX25519Identity } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { readRecoveryKey } from '../../../domain/vault/recoveryKey.ts';

describe('a recovery key as it is typed', () => {
  it('is read in any case, with any spaces, with or without its beginning', async () => {
    const identity = await generateX25519Identity();
    const groups = identity.slice('AGE-SECRET-KEY-1'.length).match(/.{1,6}/g) ?? [];
    for (const typed of [
      identity,
      identity.toLowerCase(),
      ` ${groups.join('  ')}\n`,
      `age-secret-key-1 ${groups.join('\n').toLowerCase()}`,
      `AGE SECRET KEY 1 ${groups.join('-')}`,
    ]) {
      expect(readRecoveryKey(typed)).toMatchObject({ identity, typed: 58, isWhole: true, impossible: [] });
    }
  });

  it('says which group has a character that no key has', async () => {
    const identity = await generateX25519Identity();
    const typed = `${identity.slice(0, 16 + 13)}O${identity.slice(16 + 14)}`;
    expect(readRecoveryKey(typed)).toMatchObject({ isWhole: false, impossible: [{ group: 3, characters: 'O' }] });
  });

  it('says which group has the one character that is wrong', async () => {
    const identity = await generateX25519Identity();
    for (const place of [0, 11, 30, 57]) {
      const other = identity[16 + place] === 'Q' ? 'P' : 'Q';
      const typed = `${identity.slice(0, 16 + place)}${other}${identity.slice(17 + place)}`;
      expect(readRecoveryKey(typed)).toMatchObject({ isWhole: false, suspect: Math.floor(place / 6) + 1 });
    }
  });

  it('is not whole before everything is there, and never throws', async () => {
    const identity = await generateX25519Identity();
    expect(readRecoveryKey(identity.slice(0, -1))).toMatchObject({ typed: 57, isWhole: false, suspect: undefined });
    expect(readRecoveryKey('')).toMatchObject({ typed: 0, isWhole: false, impossible: [] });
    expect(readRecoveryKey('😀 é')).toMatchObject({ isWhole: false });
  });
});
