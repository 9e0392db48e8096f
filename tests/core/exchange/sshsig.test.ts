import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseSshPublicKey, rawPublicKey, signSsh, sshPublicKey, verifySsh } from '../../../core/exchange/sshsig.ts';
import { aFolder } from '../../helpers/aVault.ts';

const message = Buffer.from('{"bundle":"é"}');

it('makes signatures that stock ssh-keygen accepts, for their namespace only', () => {
  const folder = aFolder('sshsig ');
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(folder, 'allowed'), `"Ilse Varnholt" ${sshPublicKey(rawPublicKey(privateKey))}\n`);
  writeFileSync(join(folder, 'sig'), signSsh(privateKey, 'amberdesk-bundle', message));
  const verify = (namespace: string, input: Buffer) =>
    execFileSync(
      'ssh-keygen',
      [
        '-Y',
        'verify',
        '-f',
        join(folder, 'allowed'),
        '-I',
        'Ilse Varnholt',
        '-n',
        namespace,
        '-s',
        join(folder, 'sig'),
      ],
      { input, stdio: ['pipe', 'pipe', 'pipe'], encoding: 'utf8' },
    );
  expect(verify('amberdesk-bundle', message)).toContain('Good "amberdesk-bundle" signature');
  expect(() => verify('amberdesk-card', message)).toThrow();
  expect(() => verify('amberdesk-bundle', Buffer.from('{"bundle":"e"}'))).toThrow();
});

it('accepts signatures that stock ssh-keygen makes', () => {
  const folder = aFolder('sshsig ');
  const key = join(folder, 'key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', key]);
  writeFileSync(join(folder, 'message'), message);
  execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-f', key, '-n', 'amberdesk-card', join(folder, 'message')], {
    stdio: 'pipe',
  });
  const armoured = readFileSync(join(folder, 'message.sig'), 'utf8');
  const signer = verifySsh(armoured, 'amberdesk-card', message);
  expect(signer).toEqual(parseSshPublicKey(readFileSync(`${key}.pub`, 'utf8')));
  expect(verifySsh(armoured, 'amberdesk-bundle', message)).toBeUndefined();
  expect(verifySsh(armoured, 'amberdesk-card', Buffer.from('other'))).toBeUndefined();
});

it('refuses every signature with one bit changed', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const lines = signSsh(privateKey, 'amberdesk-card', message).split('\n');
  const blob = Buffer.from(lines.slice(1, -2).join(''), 'base64');
  for (let bit = 0; bit < blob.length * 8; bit += 1) {
    const changed = Buffer.from(blob);
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    const text = `${lines[0]}\n${changed.toString('base64')}\n${lines.at(-2)}\n`;
    const signer = verifySsh(text, 'amberdesk-card', message);
    // Another key would be another signer; the one that signed is never found in a changed signature.
    expect(signer?.equals(rawPublicKey(privateKey)) ?? false).toBe(false);
  }
});
