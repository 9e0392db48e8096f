import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aCore, aHandClock } from '../../helpers/aCore.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const PATIENCE = { timeout: 60_000 };

async function watched() {
  const clock = aHandClock();
  const desk = aCore({ surroundings: clock, watch: true });
  const { folder } = await desk.open('Northmark');
  // The first look, from which the others count.
  clock.pass(5 * SECOND);
  const locked = () => desk.told.filter((event) => event.event === 'vaultLocked');
  return { ...desk, clock, folder, locked };
}

describe('a vault that nobody uses', () => {
  it('locks after ten minutes without input, and later when somebody is there', async () => {
    const { client, clock, locked, until } = await watched();
    expect(await client.vault.status({})).toMatchObject({ lockAfterMinutes: 10 });
    clock.pass(8 * MINUTE);
    await client.vault.stayAwake({});
    clock.pass(9 * MINUTE);
    expect(await client.vault.status({})).toMatchObject({ state: 'unlocked' });
    clock.pass(MINUTE + 5 * SECOND);
    await until('vaultLocked');
    expect(locked()).toEqual([{ event: 'vaultLocked', reason: 'idle' }]);
    expect(await client.vault.status({})).toEqual({ state: 'locked' });
    await client.vault.stayAwake({});
    clock.pass(HOUR);
    expect(locked()).toHaveLength(1);
  });

  it('locks after the minutes that its holder chose, also when it is opened again', async () => {
    const { client, clock, folder, locked, until } = await watched();
    for (const minutes of [0, 481, 2.5]) {
      expect(await codeOf(() => client.vault.lockAfter({ minutes }))).toBe('input.invalid');
    }
    await client.vault.lockAfter({ minutes: 45 });
    await client.vault.lock({});
    await client.vault.unlock({ folder, passphrase: 'seven quiet herons at noon' });
    expect(await client.vault.status({})).toMatchObject({ lockAfterMinutes: 45 });
    clock.pass(44 * MINUTE);
    expect(locked()).toEqual([{ event: 'vaultLocked', reason: 'asked' }]);
    clock.pass(2 * MINUTE);
    await expect.poll(() => locked().length, PATIENCE).toBe(2);
    await until('vaultLocked');
    expect(locked()[1]).toEqual({ event: 'vaultLocked', reason: 'idle' });
  });

  it('waits for work that a person started, for two hours at most', async () => {
    const { client, clock, core, locked, told } = await watched();
    const file = join(aFolder(), 'people.jsonl');
    writeFileSync(file, '{"kind":"person","body":{"name":"Edda Marlow"}}\n'.repeat(3000));
    let passed = false;
    core.subscribe(({ event }) => {
      if (event !== 'jobStarted' || passed) return;
      passed = true;
      clock.pass(90 * MINUTE);
      expect(locked()).toEqual([]);
      clock.pass(HOUR);
    });
    const load = client.records.load({ file, format: 'jsonl', job: randomUUID() });
    expect(await codeOf(() => load)).toBe('job.cancelled');
    await expect.poll(locked, PATIENCE).toEqual([{ event: 'vaultLocked', reason: 'idle' }]);
    expect(told.filter(({ event }) => event === 'jobStarted')).not.toHaveLength(0);
  });
});

describe('a machine that sleeps', () => {
  it('locks when it wakes, also where the steady clock went on', async () => {
    const { client, clock, folder, locked } = await watched();
    clock.sleep(10 * MINUTE);
    clock.pass(5 * SECOND);
    await expect.poll(locked, PATIENCE).toEqual([{ event: 'vaultLocked', reason: 'suspended' }]);
    await client.vault.unlock({ folder, passphrase: 'seven quiet herons at noon' });
    clock.freeze(3 * MINUTE);
    clock.pass(5 * SECOND);
    await expect.poll(() => locked().length, PATIENCE).toBe(2);
    expect(locked()[1]).toEqual({ event: 'vaultLocked', reason: 'suspended' });
  });

  it('a clock that is set back locks nothing, loses nothing and keeps the order of what was done', async () => {
    const { client, clock, locked } = await watched();
    const { id } = await client.records.create({ kind: 'person', body: { name: 'Edda Marlow' } });
    clock.sleep(-3 * 24 * HOUR);
    clock.pass(MINUTE);
    expect(locked()).toEqual([]);
    await client.records.edit({ id, changes: { name: 'Edda Marlow-Quist' } });
    expect((await client.vault.backup({})).bytes).toBeGreaterThan(0);
    expect((await client.records.undo({ id })).title).toBe('Edda Marlow');
    expect((await client.records.redo({ id })).title).toBe('Edda Marlow-Quist');
    expect(await client.vault.examine({})).toEqual([]);
    clock.pass(8 * MINUTE);
    expect(locked()).toEqual([]);
    clock.pass(3 * MINUTE);
    await expect.poll(locked, PATIENCE).toEqual([{ event: 'vaultLocked', reason: 'idle' }]);
  });
});

it('a backup is made every quarter of an hour in which something changed, and not without', async () => {
  const { client, clock, folder, told } = await watched();
  await client.vault.lockAfter({ minutes: 480 });
  const ended = () => told.filter(({ event }) => event === 'jobEnded').length;
  const backups = async () => (await client.vault.listBackups({ folder })).length;
  await client.records.create({ kind: 'person', body: { name: 'Edda Marlow' } });
  clock.pass(14 * MINUTE);
  expect(ended()).toBe(0);
  clock.pass(2 * MINUTE);
  await expect.poll(ended, PATIENCE).toBe(1);
  expect(await backups()).toBe(1);
  expect((await client.vault.status({})).lastBackup).toBeDefined();
  clock.pass(HOUR);
  expect([ended(), await backups()]).toEqual([1, 1]);
  await client.records.create({ kind: 'person', body: { name: 'Ines Halvard' } });
  clock.pass(15 * MINUTE);
  await expect.poll(ended, PATIENCE).toBe(2);
  expect(await backups()).toBe(2);

  // Opened again, what is backed up is not backed up once more.
  await client.vault.lock({});
  await client.vault.unlock({ folder, passphrase: 'seven quiet herons at noon' });
  clock.pass(HOUR);
  expect([ended(), await backups()]).toEqual([2, 2]);
});

it('without watching nothing locks by itself', async () => {
  const clock = aHandClock();
  const { client, open } = aCore({ surroundings: clock });
  await open('Northmark');
  clock.pass(HOUR);
  clock.sleep(HOUR);
  clock.pass(HOUR);
  expect(await client.vault.status({})).toMatchObject({ state: 'unlocked' });
});
