import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holderOf } from '../../../domain/people/holderOf.ts';
import { aCore } from '../../helpers/aCore.ts';
import { aFolder, codeOf, PASSPHRASE } from '../../helpers/aVault.ts';

const START = {
  network: { name: 'Network of the Quiet Sea', shortName: 'Quiet Sea', symbol: 'QS' },
  organisation: { name: 'Office of the Quiet Sea', shortName: 'Office', type: 'secretariat', city: 'Lowhaven' },
  person: { name: 'Ilse Varnholt', role: 'secretariat', function: 'Head of office' },
} as const;

describe('places', () => {
  it('are the vaults in their folder, by name; other folders, files and vaults elsewhere are left out', async () => {
    const { client, root, open } = aCore();
    expect(await client.vault.places({})).toEqual({ root, vaults: [] });
    await open('Northmark');
    expect(await client.vault.status({})).toMatchObject({ place: 'Northmark.amberdesk' });
    await open('Avaria, délégation');
    mkdirSync(join(root, 'Empty.amberdesk'));
    mkdirSync(join(root, 'Photographs'));
    writeFileSync(join(root, 'A file.amberdesk'), '');
    expect(await client.vault.places({})).toEqual({
      root,
      vaults: ['Avaria, délégation', 'Northmark'].map((name) => ({ folder: join(root, `${name}.amberdesk`), name })),
    });
    const folder = join(aFolder(), 'Elsewhere.amberdesk');
    const holder = holderOf('Edda Marlow', { name: 'Northmark', code: 'XN' }, 'member');
    await client.vault.create({ folder, passphrase: PASSPHRASE, holder, workFactor: 10 });
    expect(await client.vault.status({})).toMatchObject({ folder, installation: holder });
    expect((await client.vault.status({})).place).toBeUndefined();
  });

  it('are none where the folder is not there yet', async () => {
    const root = join(aFolder(), 'not', 'yet');
    const { client, open } = aCore({ vaultsFolder: root });
    expect(await client.vault.places({})).toEqual({ root, vaults: [] });
    await open('Northmark');
    expect((await client.vault.places({})).vaults).toHaveLength(1);
  });
});

describe('starting a network', () => {
  it('makes the records of the network, the Secretariat and the holder under the ids of the seat', async () => {
    const { client, open } = aCore();
    const { installation } = await open('Office of the Quiet Sea');
    expect((await client.vault.status({})).network).toBeUndefined();
    const made = await client.vault.startNetwork(START);
    expect(made).toMatchObject({ organisation: installation.organisation, person: installation.seat });
    expect((await client.vault.status({})).network).toEqual({ id: made.network, ...START.network, exercise: false });
    expect(await client.records.read({ id: made.network })).toMatchObject({
      kind: 'network',
      body: { ...START.network, secretariat: installation.organisation },
    });
    expect(await client.records.read({ id: installation.organisation })).toMatchObject({
      kind: 'organisation',
      body: { ...START.organisation, membership: 'secretariat' },
    });
    expect(await client.records.read({ id: installation.seat })).toMatchObject({
      kind: 'person',
      body: { ...START.person, organisation: installation.organisation },
    });
    expect(await codeOf(() => client.vault.startNetwork(START))).toBe('vault.notEmpty');
    expect(await client.records.list({})).toHaveLength(3);
  });

  it('can be done after the first meeting was made, and then everything can be printed for the seat itself', async () => {
    const { client, open } = aCore();
    await open('Office of the Quiet Sea');
    const { id } = await client.records.create({ kind: 'meeting', body: { title: 'First meeting' } });
    await client.vault.startNetwork(START);
    const { goes, withheld } = await client.exchange.explain({
      selection: { of: 'everything' },
      audience: { kind: 'self' },
    });
    expect([goes, withheld]).toEqual([4, 0]);
    expect((await client.records.read({ id })).title).toBe('First meeting');
  });

  it('is refused to other seats, and when what is said is not of the holder; then nothing is made', async () => {
    const { client, open } = aCore();
    await open('Northmark', 'member');
    expect(await codeOf(() => client.vault.startNetwork(START))).toBe('vault.notSecretariat');
    await open('Office of the Quiet Sea');
    const state = { name: 'Northmark', shortName: 'Northmark', type: 'state', code: 'XN' } as const;
    expect(await codeOf(() => client.vault.startNetwork({ ...START, organisation: state }))).toBe('record.invalid');
    expect(await codeOf(() => client.vault.startNetwork({ ...START, network: { ...START.network, name: ' ' } }))).toBe(
      'input.invalid',
    );
    expect(await client.records.list({})).toEqual([]);
  });
});
