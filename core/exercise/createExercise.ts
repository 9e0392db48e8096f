import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Application } from '../application.ts';
import { onDisk, requireWritable } from '../vault/diskErrors.ts';
import { renameDurably } from '../vault/durable.ts';
import { requirePassphrase } from '../vault/keys.ts';
import { openVaultWithKey } from '../vault/openVault.ts';
import { freeFolder } from '../vault/places.ts';
import type { Installation } from '../vault/vault.ts';
import type { BuiltExercise } from './buildExercise.ts';
import { openWorkshop, sweepWorkshops } from './workshops.ts';

const NAMES: Readonly<Record<Language, string>> = { en: 'Exercise Meridian', fr: 'Exercice Meridian' };
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
    const { workshop, lock } = onDisk(target, () => openWorkshop(dirname(target), surroundings));
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
