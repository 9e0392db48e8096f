import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { makeClient } from '../../contract/client.ts';
import { aFolder, aHolder } from '../helpers/aVault.ts';
import { createCore } from '../helpers/builtCore.ts';

const Line = z.strictObject({
  level: z.literal(30),
  time: z.string(),
  call: z.string(),
  milliseconds: z.int(),
  code: z.string(),
});

it('the log tells names, durations and codes of calls, and nothing that was in them', async () => {
  const folder = aFolder();
  const file = join(folder, 'calls.log');
  const core = createCore({ logFile: file });
  const client = makeClient(core);
  const passphrase = 'secret secret secret';
  await client.vault.create({
    folder: join(folder, 'Geheimnis.amberdesk'),
    passphrase,
    holder: aHolder(),
    workFactor: 10,
  });
  await client.records.create({ kind: 'person', body: { name: 'Geheimnis' } });
  await core.call('records.Geheimnis', { name: 'Geheimnis' });
  await core.call('records.read', { id: 'Geheimnis' });
  await core.close();
  const text = readFileSync(file, 'utf8');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => Line.parse(JSON.parse(line)));
  expect(lines.map(({ call, code }) => [call, code])).toEqual([
    ['vault.create', 'ok'],
    ['records.create', 'ok'],
    ['unknown', 'call.unknown'],
    ['records.read', 'input.invalid'],
  ]);
  expect(text).not.toMatch(/secret|Geheimnis/);
});
