import type { HandlersOf } from '../../contract/api.ts';
import type { vaultCalls } from '../../contract/vault/calls.ts';
import type { Application } from '../application.ts';
import { exerciseSeats } from '../exercise/seats.ts';
import { type Backup, backupVault, listBackups } from './backups.ts';
import { changePassphrase } from './changePassphrase.ts';
import { createVault } from './createVault.ts';
import { requireVault } from './folder.ts';
import { openVault, openVaultWithRecovery } from './openVault.ts';
import { rekeyVault } from './rekey.ts';
import { restoreVault } from './restoreVault.ts';

export const vaultHandlers: HandlersOf<typeof vaultCalls, Application> = {
  status(_input, application) {
    const vault = application.vault();
    if (vault === undefined) return { state: 'locked' };
    return { state: 'unlocked', folder: vault.folder, installation: vault.installation };
  },

  async create({ folder, passphrase, holder, workFactor }, application) {
    const { surroundings } = application;
    const options = workFactor === undefined ? { surroundings } : { surroundings, workFactor };
    const { vault, recovery } = await createVault(folder, { passphrase, holder, ...options });
    await application.lock();
    application.use(vault);
    return { installation: vault.installation, recovery: { ...recovery, groups: [...recovery.groups] } };
  },

  async unlock({ folder, passphrase }, application) {
    requireVault(folder);
    await application.lock();
    application.use(await openVault(folder, passphrase, application));
    return application.session().vault.installation;
  },

  async recover({ folder, recovery, passphrase, wrapped }, application) {
    requireVault(folder);
    await application.lock();
    const { surroundings } = application;
    const options = wrapped === undefined ? { surroundings } : { surroundings, sheet: wrapped };
    application.use(await openVaultWithRecovery(folder, recovery, passphrase, options));
    return application.session().vault.installation;
  },

  async lock(_input, application) {
    await application.lock();
    return {};
  },

  async changePassphrase({ current, next }, application) {
    await changePassphrase(application.session().vault, current, next, application);
    return {};
  },

  async rekey({ folder, current, next }, application) {
    requireVault(folder);
    await application.lock();
    return rekeyVault(folder, current, next, application);
  },

  async backup({ folder, job }, application) {
    const { vault, surroundings } = application.session();
    if (folder === undefined) return lineOf(backupVault(vault, { surroundings }));
    return lineOf(await application.jobs.run('backupTo', { folder }, job));
  },

  listBackups({ folder }) {
    requireVault(folder);
    return listBackups(folder).map(lineOf);
  },

  async restore({ folder, backup, passphrase }, application) {
    await application.lock();
    const { vault } = await restoreVault(folder, backup, passphrase, application);
    application.use(vault);
    return vault.installation;
  },

  examine: ({ job }, application) => application.jobs.run('examine', {}, job),

  exerciseSeats: () => Object.entries(exerciseSeats()).map(([seat, holder]) => ({ seat, holder })),

  loadExercise: ({ job }, application) => application.jobs.run('loadExercise', {}, job),
};

function lineOf({ name, at, size }: Pick<Backup, 'name' | 'at' | 'size'>) {
  return { name, made: new Date(at).toISOString(), bytes: size };
}
