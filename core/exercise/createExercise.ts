import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Application } from '../application.ts';
import { onDisk, requireWritable } from '../vault/diskErrors.ts';
import { renameDurably, UNFINISHED } from '../vault/durable.ts';
import { vaultPaths } from '../vault/folder.ts';
import { requirePassphrase } from '../vault/keys.ts';
import { lockVault } from '../vault/lock.ts';
import { openVaultWithKey } from '../vault/openVault.ts';
import { freeFolder } from '../vault/places.ts';
import type { Installation } from '../vault/vault.ts';
import type { BuiltExercise } from './buildExercise.ts';

const NAMES: Readonly<Record<Language, string>> = { en: 'Exercise Meridian', fr: 'Exercice Meridian' };
/** Where an exercise is built, beside its future folder; locked as long as somebody builds in it. */
const WORKSHOP = /^\.exercise-[0-9a-f]{8}\.partial$/;

export interface ExerciseRequest {
  readonly passphrase: string;
  /** Where the vault is to be; under its own name in the vaults' folder unless told. */
  readonly folder?: string | undefined;
  readonly language: Language;
}

/**
 * Makes the vault of the exercise's Secretariat, filled, and opens it in place of the one that is open, which stays open
 * until the new one is whole. It is built in a folder of its own: whatever ends the work, nothing of it is left, and
 * what a crash of the whole program left goes with the next exercise. Throws what `createVault` throws,
 * `job.cancelled`, `vault.busy`.
 */
export async function createExercise(
  application: Application,
  { passphrase, folder, language }: ExerciseRequest,
  job?: string,
): Promise<{ folder: string; installation: Installation; meeting: RecordId }> {
  const { surroundings, vaultsFolder, jobs } = application;
  requirePassphrase(passphrase);
  return application.exclusively(async (place) => {
    const target = resolve(folder ?? freeFolder(vaultsFolder, NAMES[language]));
    if (isOccupied(target)) throw new AmberdeskError('vault.exists', { folder: target });
    requireWritable(dirname(target));
    sweepWorkshops(dirname(target), surroundings.now());
    const name = `.exercise-${Buffer.from(surroundings.randomBytes(4)).toString('hex')}${UNFINISHED}`;
    const workshop = join(dirname(target), name);
    const lock = onDisk(target, () => {
      mkdirSync(workshop, { recursive: true, mode: 0o700 });
      return lockVault(vaultPaths(workshop), surroundings.now());
    });
    let built: BuiltExercise;
    try {
      built = await jobs.runUnattached('buildExercise', { workshop, passphrase }, job);
      onDisk(target, () => {
        if (existsSync(target)) rmdirSync(target);
        renameDurably(built.folder, target);
      });
    } finally {
      lock.release();
      rmSync(workshop, { recursive: true, force: true });
    }
    const { key, meeting } = built;
    await place.lock('replaced');
    const vault = await openVaultWithKey(target, key, { surroundings });
    place.use(vault);
    return { folder: target, installation: vault.installation, meeting };
  });
}

function isOccupied(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0;
}

/** Removes what programs that died in the midst of building have left. */
function sweepWorkshops(root: string, now: number): void {
  if (!existsSync(root)) return;
  for (const name of readdirSync(root).filter((entry) => WORKSHOP.test(entry))) {
    const workshop = join(root, name);
    try {
      lockVault(vaultPaths(workshop), now).release();
    } catch {
      // Somebody builds there at this moment, or it cannot be written to: it is not ours to remove.
      continue;
    }
    rmSync(workshop, { recursive: true, force: true });
  }
}
