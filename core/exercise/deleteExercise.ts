import { realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Application } from '../application.ts';
import { onDisk } from '../vault/diskErrors.ts';
import { syncFolder, UNFINISHED } from '../vault/durable.ts';
import { networkOf } from '../vault/status.ts';

/**
 * Locks the open vault and deletes its folder with all that is in it, backups included. Throws `exercise.notExercise`
 * unless its network is an exercise, `exercise.nameDiffers` unless `name` is that network's name or short name.
 */
export async function deleteExercise(application: Application, name: string): Promise<void> {
  return application.exclusively(async (place) => {
    const { vault, surroundings } = application.session();
    const network = networkOf(vault);
    if (network?.exercise !== true) throw new AmberdeskError('exercise.notExercise');
    const typed = name.trim().normalize('NFC');
    if (typed === '' || ![network.name, network.shortName].includes(typed)) {
      throw new AmberdeskError('exercise.nameDiffers');
    }
    const folder = realpathSync(vault.folder);
    await place.lock('asked');
    onDisk(folder, () => {
      // Under a name that says so, a half-deleted vault is never taken for one.
      const going = `${folder}-${Buffer.from(surroundings.randomBytes(4)).toString('hex')}${UNFINISHED}`;
      renameSync(folder, going);
      syncFolder(dirname(folder));
      rmSync(going, { recursive: true, force: true });
    });
  });
}
