import { z } from 'zod';
import { forgetPreference, readPreferences } from '../preferences/preferences.ts';
import type { Vault } from '../vault/vault.ts';

const PREFIX = 'copy.kept.';

/** For which last day a copy is kept, and why. */
const Kept = z.object({ expires: z.string(), reason: z.string() });
export type Kept = z.infer<typeof Kept>;

/** Under which name a preference says that the copy of a record is kept. */
export const keptUnder = (record: string): string => PREFIX + record;

/** Of every copy that is kept: for which last day, and why. */
export function keptReasons(vault: Pick<Vault, 'sqlite'>): ReadonlyMap<string, Kept> {
  return new Map(
    Object.entries(readPreferences(vault)).flatMap(([name, value]) => {
      const kept = name.startsWith(PREFIX) ? Kept.safeParse(value).data : undefined;
      return kept === undefined ? [] : [[name.slice(PREFIX.length), kept] as const];
    }),
  );
}

/** Why the copy was kept goes with the record: the reason may say something of it. */
export function forgetKeptReason(vault: Pick<Vault, 'sqlite'>, record: string): void {
  forgetPreference(vault, keptUnder(record));
}
