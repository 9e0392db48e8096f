import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import type { Event } from '../../../contract/events.ts';
import { createJobRunner } from '../../../core/jobs/jobRunner.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { aCore } from '../../helpers/aCore.ts';
import { aDocument } from '../../helpers/aSession.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';
import { aNetwork, aPaper, seal } from '../exchange/aNetwork.ts';
import { contentOf } from '../exchange/leavesNothing.ts';

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

it('a bundle that takes more memory than its thread may have is refused with nothing written, and the host goes on', async () => {
  const { secretariat, tavania } = await aNetwork();
  aPaper(secretariat, 'Water in the valley');
  const { file } = await seal(secretariat, [tavania]);
  const { vault } = tavania.session;
  const before = contentOf(tavania);
  const tight = createJobRunner(
    () => vault,
    () => {},
    { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 8 },
  );
  expect(await codeOf(() => tight.run('open', { file }))).toBe('bundle.tooLarge');
  expect(contentOf(tavania)).toEqual(before);
  const usual = createJobRunner(
    () => vault,
    () => {},
  );
  expect(await usual.run('open', { file })).toMatchObject({ repeated: false });
});

it('a preview that is cancelled while a long table is set has ended for whoever asked, and its thread is waited for', async () => {
  const { secretariat } = await aNetwork();
  const { vault } = secretariat.session;
  const cell = (text: string) => ({
    type: 'tableCell',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  const rows = Array.from({ length: 1500 }, (_, at) => ({
    type: 'tableRow',
    content: [cell(`Row ${at}`), cell('Osk'), cell('x')],
  }));
  const table = { type: 'table', attrs: { id: 't' }, content: rows };
  const paper = aPaper(secretariat, 'Registers', { body: { type: 'doc', content: [table] } });
  const told: Event[] = [];
  const setting = Promise.withResolvers<void>();
  const runner = createJobRunner(
    () => vault,
    (event) => {
      told.push(event);
      if (event.event === 'jobProgress' && event.what === 'print.setting') setting.resolve();
    },
  );
  const order = {
    document: { what: 'paper', paper },
    audience: { kind: 'self' },
    options: PrintOptions.parse({}),
  } as const;
  const preview = codeOf(() => runner.run('preview', order, 'a preview'));
  await setting.promise;
  runner.cancel('a preview');
  expect(await preview).toBe('job.cancelled');
  expect(runner.list()).toEqual([]);
  expect(told.at(-1)).toMatchObject({ event: 'jobEnded', job: 'a preview', outcome: 'cancelled' });
  const count = told.length;
  let isOver = false;
  const closed = runner.close().then(() => {
    isOver = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isOver, 'its thread is still setting the table').toBe(false);
  await closed;
  expect(told, 'nobody hears of it again').toHaveLength(count);
});

it('documents are laid out in one thread, which is kept for the next, waited for by nobody else, and ended with the vault', async () => {
  const { secretariat } = await aNetwork();
  const { vault } = secretariat.session;
  const paper = aPaper(secretariat, 'Registers', { body: aDocument('Some words of it.') });
  const began: Worker[] = [];
  const note = (worker: Worker) => began.push(worker);
  process.on('worker', note);
  onTestFinished(() => {
    process.off('worker', note);
  });
  const runner = createJobRunner(
    () => vault,
    () => {},
  );
  const order = {
    document: { what: 'paper', paper },
    audience: { kind: 'self' },
    options: PrintOptions.parse({}),
  } as const;
  const alive = () => began.filter(({ threadId }) => threadId !== -1).length;
  const first = await runner.run('preview', order);
  expect(await runner.run('preview', order)).toEqual(first);
  expect(began).toHaveLength(1);
  // While it is at work another one gets a thread of its own, which ends with its order.
  const together = await Promise.all([runner.run('preview', order), runner.run('preview', order)]);
  expect(together).toEqual([first, first]);
  expect(began).toHaveLength(2);
  await expect.poll(alive).toBe(1);
  // It carries out what comes after an order that failed.
  const nothing = { ...order, document: { what: 'paper', paper: RecordId.parse(crypto.randomUUID()) } } as const;
  expect(await codeOf(() => runner.run('preview', nothing))).toBe('record.missing');
  expect(await runner.run('measure', { paper })).toMatchObject({ pages: 1 });
  expect(began).toHaveLength(2);
  await runner.close();
  expect(alive()).toBe(0);
  // After that, and after it died, there is another one, and what it prints from nothing is the same.
  expect(await runner.run('preview', order)).toEqual(first);
  expect(began).toHaveLength(3);
  await began[2]?.terminate();
  expect(await runner.run('preview', order)).toEqual(first);
  expect(began).toHaveLength(4);
  await runner.close();
  expect(alive()).toBe(0);
});
