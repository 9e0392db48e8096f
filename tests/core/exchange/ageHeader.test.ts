import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, it } from 'vitest';
import {
  headerEnd,
  needsPassphrase,
  openHeader,
  openSmall,
  sealHeader,
  sealSmall,
} from '../../../core/exchange/ageHeader.ts';
import { codeOf } from '../../helpers/aVault.ts';

it('gives the file key to each of several addressees, classic or hybrid', async () => {
  for (const generate of [generateX25519Identity, generateHybridIdentity]) {
    const identities = [await generate(), await generate()];
    const recipients = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
    const { header, fileKey } = await sealHeader({ recipients });
    expect(headerEnd(header)).toBe(header.length);
    expect(needsPassphrase(header)).toBe(false);
    for (const identity of identities) expect(await openHeader(header, { identities: [identity] })).toEqual(fileKey);
    const other = await generate();
    expect(await codeOf(() => openHeader(header, { identities: [other] }))).toBe('bundle.notForUs');
  }
});

it('never mixes classic and hybrid recipients, and never seals to nobody', async () => {
  const classic = await identityToRecipient(await generateX25519Identity());
  const hybrid = await identityToRecipient(await generateHybridIdentity());
  expect(await codeOf(() => sealHeader({ recipients: [classic, hybrid] }))).toBe('bundle.recipients');
  expect(await codeOf(() => sealHeader({ recipients: [] }))).toBe('bundle.recipients');
  expect(await codeOf(() => sealHeader({ recipients: ['age1nonsense'] }))).toBe('bundle.recipients');
});

it('opens a passphrase header with the right passphrase only', async () => {
  const { header, fileKey } = await sealHeader({ passphrase: 'a quiet river at dawn', workFactor: 4 });
  expect(needsPassphrase(header)).toBe(true);
  expect(await openHeader(header, { identities: [], passphrase: 'a quiet river at dawn' })).toEqual(
    Buffer.from(fileKey),
  );
  expect(await codeOf(() => openHeader(header, { identities: [], passphrase: 'another' }))).toBe('bundle.passphrase');
  expect(await codeOf(() => openHeader(header, { identities: [] }))).toBe('bundle.passphrase');
});

it('looks at the work factor before it works', async () => {
  const { header } = await sealHeader({ passphrase: 'a quiet river at dawn', workFactor: 4 });
  const text = Buffer.from(header).toString('latin1');
  for (const [factor, code] of [
    ['19', 'bundle.tooLarge'],
    ['999', 'bundle.tooLarge'],
    ['04', 'bundle.tampered'],
    ['-1', 'bundle.tampered'],
    ['1e9', 'bundle.tampered'],
  ]) {
    const changed = Buffer.from(text.replace(/(-> scrypt \S+) 4/, `$1 ${factor}`), 'latin1');
    expect(await codeOf(() => openHeader(changed, { identities: [], passphrase: 'x' }))).toBe(code);
  }
});

it('refuses a header in which a single character was changed', async () => {
  const identity = await generateX25519Identity();
  const { header } = await sealHeader({ recipients: [await identityToRecipient(identity)] });
  for (let at = 22; at < header.length - 1; at += 1) {
    const changed = Buffer.from(header);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(await codeOf(() => openHeader(changed, { identities: [identity] }))).toMatch(
      /^bundle\.(tampered|notForUs|passphrase)$/,
    );
  }
});

it('keeps what only one addressee may read from everybody else', async () => {
  const [ours, theirs] = [await generateX25519Identity(), await generateX25519Identity()];
  const sealed = await sealSmall(await identityToRecipient(ours), Buffer.from('seven'));
  expect((await openSmall(sealed, { identities: [ours] }))?.toString()).toBe('seven');
  expect(await openSmall(sealed, { identities: [theirs] })).toBeUndefined();
  expect(await openSmall(sealed.subarray(0, -1), { identities: [ours] })).toBeUndefined();
});
