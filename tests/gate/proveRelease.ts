import { createHash } from 'node:crypto';
import { release } from '../../domain/release/release.ts';
import { faultsOf } from '../helpers/releaseFaults.ts';
import { circumstancesFor, materialOf, vaultWithCanaries } from '../helpers/vaultsWithCanaries.ts';

/** The seed of one vault of a row of them: made of the row's seed and the vault's number alone. */
export function seedOf(row: string, number: number): number {
  return createHash('sha256').update(`${row}/${number}`).digest().readUInt32BE(0);
}

/**
 * Lays the vault with this seed before the gate for every audience. Throws where something came through that may not, or
 * stayed that may go. Counts in `went` what came through for each sort of audience.
 */
export function proveRelease(seed: number, went: Map<string, number>): void {
  const vault = vaultWithCanaries(seed);
  for (const audience of vault.audiences) {
    const { release: made } = release(materialOf(vault), audience, circumstancesFor(vault));
    const faults = faultsOf(vault, audience, made);
    const [first] = faults;
    if (first !== undefined) {
      throw new Error(`seed ${seed}, ${audience.kind}: ${first.says}, and ${faults.length - 1} more`);
    }
    went.set(audience.kind, (went.get(audience.kind) ?? 0) + made.documents.length + made.revisions.length);
  }
}
