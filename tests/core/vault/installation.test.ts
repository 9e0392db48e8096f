import { createHash, sign, verify } from 'node:crypto';
import { Decrypter, Encrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import {
  readAgeIdentity,
  readAgeRecipient,
  readPublicSigningKey,
  readSigningKey,
} from '../../../core/vault/installation.ts';
import { aVault, codeOf } from '../../helpers/aVault.ts';

describe('an installation', () => {
  it('is named by the fingerprint of its signing key, which signs', async () => {
    const { vault } = await aVault();
    const raw = readPublicSigningKey(vault);
    expect(raw).toHaveLength(32);
    expect(vault.installation.id).toBe(createHash('sha256').update(raw).digest('hex'));
    const signature = sign(null, Buffer.from('a revision'), readSigningKey(vault));
    const key = { key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' as const };
    expect(verify(null, Buffer.from('a revision'), key, signature)).toBe(true);
  });

  it('reads what was sealed to its age recipient', async () => {
    const { vault } = await aVault();
    const encrypter = new Encrypter();
    encrypter.addRecipient(readAgeRecipient(vault));
    const decrypter = new Decrypter();
    decrypter.addIdentity(readAgeIdentity(vault));
    expect(await decrypter.decrypt(await encrypter.encrypt('for the board'), 'text')).toBe('for the board');
  });

  it('shares no key with any other', async () => {
    const [one, other] = [await aVault(), await aVault()];
    expect(one.vault.installation.id).not.toBe(other.vault.installation.id);
    expect(readAgeIdentity(one.vault)).not.toBe(readAgeIdentity(other.vault));
    expect(one.key).not.toEqual(other.key);
    expect(one.recovery.identity).not.toBe(other.recovery.identity);
  });

  it('is called damaged when it lacks its keys', async () => {
    const { vault } = await aVault();
    vault.sqlite.exec('DELETE FROM installation_key');
    expect(await codeOf(() => readSigningKey(vault))).toBe('vault.damaged');
    expect(await codeOf(() => readAgeIdentity(vault))).toBe('vault.damaged');
  });
});
