import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { realSurroundings } from '../../../core/context.ts';
import { openWorkshop } from '../../../core/exercise/workshops.ts';
import { aCore } from '../../helpers/aCore.ts';
import { aFolder, codeOf, PASSPHRASE } from '../../helpers/aVault.ts';

it('an exercise is made under its name among the vaults, numbered, filled and open, and goes by its name', async () => {
  const { client, root, told } = aCore();
  const taken = join(root, 'Exercise Meridian.amberdesk');
  mkdirSync(taken);
  writeFileSync(join(taken, 'notes.txt'), 'kept');
  const job = randomUUID();
  const made = await client.vault.createExercise({ passphrase: PASSPHRASE, job });
  expect(made.folder).toBe(join(root, 'Exercise Meridian 2.amberdesk'));
  const status = await client.vault.status({});
  expect(status).toMatchObject({ state: 'unlocked', folder: made.folder, installation: made.installation });
  expect(status.network).toMatchObject({ shortName: 'Exercise Meridian', exercise: true });
  expect((await client.meetings.timetable({ meeting: made.meeting })).sessions.length).toBeGreaterThan(2);
  expect(told.filter((event) => 'job' in event && event.job === job).map(({ event }) => event)).toEqual(
    expect.arrayContaining(['jobStarted', 'jobProgress', 'jobEnded']),
  );
  await client.vault.lock({});
  await client.vault.unlock({ folder: made.folder, passphrase: PASSPHRASE });
  expect(await client.vault.examine({})).toEqual([]);

  expect(await codeOf(() => client.vault.createExercise({ passphrase: PASSPHRASE, folder: taken }))).toBe(
    'vault.exists',
  );

  const name = status.network?.name ?? '';
  for (const typed of ['', name.slice(1), name.toLowerCase()]) {
    expect(await codeOf(() => client.vault.deleteExercise({ name: typed }))).toBe('exercise.nameDiffers');
  }
  await client.vault.deleteExercise({ name });
  expect(await client.vault.status({})).toEqual({ state: 'locked' });
  expect(readdirSync(root)).toEqual(['Exercise Meridian.amberdesk']);
});

it('only the vault of an exercise is deleted by its name', async () => {
  const { client, open, root } = aCore();
  expect(await codeOf(() => client.vault.deleteExercise({ name: 'Quiet Sea' }))).toBe('vault.locked');
  await open('Office');
  expect(await codeOf(() => client.vault.deleteExercise({ name: '' }))).toBe('exercise.notExercise');
  await client.records.create({ kind: 'network', body: { name: 'Quiet Sea', shortName: 'QS', symbol: 'QS' } });
  expect(await codeOf(() => client.vault.deleteExercise({ name: 'Quiet Sea' }))).toBe('exercise.notExercise');
  expect(await client.vault.status({})).toMatchObject({ state: 'unlocked' });
  expect(readdirSync(root)).toEqual(['Office.amberdesk']);
});

it('an exercise that is cancelled leaves no folder, and the vault that was open stays open', async () => {
  const { client, core, open, root, told } = aCore();
  const { folder } = await open('Office');
  const job = randomUUID();
  core.subscribe((event) => {
    if (event.event === 'jobProgress' && event.job === job) void client.jobs.cancel({ job });
  });
  expect(await codeOf(() => client.vault.createExercise({ passphrase: PASSPHRASE, job }))).toBe('job.cancelled');
  expect(readdirSync(root)).toEqual(['Office.amberdesk']);
  expect(await client.vault.status({})).toMatchObject({ state: 'unlocked', folder });
  expect(told.some(({ event }) => event === 'vaultLocked')).toBe(false);
});

it('what a dead program left of an exercise goes when a host with windows starts; what one builds at work stays', () => {
  const root = aFolder();
  const left = join(root, '.exercise-0badcafe.partial');
  const { workshop, lock } = openWorkshop(root, realSurroundings);
  mkdirSync(left);
  aCore({ vaultsFolder: root, watch: true });
  expect([existsSync(left), existsSync(workshop)]).toEqual([false, true]);
  lock.release();
  aCore({ vaultsFolder: root, watch: true });
  expect(readdirSync(root)).toEqual([]);
});

it('an exercise whose thread dies leaves no folder, and what a dead program left goes with the next one', async () => {
  const { client, open, root } = aCore();
  await open('Office');
  const left = join(root, '.exercise-0badcafe.partial');
  mkdirSync(join(left, 'vault'), { recursive: true });
  writeFileSync(join(left, 'vault', 'vault.db'), 'half a vault');

  const kill = (worker: Worker) => {
    const inTheMidst = () => existsSync(root) && readdirSync(root, { recursive: true }).some(isHalfDone);
    const timer = setInterval(() => {
      if (!inTheMidst()) return;
      clearInterval(timer);
      void worker.terminate();
    }, 1);
    worker.once('exit', () => clearInterval(timer));
  };
  const isHalfDone = (path: string | Buffer) => /^\.exercise-(?!0bad).*vault\.db$/.test(String(path));
  process.once('worker', kill);
  onTestFinished(() => {
    process.off('worker', kill);
  });
  expect(await codeOf(() => client.vault.createExercise({ passphrase: PASSPHRASE }))).toBe('internal');
  expect(readdirSync(root)).toEqual(['Office.amberdesk']);
  const { folder } = await client.vault.createExercise({ passphrase: PASSPHRASE, language: 'fr' });
  expect([dirname(folder), readdirSync(root).sort()]).toEqual([
    root,
    ['Exercice Meridian.amberdesk', 'Office.amberdesk'],
  ]);
});
