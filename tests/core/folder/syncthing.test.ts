import { randomBytes } from 'node:crypto';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { naturalId } from '../../../domain/records/ids.ts';
import { aCore, type TestCore } from '../../helpers/aCore.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { twoEngines } from '../../helpers/syncthing.ts';
import { meetOnce } from '../../helpers/twoDesks.ts';

const START = {
  network: { name: 'Network of the Quiet Sea', shortName: 'Quiet Sea', symbol: 'QS' },
  organisation: { name: 'Office', shortName: 'Office', type: 'secretariat' },
  person: { name: 'Ilse Varnholt', role: 'secretariat' },
} as const;

/** A Secretariat and a capital that have met, each with a window's core. */
async function twoCores(): Promise<{ office: TestCore; capital: TestCore }> {
  const office = aCore({ watch: true });
  const capital = aCore({ watch: true });
  await office.open('Office');
  await capital.open('Northmark', 'member');
  await office.client.vault.startNetwork(START);
  const northmark = { name: 'Northmark', type: 'state', membership: 'member' };
  await office.client.records.create({
    kind: 'organisation',
    id: naturalId('organisation', 'Northmark'),
    body: northmark,
  });
  await meetOnce(office.client, capital.client);
  return { office, capital };
}

/** Seals everything into the exchange folder, for whom this seat has met. Gives the file's name. */
async function sealIntoFolder({ client }: TestCore, purpose: 'dossier' | 'contribution'): Promise<string> {
  const { file } = await client.folder.place({});
  const addressees = (await client.exchange.cards({})).map(({ installation }) => installation);
  await client.exchange.seal({
    selection: { of: 'everything' },
    audience: { kind: 'board' },
    addressees,
    purpose,
    file,
  });
  return basename(file);
}

const offers = async ({ client }: TestCore) => (await client.folder.read({})).offers;

/** Opens the one bundle that is offered, as far as its preview. */
async function openOffered(core: TestCore) {
  const [offer] = await offers(core);
  return core.client.exchange.open({ file: (offer?.files ?? []).map(({ file }) => file) });
}

it('carries a bundle there and the answer back between two Syncthing processes, and leaves a half transferred one alone', async () => {
  const { office, capital } = await twoCores();
  const [ours, theirs] = await twoEngines({ slow: 800 });
  await office.client.folder.choose({ path: ours.folder });
  await capital.client.folder.choose({ path: theirs.folder });
  const { id } = await office.client.records.create({ kind: 'paper', body: { title: 'Water', type: 'note' } });
  const annex = join(aFolder(), 'annex.bin');
  writeFileSync(annex, randomBytes(4_000_000));
  await office.client.records.attach({ id, file: annex, name: 'annex.pdf', mediaType: 'application/pdf' });
  const name = await sealIntoFolder(office, 'dossier');

  ours.start();
  theirs.start();
  const underWay = () => readdirSync(theirs.folder).filter((file) => file.includes(name));
  // The engine writes under a name of its own; there is content in it, and it is cut off there.
  await expect.poll(() => sizeOf(theirs.folder, `.syncthing.${name}.tmp`)).toBeGreaterThan(0);
  await ours.kill();
  expect(underWay()).toEqual([`.syncthing.${name}.tmp`]);
  expect(await capital.client.folder.look({})).toMatchObject({ state: 'there', offers: [] });

  ours.start();
  await expect.poll(() => offers(capital)).toHaveLength(1);
  expect(capital.told).toContainEqual({ event: 'folderChanged' });
  expect(await capital.client.exchange.bundles({}), 'nothing is opened by itself').toEqual([]);
  const { bundle } = await openOffered(capital);
  expect((await capital.client.exchange.accept({ bundle })).changed).toContain(id);
  await expect.poll(() => offers(capital)).toEqual([]);

  await capital.client.records.edit({ id, changes: { title: 'Water in the valley' } });
  const answer = await sealIntoFolder(capital, 'contribution');
  await expect.poll(async () => (await offers(office)).map(({ files }) => files[0]?.name)).toEqual([answer]);
  const { sender, lines } = await openOffered(office);
  expect(sender.organisationName).toBe('Northmark');
  expect(lines).toContainEqual(
    expect.objectContaining({ record: id, title: 'Water in the valley', change: 'changed' }),
  );
  for (const engine of [ours, theirs]) {
    expect(engine.listens()).not.toEqual([]);
    for (const address of engine.listens()) expect(address).toMatch(/^127\.0\.0\.1:/);
  }
});

function sizeOf(folder: string, name: string): number {
  return statSync(join(folder, name), { throwIfNoEntry: false })?.blocks ?? 0;
}
