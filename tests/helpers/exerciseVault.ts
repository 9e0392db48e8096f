import { cpSync, existsSync, mkdtempSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Client, makeClient } from '../../contract/client.ts';
import { PASSPHRASE } from './aVault.ts';
import { createCore } from './builtCore.ts';

/**
 * Opens a vault of the Secretariat with the whole exercise in `folder`, as somebody would who has one already: it is made
 * once in a run, and copied.
 */
export async function openExerciseVault({ vault }: Client, folder: string): Promise<void> {
  cpSync(await exerciseVault(), folder, { recursive: true });
  await vault.unlock({ folder, passphrase: PASSPHRASE });
}

async function exerciseVault(): Promise<string> {
  const runFolder = inject('runFolder');
  const made = join(runFolder, 'exercise');
  if (existsSync(made)) return join(made, VAULT);
  const making = mkdtempSync(join(runFolder, 'making-'));
  const core = createCore({ vaultsFolder: making });
  const { vault } = makeClient(core);
  const seats = await vault.exerciseSeats({});
  const holder = seats.find(({ seat }) => seat === 'secretariat')?.holder;
  if (holder === undefined) throw new TypeError('The exercise has no Secretariat.');
  await vault.create({ folder: join(making, VAULT), passphrase: PASSPHRASE, holder, workFactor: 10 });
  await vault.loadExercise({});
  await core.close();
  try {
    renameSync(making, made);
  } catch {
    // Another file of the tests was first; its exercise is as good.
  }
  return join(made, VAULT);
}

const VAULT = 'Exercise.amberdesk';
