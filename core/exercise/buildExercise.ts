import { join } from 'node:path';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Surroundings } from '../context.ts';
import type { Work } from '../jobs/work.ts';
import { createVault } from '../vault/createVault.ts';
import { loadExercise } from './loadExercise.ts';
import { secretariatSeat } from './seats.ts';

export interface ExerciseOrder {
  /** A folder of its own, in which the vault is built. */
  readonly workshop: string;
  readonly passphrase: string;
}

/** A vault that is whole and closed, and its data key. */
export interface BuiltExercise {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly meeting: RecordId;
}

/**
 * Makes the vault of the exercise's Secretariat in the workshop and fills it. Throws what `createVault` and
 * `loadExercise` throw; the workshop is the caller's to remove.
 */
export async function buildExercise(
  work: Work,
  surroundings: Surroundings,
  { workshop, passphrase }: ExerciseOrder,
): Promise<BuiltExercise> {
  const folder = join(workshop, 'vault');
  const { vault } = await createVault(folder, { passphrase, holder: secretariatSeat(), surroundings });
  const key = Uint8Array.from(vault.key);
  try {
    work.check();
    const { meeting } = await loadExercise(work, { vault, surroundings, announce: () => {} });
    return { folder, key, meeting };
  } finally {
    vault.close();
  }
}
