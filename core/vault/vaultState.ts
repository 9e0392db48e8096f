import { z } from 'zod';
import type { Vault } from './vault.ts';

const Changes = z.object({ changes: z.number() });

/** Numbers that change with everything that is committed: by this connection, and by others, as those of jobs. */
export interface VaultState {
  readonly here: number;
  readonly elsewhere: number;
}

export function stateOf({ sqlite }: Vault): VaultState {
  const { changes } = Changes.parse(sqlite.prepare('SELECT total_changes() AS changes').get());
  return { here: changes, elsewhere: z.number().parse(sqlite.pragma('data_version', { simple: true })) };
}

export function isSame(one: VaultState, other: VaultState | undefined): boolean {
  return one.here === other?.here && one.elsewhere === other.elsewhere;
}
