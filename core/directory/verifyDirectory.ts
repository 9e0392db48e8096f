import { extend } from '../../domain/directory/chain.ts';
import { entryDigest } from '../../domain/directory/entry.ts';
import type { VaultDatabase } from '../vault/database.ts';
import { fingerprints, readLinks } from './chainRows.ts';
import { isSignedBySigner } from './signEntry.ts';

/** Checks the whole directory anew: digests, signatures, rules. Gives the number of the first entry that is not in order. */
export function verifyDirectory(database: VaultDatabase): number | undefined {
  const links = readLinks(database);
  const [first] = links;
  if (first === undefined) return undefined;
  for (const { entry, digest } of links) {
    if (entryDigest(entry) !== digest || !isSignedBySigner(entry)) return entry.number;
  }
  const extension = extend([], links, first.entry.network, fingerprints);
  return 'fault' in extension ? extension.number : undefined;
}
