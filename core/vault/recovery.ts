import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import type { VaultDatabase } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';

const SETTING = 'recovery';
const Recovery = z.object({ recipient: z.string().startsWith('age1') });

/** Remembers the public half of the recovery identity, so that a new data key can be wrapped for it. */
export function keepRecoveryRecipient(database: VaultDatabase, recipient: string): void {
  writeSetting(database, SETTING, { recipient });
}

/** The recovery identity's recipient (`age1…`). Throws `vault.damaged` when the vault does not say. */
export function readRecoveryRecipient(database: VaultDatabase): string {
  const recovery = readSetting(database, SETTING, Recovery);
  if (recovery === undefined) throw new AmberdeskError('vault.damaged', { setting: SETTING });
  return recovery.recipient;
}
