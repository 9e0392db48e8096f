import { armor, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import { RECOVERY_GROUP, RECOVERY_PREFIX } from '../../domain/vault/recoveryKey.ts';
import type { VaultDatabase } from './database.ts';
import { appendJournal } from './journal.ts';
import { wrapForRecovery } from './keys.ts';
import { readSetting, writeSetting } from './settings.ts';

const SETTING = 'recovery';
const Recovery = z.object({ recipient: z.string().startsWith('age1'), confirmed: z.boolean().optional() });

/** What is printed once, and kept nowhere in the vault. */
export interface RecoverySheet {
  /** `AGE-SECRET-KEY-1…`: opens `keys/recovery.age` with Amberdesk or with `age -d -i`. */
  readonly identity: string;
  /** The same for reading and typing: the prefix, then groups of six. */
  readonly groups: readonly string[];
  /** `keys/recovery.age` as text (age armor), so that the sheet opens a vault whose `keys/` is lost. */
  readonly wrapped: string;
}

/** A recovery identity that is not in use yet. */
export interface FreshRecovery {
  readonly recipient: string;
  /** The content of `keys/recovery.age`. */
  readonly wrapped: Uint8Array;
  readonly sheet: RecoverySheet;
}

/** A new recovery identity and the data key wrapped for it. */
export async function makeRecovery(key: Uint8Array): Promise<FreshRecovery> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const wrapped = await wrapForRecovery(key, recipient);
  const groups = [
    RECOVERY_PREFIX,
    ...(identity.slice(RECOVERY_PREFIX.length).match(new RegExp(`.{1,${RECOVERY_GROUP}}`, 'g')) ?? []),
  ];
  return { recipient, wrapped, sheet: { identity, groups, wrapped: armor.encode(wrapped) } };
}

/** Remembers the public half of the recovery identity, so that a new data key can be wrapped for it. */
export function keepRecoveryRecipient(database: VaultDatabase, recipient: string): void {
  writeSetting(database, SETTING, { recipient });
}

/** The recovery identity's recipient (`age1…`). Throws `vault.damaged` when the vault does not say. */
export function readRecoveryRecipient(database: VaultDatabase): string {
  return readRecovery(database).recipient;
}

/** Whether the holder said that the present sheet is kept. */
export function isRecoveryConfirmed(database: VaultDatabase): boolean {
  return readRecovery(database).confirmed === true;
}

/** The holder has the present sheet in hand: kept, and noted in the journal. */
export function confirmRecovery(database: VaultDatabase, now: number): void {
  database.sqlite.transaction(() => {
    writeSetting(database, SETTING, { recipient: readRecoveryRecipient(database), confirmed: true });
    appendJournal(database, now, 'recoveryConfirmed', {});
  })();
}

function readRecovery(database: VaultDatabase): z.infer<typeof Recovery> {
  const recovery = readSetting(database, SETTING, Recovery);
  if (recovery === undefined) throw new AmberdeskError('vault.damaged', { setting: SETTING });
  return recovery;
}
