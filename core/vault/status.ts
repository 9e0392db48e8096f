import type { z } from 'zod';
import type { Status } from '../../contract/vault/calls.ts';
import { text } from '../../domain/records/text.ts';
import type { Application } from '../application.ts';
import { listRecords } from '../records/listRecords.ts';
import { lastExternalBackup, lineOf, listBackups } from './backups.ts';
import { readLockAfter } from './lockAfter.ts';
import { placeBelow } from './places.ts';
import { isRecoveryConfirmed } from './recovery.ts';
import type { Vault } from './vault.ts';

/** Whether a vault is open, whose it is, and what windows show of it at all times. */
export function statusOf(application: Application): z.input<typeof Status> {
  const vault = application.vault();
  if (vault === undefined) return { state: 'locked' };
  const [last] = listBackups(vault.folder);
  const elsewhere = lastExternalBackup(vault);
  return {
    state: 'unlocked',
    folder: vault.folder,
    place: placeBelow(application.vaultsFolder, vault.folder),
    installation: vault.installation,
    network: networkOf(vault),
    lockAfterMinutes: readLockAfter(vault),
    recoveryConfirmed: isRecoveryConfirmed(vault),
    lastBackup: last && lineOf(last),
    lastBackupElsewhere: elsewhere && { made: new Date(elsewhere.at).toISOString(), folder: elsewhere.path },
  };
}

/** The network of an open vault; undefined until one was started or received. */
export function networkOf(vault: Vault): z.input<typeof Status>['network'] {
  const [network] = listRecords(vault, { kind: 'network', deleted: false, limit: 1 });
  if (network === undefined) return undefined;
  const { id, body } = network;
  return {
    id,
    name: text(body.name),
    shortName: text(body.shortName),
    symbol: text(body.symbol),
    exercise: body.exercise === true,
  };
}
