import { z } from 'zod';
import { LOCK_AFTER } from '../../domain/vault/lockRules.ts';
import type { VaultDatabase } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';

const SETTING = 'lockAfter';
const LockAfter = z.object({ minutes: z.number() });

/** Minutes without input after which this vault is locked. */
export function readLockAfter(database: VaultDatabase): number {
  return readSetting(database, SETTING, LockAfter)?.minutes ?? LOCK_AFTER.usual;
}

export function keepLockAfter(database: VaultDatabase, minutes: number): void {
  writeSetting(database, SETTING, { minutes });
}
