import type { HandlersOf } from '../../contract/api.ts';
import type { vaultCalls } from '../../contract/vault/calls.ts';
import type { Application } from '../application.ts';
import { createExercise } from '../exercise/createExercise.ts';
import { deleteExercise } from '../exercise/deleteExercise.ts';
import { exerciseSeats } from '../exercise/seats.ts';
import { indexWaiting } from '../library/indexWaiting.ts';
import { uncleanPurges } from '../purge/purgeRows.ts';
import { lineOf, listBackups } from './backups.ts';
import { changePassphrase } from './changePassphrase.ts';
import { createVault } from './createVault.ts';
import { requireVault } from './folder.ts';
import { requirePassphrase } from './keys.ts';
import { keepLockAfter } from './lockAfter.ts';
import { newRecovery } from './newRecovery.ts';
import { openVault, openVaultWithRecovery } from './openVault.ts';
import { listVaults } from './places.ts';
import { confirmRecovery, type RecoverySheet } from './recovery.ts';
import { rekeyVault } from './rekey.ts';
import { restoreVault } from './restoreVault.ts';
import { startNetwork } from './startNetwork.ts';
import { statusOf } from './status.ts';
import type { Vault } from './vault.ts';

export const vaultHandlers: HandlersOf<typeof vaultCalls, Application> = {
  status: (_input, application) => statusOf(application),

  places: (_input, { vaultsFolder }) => ({ root: vaultsFolder, vaults: listVaults(vaultsFolder) }),

  create: ({ folder, passphrase, holder, workFactor, keys }, application) =>
    application.exclusively(async (place) => {
      const { surroundings } = application;
      const options = workFactor === undefined ? { surroundings } : { surroundings, workFactor };
      const { vault, recovery } = await createVault(folder, { passphrase, holder, keys, ...options });
      await place.lock('replaced');
      place.use(vault);
      return { installation: vault.installation, recovery: sheetOf(recovery) };
    }),

  unlock: ({ folder, passphrase }, application) =>
    application.exclusively(async (place) => {
      requireVault(folder);
      await place.lock('replaced');
      const vault = await openVault(folder, passphrase, application);
      place.use(vault);
      resume(application, vault);
      return vault.installation;
    }),

  recover: ({ folder, recovery, passphrase, wrapped }, application) =>
    application.exclusively(async (place) => {
      requireVault(folder);
      requirePassphrase(passphrase);
      await place.lock('replaced');
      const { surroundings } = application;
      const options = wrapped === undefined ? { surroundings } : { surroundings, sheet: wrapped };
      const vault = await openVaultWithRecovery(folder, recovery, passphrase, options);
      place.use(vault);
      resume(application, vault);
      return vault.installation;
    }),

  async lock({ reason }, application) {
    await application.lock(reason);
    return {};
  },

  lockAfter({ minutes }, application) {
    keepLockAfter(application.session().vault, minutes);
    return {};
  },

  stayAwake(_input, application) {
    application.stayAwake();
    return {};
  },

  changePassphrase: ({ current, next }, application) =>
    application.exclusively(async () => {
      await changePassphrase(application.session().vault, current, next, application);
      return {};
    }),

  rekey: ({ folder, current, next }, application) =>
    application.exclusively(async (place) => {
      requireVault(folder);
      requirePassphrase(next);
      await place.lock('replaced');
      return rekeyVault(folder, current, next, application);
    }),

  async backup({ folder, job }, { jobs, surroundings }) {
    if (folder !== undefined) return lineOf(await jobs.run('backupTo', { folder }, job));
    return lineOf(await jobs.run('backup', { now: surroundings.now() }, job));
  },

  listBackups({ folder }) {
    requireVault(folder);
    return listBackups(folder).map(lineOf);
  },

  restore: ({ folder, backup, passphrase }, application) =>
    application.exclusively(async (place) => {
      await place.lock('replaced');
      const { vault } = await restoreVault(folder, backup, passphrase, application);
      place.use(vault);
      resume(application, vault);
      return vault.installation;
    }),

  examine: ({ job }, { jobs }) => jobs.run('examine', {}, job),

  printRecoverySheet: ({ job, ...order }, { jobs }) => jobs.run('printRecoverySheet', order, job),

  confirmRecovery(_input, application) {
    const { vault, surroundings } = application.session();
    confirmRecovery(vault, surroundings.now());
    return {};
  },

  newRecovery: ({ passphrase }, application) =>
    application.exclusively(async () =>
      sheetOf(await newRecovery(application.session().vault, passphrase, application)),
    ),

  startNetwork: (input, application) => startNetwork(application.session(), input),

  exerciseSeats: () => Object.entries(exerciseSeats()).map(([seat, holder]) => ({ seat, holder })),

  loadExercise: ({ job }, { jobs }) => jobs.run('loadExercise', {}, job),

  createExercise: ({ job, ...request }, application) => createExercise(application, request, job),

  async deleteExercise({ name }, application) {
    await deleteExercise(application, name);
    return {};
  },
};

/** Goes on with what was left when the vault was closed: what purges had to clean, and words that wait for the index. */
function resume(application: Application, vault: Vault): void {
  if (uncleanPurges(vault).length > 0) application.jobs.run('settlePurges', {}).catch(() => {});
  indexWaiting(application, vault);
}

function sheetOf(recovery: RecoverySheet) {
  return { ...recovery, groups: [...recovery.groups] };
}
