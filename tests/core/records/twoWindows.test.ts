import { expect, it } from 'vitest';
import { makeClient } from '../../../contract/client.ts';
import { aCore } from '../../helpers/aCore.ts';

it('two windows that write the same field at once: the second is told, and both texts stay reachable', async () => {
  const { client, core, open } = aCore();
  await open('Northmark');
  const { id } = await client.records.create({ kind: 'person', body: { name: 'Edda Marlow', function: 'Archivist' } });
  const windows = [client, makeClient(core)];
  const texts = ['Head of archives', 'Keeper of the archives'];
  const answers = await Promise.allSettled(
    windows.map((window, at) =>
      window.records.edit({ id, changes: { function: texts[at] ?? '' }, base: { function: 'Archivist' } }),
    ),
  );
  expect(answers[0]).toMatchObject({ status: 'fulfilled', value: { body: { function: texts[0] } } });
  expect(answers[1]).toMatchObject({
    status: 'rejected',
    reason: { code: 'record.changedMeanwhile', details: { fields: ['function'] } },
  });
  // Other fields are not in each other's way.
  await Promise.all([
    client.records.edit({ id, changes: { name: 'Edda Marlow-Quist' }, base: { name: 'Edda Marlow' } }),
    windows[1]?.records.edit({ id, changes: { zone: 'Europe/Lisbon' }, base: { zone: null } }),
  ]);

  const final = { id, changes: { function: texts[1] ?? '' }, base: { function: texts[0] ?? '' } };
  expect((await client.records.edit(final)).body).toMatchObject({
    name: 'Edda Marlow-Quist',
    zone: 'Europe/Lisbon',
    function: texts[1],
  });
  const written = (await client.records.history({ id })).map(({ body }) => body.function);
  expect(written).toEqual(expect.arrayContaining(texts));
  expect((await client.records.undo({ id })).body.function).toBe(texts[0]);
  expect((await client.records.redo({ id })).body.function).toBe(texts[1]);
});
