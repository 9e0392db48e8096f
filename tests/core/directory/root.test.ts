import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT_FORM, SHARE_FORM, sharesIn } from '../../../domain/vault/shares.ts';
import { aCore } from '../../helpers/aCore.ts';
import { aFolder, codeOf, filesUnder } from '../../helpers/aVault.ts';
import { keysIn } from '../../helpers/printedKeys.ts';
import { readPdf } from '../../helpers/readPdf.ts';

const START = {
  network: { name: 'Network of the Quiet Sea', shortName: 'Quiet Sea', symbol: 'QS' },
  organisation: { name: 'Office of the Quiet Sea', shortName: 'Office', type: 'secretariat' },
  person: { name: 'Ilse Varnholt', role: 'secretariat' },
} as const;

async function started(keys: 'classic' | 'hybrid' = 'classic') {
  const made = aCore();
  const { installation, folder, recovery } = await made.open('Office of the Quiet Sea');
  await made.client.vault.startNetwork({ ...START, keys });
  const print = async (what: 'sheet' | 'shares', language: 'en' | 'fr' = 'en') => {
    const file = join(aFolder(), `${what}.pdf`);
    await made.client.directory.printRoot({ what, file, language, paper: 'a4' });
    return readPdf(readFileSync(file));
  };
  return { ...made, installation, folder, recovery, print };
}

it('begins the directory when a network starts, and waits to be printed: whole, or as three shares', async () => {
  const { client, installation, print } = await started();
  const directory = await client.directory.read({ language: 'en' });
  expect(directory).toMatchObject({
    founded: true,
    keys: 'classic',
    maySign: true,
    root: { waiting: true, printed: false },
    seats: [{ installation: installation.id, standing: 'inForce', role: 'secretariat', own: true }],
    entries: [
      { number: 2, signedBy: 'root' },
      { number: 1, signedBy: 'root' },
    ],
  });
  expect(await codeOf(() => client.directory.confirmRoot({}))).toBe('directory.notPrinted');
  const sheet = await print('sheet');
  expect(sheet).toMatchObject({ pages: 1, title: 'Root of the network' });
  expect(sheet.text).toContain('Network of the Quiet Sea');
  expect(sheet.text.replaceAll(/\s/g, '')).toContain(directory.root?.digits.replaceAll(' ', ''));
  const [root = ''] = keysIn(sheet.text, ROOT_FORM);
  await client.directory.checkRoot({ root: [root.toLowerCase()] });
  const shares = await print('shares', 'fr');
  expect(shares.pages).toBe(3);
  const [one = '', two = '', three = ''] = keysIn(shares.text, SHARE_FORM);
  for (const pair of [[one, two], [three, one], [`${two} ${three}`]]) await client.directory.checkRoot({ root: pair });
  for (const pair of [[one], [one, one], [one, two, three].slice(0, 1), [root, one]]) {
    expect(await codeOf(() => client.directory.checkRoot({ root: pair }))).toBe('key.shares');
  }
  const [other = ''] = keysIn((await print('shares')).text, SHARE_FORM);
  expect(await codeOf(() => client.directory.checkRoot({ root: [one, other] }))).toBe('key.shares');
});

it('is kept nowhere once it is on paper, and signs from paper only', async () => {
  const { client, folder, print, core, root: vaults } = await started();
  const [root = ''] = keysIn((await print('sheet')).text, ROOT_FORM);
  await client.vault.backup({});
  await client.directory.confirmRoot({});
  expect((await client.directory.read({})).root).toMatchObject({ waiting: false });
  expect(existsSync(join(folder, 'root.waiting'))).toBe(false);
  const gone = { what: 'sheet', file: join(aFolder(), 'again.pdf'), language: 'en', paper: 'a4' } as const;
  expect(await codeOf(() => client.directory.printRoot(gone))).toBe('directory.rootGone');
  expect(await codeOf(() => client.directory.replaceRoot({}))).toBe('directory.rootNeeded');
  const wrong = root.replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q'));
  expect(await codeOf(() => client.directory.replaceRoot({ root: [wrong] }))).toBe('directory.notRoot');
  await client.directory.replaceRoot({ root: [root] });
  expect((await client.directory.read({})).root).toMatchObject({ waiting: true, printed: false });
  expect(await codeOf(() => client.directory.checkRoot({ root: [root] }))).toBe('directory.notRoot');
  await core.close();
  for (const content of filesUnder(vaults).values()) {
    for (const group of root.slice('AMBERDESK-ROOT-1'.length).match(/.{6}/g) ?? [])
      expect(content.includes(group)).toBe(false);
  }
});

it('with post-quantum keys gives the Secretariat such a key, and says so on its card', async () => {
  const { client } = await started('hybrid');
  expect(await client.directory.read({})).toMatchObject({ keys: 'hybrid', ownKeys: 'hybrid' });
  expect((await client.exchange.ownCard({})).text).toContain('"age1pq1');
  expect(await codeOf(() => client.directory.renewKeys({ keys: 'classic' }))).toBe('card.keyMode');
  expect(await codeOf(() => client.directory.found({}))).toBe('directory.founded');
});

it('and the recovery key of a vault are split in the same way: two of three open it', async () => {
  const { client, folder, recovery } = await started();
  const file = join(aFolder(), 'shares.pdf');
  const order = { recovery, file, language: 'en', paper: 'a4', shares: true } as const;
  expect(await client.vault.printRecoverySheet(order)).toMatchObject({ pages: 3 });
  const [one = '', two = '', three = ''] = keysIn((await readPdf(readFileSync(file))).text, SHARE_FORM);
  await client.vault.lock({});
  const recover = (typed: string) =>
    client.vault.recover({ folder, recovery: typed, passphrase: 'nine patient lanterns at dusk' });
  expect(await codeOf(() => recover(one))).toBe('key.shares');
  expect(await codeOf(() => recover(`${one}\n${two.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`))).toBe(
    'key.shares',
  );
  expect(sharesIn(`${three.toLowerCase()} \n ${one}`)).toHaveLength(2);
  await recover(`${three.toLowerCase()} \n ${one}`);
  expect((await client.vault.status({})).state).toBe('unlocked');
});
