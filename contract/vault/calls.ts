import { z } from 'zod';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { call, jobInput, NOTHING } from '../call.ts';

export const Holder = z.object({
  seat: RecordId,
  name: z.string().min(1),
  organisation: RecordId,
  organisationName: z.string().min(1),
  role: z.enum(['secretariat', 'member', 'guest']),
});

export const Installation = Holder.extend({ id: InstallationId });

/** What an examination found: `damage` loses something, a `remark` does not. No findings: all is well. */
export const Finding = z.object({
  check: z.string(),
  severity: z.enum(['damage', 'remark']),
  message: z.string(),
  subject: z.string(),
});

export const Backup = z.object({ name: z.string(), made: z.string(), bytes: z.number() });

export const vaultCalls = {
  /** Whether a vault is open here, and whose. */
  status: call(
    NOTHING,
    z.object({
      state: z.enum(['locked', 'unlocked']),
      folder: z.string().optional(),
      installation: Installation.optional(),
    }),
  ),
  /** Makes a vault with fresh keys and opens it. The recovery key is shown this once. */
  create: call(
    z.object({
      folder: z.string(),
      passphrase: z.string(),
      holder: Holder,
      workFactor: z.int().min(10).max(18).optional(),
    }),
    z.object({
      installation: Installation,
      /** For the recovery sheet: the identity, in groups to read and type, and the key it opens, as text. */
      recovery: z.object({ identity: z.string(), groups: z.array(z.string()), wrapped: z.string() }),
    }),
    ['vault.exists', 'vault.weakPassphrase', 'vault.readOnly', 'vault.full'],
  ),
  unlock: call(z.object({ folder: z.string(), passphrase: z.string() }), Installation, [
    'vault.missing',
    'vault.passphrase',
    'vault.damaged',
    'vault.inUse',
    'vault.newer',
    'vault.readOnly',
  ]),
  /** Opens the vault with the key of the recovery sheet and sets a new passphrase. */
  recover: call(
    z.object({
      folder: z.string(),
      recovery: z.string(),
      passphrase: z.string(),
      /** The wrapped key from the sheet, where the vault's own key files are lost. */
      wrapped: z.string().optional(),
    }),
    Installation,
    ['vault.missing', 'vault.recovery', 'vault.weakPassphrase', 'vault.inUse'],
  ),
  /**
   * The passphrase may be known to others: a new data key for the database and its backups. The vault is locked after.
   * Gives the names of backups that neither key opens.
   */
  rekey: call(
    z.object({ folder: z.string(), current: z.string(), next: z.string() }),
    z.object({ left: z.array(z.string()) }),
    ['vault.missing', 'vault.passphrase', 'vault.weakPassphrase', 'vault.inUse', 'vault.full'],
  ),
  lock: call(NOTHING, NOTHING),
  changePassphrase: call(z.object({ current: z.string(), next: z.string() }), NOTHING, [
    'vault.passphrase',
    'vault.weakPassphrase',
  ]),
  /** A backup beside the vault, or in `folder` with the attachments. */
  backup: call(jobInput({ folder: z.string().optional() }), Backup, ['vault.full', 'vault.readOnly']),
  listBackups: call(z.object({ folder: z.string() }), z.array(Backup), ['vault.missing']),
  /** Puts a backup in the vault's place, keeping what it replaces, and opens it. */
  restore: call(z.object({ folder: z.string(), backup: z.string(), passphrase: z.string() }), Installation, [
    'backup.missing',
    'backup.damaged',
    'vault.passphrase',
    'vault.inUse',
  ]),
  /** Checks everything that can be checked without changing anything. */
  examine: call(jobInput({}), z.array(Finding)),
  /** The invented seats of the exercise, for which vaults can be made. */
  exerciseSeats: call(NOTHING, z.array(z.object({ seat: z.string(), holder: Holder }))),
  /** Fills an empty Secretariat vault with the invented network of the exercise. */
  loadExercise: call(jobInput({}), z.object({ meeting: RecordId, records: z.int() }), [
    'exercise.seat',
    'exercise.notEmpty',
    'vault.full',
  ]),
};
