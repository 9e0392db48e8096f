import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { aCore } from '../../helpers/aCore.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';

/** The next thread that is started, by way of the process that starts it. */
function nextWorker(): Promise<Worker> {
  return new Promise((resolve) => {
    process.once('worker', resolve);
    onTestFinished(() => {
      process.off('worker', resolve);
    });
  });
}

it('work whose thread dies ends with a code and changes nothing, and the next work is done', async () => {
  const { client, core, open, told } = aCore();
  await open('Northmark');
  const { id } = await client.records.create({ kind: 'person', body: { name: 'Ines Halvard' } });
  const file = join(aFolder(), 'people.jsonl');
  writeFileSync(file, '{"kind":"person","body":{"name":"Edda Marlow"}}\n'.repeat(3000));
  const worker = nextWorker();
  const end = core.subscribe(({ event }) => {
    if (event === 'jobProgress') void worker.then((thread) => thread.terminate());
  });
  expect(await codeOf(() => client.records.load({ file, format: 'jsonl' }))).toBe('internal');
  end();
  expect(told.at(-1)).toMatchObject({ event: 'jobEnded', outcome: 'failed' });
  expect(await client.jobs.list({})).toEqual([]);
  expect((await client.records.list({})).map((record) => record.id)).toEqual([id]);

  writeFileSync(file, '{"kind":"person","body":{"name":"Edda Marlow"}}\n');
  expect(await client.records.load({ file, format: 'jsonl' })).toMatchObject({ created: [expect.any(String)] });
  expect(await client.records.list({})).toHaveLength(2);
  expect(await client.vault.examine({})).toEqual([]);
});
