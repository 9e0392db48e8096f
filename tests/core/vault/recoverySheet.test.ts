import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aCore } from '../../helpers/aCore.ts';
import { aFolder, codeOf, filesUnder, PASSPHRASE } from '../../helpers/aVault.ts';
import { readPdf } from '../../helpers/readPdf.ts';

const spaceless = (text: string) => text.replaceAll(/\s/g, '');

it.each([
  ['en', 'a4', 'Recovery sheet', 'Where to keep it'],
  ['fr', 'us-letter', 'Feuille de secours', 'Où la garder'],
] as const)(
  'the sheet in %s on %s is one page that says all that opens the vault',
  async (language, paper, title, section) => {
    const { client, open } = aCore();
    const { recovery } = await open('Délégation d’Avaria');
    const file = join(aFolder(), 'sheet.pdf');
    expect(await client.vault.printRecoverySheet({ recovery, file, language, paper })).toMatchObject({ pages: 1 });
    const { text, language: written, title: named } = await readPdf(readFileSync(file));
    expect([written.slice(0, 2), named]).toEqual([language, title]);
    for (const words of [title, section, 'Ilse Varnholt, Délégation d’Avaria', 'Délégation d’Avaria.amberdesk']) {
      expect(text).toContain(words);
    }
    const [prefix = '', ...groups] = recovery.groups;
    expect(text).toContain(prefix);
    expect(spaceless(text)).toContain(groups.map((group, index) => `${index + 1}${group}`).join(''));
    expect(spaceless(text)).toContain(spaceless(recovery.wrapped));
  },
);

it('what does not open this vault is not printed, and an existing file stays', async () => {
  const { client, open } = aCore();
  const { recovery: others } = await open('Northmark');
  const { recovery } = await open('Avaria');
  const folder = aFolder();
  const order = { file: join(folder, 'sheet.pdf'), language: 'en', paper: 'a4' } as const;
  const mistyped = { ...recovery, identity: recovery.identity.replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q')) };
  const otherGroups = { ...recovery, groups: others.groups };
  for (const wrong of [others, mistyped, otherGroups, { ...recovery, wrapped: others.wrapped }]) {
    const printing = client.vault.printRecoverySheet({ ...order, recovery: wrong });
    const refused = await printing.catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'vault.recovery', details: null });
  }
  expect(existsSync(order.file)).toBe(false);
  writeFileSync(order.file, 'something else');
  expect(await codeOf(() => client.vault.printRecoverySheet({ ...order, recovery }))).toBe('file.exists');
  expect(readFileSync(order.file, 'utf8')).toBe('something else');
});

it('the key is kept nowhere: not in the vault, not in the log', async () => {
  const logFile = join(aFolder(), 'calls.log');
  const { client, open, core } = aCore({ logFile });
  const { recovery, folder } = await open('Avaria');
  await client.vault.printRecoverySheet({ recovery, file: join(aFolder(), 'a.pdf'), language: 'en', paper: 'a4' });
  await core.close();
  const places = [readFileSync(logFile), ...filesUnder(folder).values()];
  for (const place of places) for (const group of recovery.groups.slice(1)) expect(place.includes(group)).toBe(false);
});

it('the holder confirms the sheet once; a lost one is replaced by another, which then opens the vault', async () => {
  const { client, open } = aCore();
  const { recovery: lost, folder } = await open('Avaria');
  await client.vault.backup({});
  expect((await client.vault.status({})).recoveryConfirmed).toBe(false);
  await client.vault.confirmRecovery({});
  expect((await client.vault.status({})).recoveryConfirmed).toBe(true);

  expect(await codeOf(() => client.vault.newRecovery({ passphrase: 'not the right passphrase' }))).toBe(
    'vault.passphrase',
  );
  expect((await client.vault.status({})).recoveryConfirmed).toBe(true);
  const fresh = await client.vault.newRecovery({ passphrase: PASSPHRASE });
  expect((await client.vault.status({})).recoveryConfirmed).toBe(false);
  await client.vault.lock({});

  const next = 'nine patient lanterns at dusk';
  const recover = (recovery: string) => client.vault.recover({ folder, recovery, passphrase: next });
  expect(await codeOf(() => recover(lost.identity))).toBe('vault.recovery');
  await recover(fresh.groups.join(' ').toLowerCase());
  expect((await client.vault.status({})).state).toBe('unlocked');
  expect(await client.vault.examine({})).toEqual([]);
});
