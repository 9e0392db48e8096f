import { execFileSync, execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownCard } from '../../../core/exchange/cards.ts';
import { readAgeIdentity } from '../../../core/vault/installation.ts';
import { aSmallPdf } from '../../helpers/aSmallPdf.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { aNetwork, aPaper, attach, type Desk, seal } from './aNetwork.ts';

/** What README.txt says to do after unpacking, with the stock programs. */
function checkByHand(folder: string, sender: Desk): void {
  const { name, signingKey } = ownCard(sender.session);
  writeFileSync(join(folder, 'allowed_signers'), `"${name}" ${signingKey}\n`);
  const verified = execSync(
    `ssh-keygen -Y verify -f allowed_signers -I "${name}" -n amberdesk-bundle -s manifest.json.sig < manifest.json`,
    { cwd: folder, encoding: 'utf8' },
  );
  expect(verified).toContain('Good "amberdesk-bundle" signature');
  const sums = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
  const listed = sums.trim().split('\n');
  expect(listed.every((line) => line.endsWith(': OK'))).toBe(true);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  expect(
    createHash('sha256')
      .update(readFileSync(join(folder, 'SHA256SUMS')))
      .digest('hex'),
  ).toBe(manifest.sums);
  const present = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(present.length).toBe(listed.length + 4);
  const lines = execFileSync('gzip', ['-dc', 'records.jsonl.gz'], { cwd: folder, encoding: 'utf8' }).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).body.title)).toContain('Water in the valley');
}

async function aSealedDossier(passphrase?: string) {
  const { secretariat, tavania } = await aNetwork();
  const paper = aPaper(secretariat, 'Water in the valley');
  const annex = await attach(secretariat, paper);
  const sealed = await seal(secretariat, passphrase === undefined ? [tavania] : [], {
    copies: [{ name: 'agenda.pdf', bytes: aSmallPdf() }],
    ...(passphrase === undefined ? {} : { passphrase, workFactor: 10 }),
  });
  return { secretariat, tavania, annex, file: sealed.file };
}

it('is opened with stock age, tar, ssh-keygen and sha256sum, with a key', async () => {
  const { secretariat, tavania, annex, file } = await aSealedDossier();
  const folder = join(aFolder('by hand '), 'unpacked');
  mkdirSync(folder);
  const key = join(folder, '..', 'me.key');
  writeFileSync(key, `${readAgeIdentity(tavania.session.vault)}\n`, { mode: 0o600 });
  execSync(`age -d -i "${key}" "${file}" | tar -x`, { cwd: folder });
  checkByHand(folder, secretariat);
  const sha256 = createHash('sha256').update(annex).digest('hex');
  expect(readFileSync(join(folder, 'blobs', sha256)).equals(annex)).toBe(true);
  expect(readFileSync(join(folder, 'print', 'agenda.pdf'), 'utf8')).toContain('invented');
  expect(readFileSync(join(folder, 'README.txt'), 'utf8')).toContain('Comment ouvrir ce paquet');
});

it('is opened with stock age and a passphrase typed at its prompt', async () => {
  const { secretariat, file } = await aSealedDossier('a quiet river at dawn');
  const folder = join(aFolder('by hand '), 'unpacked');
  mkdirSync(folder);
  // age reads passphrases from a terminal only.
  execFileSync(
    'python3',
    [join(import.meta.dirname, 'typePassphrase.py'), 'a quiet river at dawn', 'age', '-d', '-o', 'x.tar', file],
    {
      cwd: folder,
    },
  );
  expect(existsSync(join(folder, 'x.tar'))).toBe(true);
  execSync('tar -xf x.tar && rm x.tar', { cwd: folder });
  checkByHand(folder, secretariat);
});
