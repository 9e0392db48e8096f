import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, OF_MEETINGS } from '../../cli/documentOf.ts';
import { type Client, makeClient } from '../../contract/client.ts';
import { createCore } from '../../core/createCore.ts';
import { openExerciseVault } from '../helpers/exerciseVault.ts';
import { aLastingFolder } from '../helpers/lastingFolder.ts';

describe('what `print` makes of a name', () => {
  let client: Client;

  beforeAll(async () => {
    const vaults = aLastingFolder();
    client = makeClient(createCore({ vaultsFolder: vaults }));
    await openExerciseVault(client, join(vaults, 'Exercise.amberdesk'));
  });

  it('is each document of a meeting by the meeting’s symbol, and a paper by its number', async () => {
    for (const as of OF_MEETINGS) {
      const meeting = as === 'minutes' || as === 'outcomes' ? 'CB/7' : 'CB/8';
      const document = await documentOf(client, meeting, { as });
      const { goes } = await client.documents.explain({ document, audience: { kind: 'self' } });
      expect(goes, as).toBeGreaterThan(0);
    }
    const paper = await documentOf(client, 'CB/8/4', {});
    expect(paper).toMatchObject({ what: 'paper' });
    const only = await documentOf(client, 'CB/7', { as: 'outcomes', concerning: 'Northmark' });
    expect(only).toMatchObject({ what: 'outcomes', addressee: expect.any(String) });
  });

  it('refuses what is not there, and what cannot be printed so', async () => {
    await expect(documentOf(client, 'CB/99', {})).rejects.toMatchObject({ code: 'record.missing' });
    await expect(documentOf(client, 'CB/8/4', { as: 'minutes' })).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(documentOf(client, 'CB/8', { as: 'minutes', concerning: 'Nowhere' })).rejects.toMatchObject({
      code: 'record.missing',
    });
    const [person] = await client.records.list({ kind: 'person' });
    await expect(documentOf(client, person?.id ?? '', {})).rejects.toMatchObject({ code: 'input.invalid' });
  });
});
