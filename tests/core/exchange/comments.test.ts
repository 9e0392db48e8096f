import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeClient } from '../../../contract/client.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import { aFolder, PASSPHRASE } from '../../helpers/aVault.ts';
import { createCore } from '../../helpers/builtCore.ts';
import { openByHand } from '../../helpers/openByHand.ts';
import { NORTHMARK, SECRETARIAT } from './aNetwork.ts';

const OFFICER = naturalId('person', 'Ada Morn');

/** A Secretariat at the contract, with a member, and a paper on which somebody remarked and quoted it. */
async function aDeskWithAComment() {
  const core = createCore();
  onTestFinished(() => core.close());
  const client = makeClient(core);
  const folder = aFolder();
  await client.vault.create({
    folder: join(folder, 'Vault.amberdesk'),
    passphrase: PASSPHRASE,
    holder: {
      seat: OFFICER,
      name: 'Ada Morn',
      organisation: SECRETARIAT,
      organisationName: 'Secretariat',
      role: 'secretariat',
    },
    workFactor: 10,
  });
  const { create } = client.records;
  await create({ kind: 'network', body: { name: 'Invented Network', secretariat: SECRETARIAT } });
  await create({ kind: 'organisation', id: SECRETARIAT, body: { name: 'Secretariat', membership: 'secretariat' } });
  await create({
    kind: 'organisation',
    body: { name: 'Kingdom of Northmark', type: 'state', code: 'QN', membership: 'member' },
  });
  const { id: paper } = await create({ kind: 'paper', body: { title: 'Ferry road' } });
  const { id: comment } = await create({
    kind: 'comment',
    body: {
      record: paper,
      text: 'Is Orsolwick right?',
      anchor: { block: 'b1', quote: 'seen at Orsolwick', before: '', after: '' },
    },
  });
  return { client, folder, paper, comment };
}

it('a record that is tightened takes its comments along: a bundle for who may not have it holds neither', async () => {
  const { client, folder, paper, comment } = await aDeskWithAComment();
  const forNorthmark = {
    selection: { of: 'everything' },
    audience: { kind: 'organisation', organisation: NORTHMARK },
  } as const;
  const whatGoes = async () => {
    const { lines } = await client.exchange.explain(forNorthmark);
    return Object.fromEntries(
      lines.filter(({ kind }) => kind === 'paper' || kind === 'comment').map((line) => [line.kind, line.goes]),
    );
  };
  expect(await whatGoes()).toEqual({ paper: true, comment: true });

  await client.records.edit({
    id: paper,
    mark: { label: 'TLP:RED', distribution: { to: 'named', organisations: [], persons: [OFFICER] } },
  });
  expect(await whatGoes()).toEqual({ paper: false, comment: false });
  const { lines } = await client.exchange.explain(forNorthmark);
  expect(lines.find(({ record }) => record === comment)?.sentences).toEqual([
    'It is a comment on something that may not go to this audience, or that is not here.',
  ]);

  const file = join(folder, 'Dossier.amber');
  const passphrase = 'five canaries in one cage';
  await client.exchange.seal({ ...forNorthmark, addressees: [], passphrase, purpose: 'dossier', file });
  const files = await openByHand(file, passphrase);
  const everything = [...files.values()].map((content) => content.toString('latin1')).join('\n');
  expect(everything).toContain('Kingdom of Northmark');
  for (const withheld of [paper, comment, 'Ferry road', 'Orsolwick']) expect(everything).not.toContain(withheld);
});
