import { z } from 'zod';
import { KeyMode } from '../../domain/directory/keyMode.ts';
import { OrganisationType, PersonRole } from '../../domain/people/kinds.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { LOCK_AFTER } from '../../domain/vault/lockRules.ts';
import { call, jobInput, NOTHING } from '../call.ts';

export const Holder = z.object({
  seat: RecordId,
  name: z.string().min(1),
  organisation: RecordId,
  organisationName: z.string().min(1),
  role: z.enum(['secretariat', 'member', 'guest']),
});

/** A line of text with something in it. */
const Words = z.string().trim().min(1);

export const Installation = Holder.extend({ id: InstallationId });

/** What an examination found: `damage` loses something, a `remark` does not. No findings: all is well. */
export const Finding = z.object({
  check: z.string(),
  severity: z.enum(['damage', 'remark']),
  message: z.string(),
  subject: z.string(),
});

export const Backup = z.object({ name: z.string(), made: z.string(), bytes: z.number() });

/** For the recovery sheet: the identity, in groups to read and type, and the key it opens, as text. */
export const Recovery = z.object({ identity: z.string(), groups: z.array(z.string()), wrapped: z.string() });

/** What is known of the open vault without asking for records. */
export const Status = z.object({
  state: z.enum(['locked', 'unlocked']),
  folder: z.string().optional(),
  /** The folder's path below `vault.places`' root, in its own notation; missing for a vault elsewhere. */
  place: z.string().optional(),
  installation: Installation.optional(),
  /** Missing until a network was started here or received. */
  network: z
    .object({ id: RecordId, name: z.string(), shortName: z.string(), symbol: z.string(), exercise: z.boolean() })
    .optional(),
  /** Minutes without input after which a host with windows locks. */
  lockAfterMinutes: z.int().optional(),
  /** Whether the holder said that the present recovery sheet is kept. Never asked for in an exercise. */
  recoveryConfirmed: z.boolean().optional(),
  /** The newest backup beside the vault. */
  lastBackup: Backup.optional(),
  /** The newest backup outside the vault. */
  lastBackupElsewhere: z.object({ made: z.string(), folder: z.string() }).optional(),
});
export type Status = z.infer<typeof Status>;

export const vaultCalls = {
  /** Whether a vault is open here, and whose. */
  status: call(NOTHING, Status),
  /** Where vaults are kept, and the `*.amberdesk` folders there by name; nothing of what is in them. */
  places: call(
    NOTHING,
    z.object({ root: z.string(), vaults: z.array(z.object({ folder: z.string(), name: z.string() })) }),
  ),
  /** Makes a vault with fresh keys and opens it. The recovery key is shown this once. */
  create: call(
    z.object({
      folder: z.string(),
      passphrase: z.string(),
      holder: Holder,
      workFactor: z.int().min(10).max(18).optional(),
      /** Which sort of keys it begins with, as its network has; `directory.renewKeys` changes it later. */
      keys: KeyMode.default('classic'),
    }),
    z.object({ installation: Installation, recovery: Recovery }),
    ['vault.exists', 'vault.weakPassphrase', 'vault.readOnly', 'vault.full', 'vault.busy'],
  ),
  unlock: call(z.object({ folder: z.string(), passphrase: z.string() }), Installation, [
    'vault.missing',
    'vault.passphrase',
    'vault.damaged',
    'vault.inUse',
    'vault.newer',
    'vault.readOnly',
    'vault.busy',
  ]),
  /**
   * Opens the vault with the key of the recovery sheet, or with two of its shares, one after the other in `recovery`, and
   * sets a new passphrase.
   */
  recover: call(
    z.object({
      folder: z.string(),
      recovery: z.string(),
      passphrase: z.string(),
      /** The wrapped key from the sheet, where the vault's own key files are lost. */
      wrapped: z.string().optional(),
    }),
    Installation,
    ['vault.missing', 'vault.recovery', 'key.shares', 'vault.weakPassphrase', 'vault.inUse'],
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
  /** A host says `suspended` when the machine is about to sleep. */
  lock: call(z.object({ reason: z.enum(['asked', 'suspended']).default('asked') }), NOTHING),
  /** After how many minutes without input a host with windows locks this vault. */
  lockAfter: call(z.object({ minutes: z.int().min(LOCK_AFTER.least).max(LOCK_AFTER.most) }), NOTHING),
  /** Somebody is there: windows say so upon input, every half minute at most. */
  stayAwake: call(NOTHING, NOTHING),
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
  /**
   * Prints the sheet of `create` or `newRecovery` into a new PDF. What it would not open this vault with is refused
   * (`vault.recovery`). The key is kept nowhere else.
   */
  printRecoverySheet: call(
    jobInput({
      recovery: Recovery,
      file: z.string(),
      language: z.enum(['en', 'fr']),
      paper: z.enum(['a4', 'us-letter']),
      /** Three sheets of shares, any two of which open the vault, instead of the one. */
      shares: z.boolean().optional(),
    }),
    z.object({ pages: z.int(), bytes: z.int() }),
    ['vault.recovery', 'file.exists', 'file.unwritable', 'print.failed'],
  ),
  /** The holder has the sheet in hand: noted in the journal and in `status`. */
  confirmRecovery: call(NOTHING, NOTHING),
  /**
   * For somebody who lost the sheet: another recovery key, which the next sheet shows. The lost sheet still opens copies
   * made so far; where others may have it, `rekey` comes after.
   */
  newRecovery: call(z.object({ passphrase: z.string() }), Recovery, [
    'vault.passphrase',
    'vault.damaged',
    'vault.busy',
  ]),
  /**
   * Starts a network in the Secretariat's vault, where there is none yet: the network, the Secretariat, the holder of this
   * seat, and the network's directory, whose root then waits to be printed (`directory.printRoot`).
   */
  startNetwork: call(
    z.object({
      network: z.object({ name: Words, shortName: Words, symbol: Words }),
      organisation: z.object({
        name: Words,
        shortName: Words,
        type: OrganisationType,
        code: Words.optional(),
        city: z.string().optional(),
        zone: z.string().optional(),
      }),
      person: z.object({ name: Words, role: PersonRole, function: z.string().optional() }),
      /** Which sort of keys the network's installations have; this one's are made anew where they are of the other. */
      keys: KeyMode.default('classic'),
    }),
    z.object({ network: RecordId, organisation: RecordId, person: RecordId }),
    ['vault.notEmpty', 'vault.notSecretariat', 'record.invalid'],
  ),
  /** The invented seats of the exercise, for which vaults can be made. */
  exerciseSeats: call(NOTHING, z.array(z.object({ seat: z.string(), holder: Holder }))),
  /** Fills an empty Secretariat vault with the invented network of the exercise. */
  loadExercise: call(jobInput({}), z.object({ meeting: RecordId, records: z.int() }), [
    'exercise.seat',
    'exercise.notEmpty',
    'vault.full',
  ]),
  /**
   * Makes and opens the vault of the exercise's Secretariat, filled: in `folder`, or under the exercise's name among the
   * others. The vault that was open stays open until it is whole; nothing is left of one that was not finished.
   */
  createExercise: call(
    jobInput({ passphrase: z.string(), folder: z.string().optional(), language: z.enum(['en', 'fr']).default('en') }),
    z.object({ folder: z.string(), installation: Installation, meeting: RecordId }),
    ['vault.exists', 'vault.weakPassphrase', 'vault.readOnly', 'vault.full', 'vault.busy', 'job.cancelled'],
  ),
  /** Locks the open vault and deletes its folder. Only where the network is an exercise, whose name was typed. */
  deleteExercise: call(z.object({ name: z.string() }), NOTHING, ['exercise.notExercise', 'exercise.nameDiffers']),
};
