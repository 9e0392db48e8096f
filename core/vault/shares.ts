import { combine, split } from 'shamir-secret-sharing';
import { AmberdeskError } from '../../domain/errors.ts';
import { readShare, type SharedSecret, writeShare } from '../../domain/vault/shares.ts';
import type { Surroundings } from '../context.ts';

/** Splits a secret of 32 bytes into three shares as they are written on paper; any two give it back (decision 60). */
export async function splitSecret(
  of: SharedSecret,
  secret: Uint8Array,
  surroundings: Surroundings,
): Promise<readonly string[]> {
  const [high = 0, low = 0] = surroundings.randomBytes(2);
  const shares = await split(Uint8Array.from(secret), 3, 2);
  return shares.map((share, index) => writeShare({ of, number: index + 1, set: high * 256 + low, share }));
}

/**
 * The secret of two shares as typed. Throws `key.shares` when one is not whole, or they do not belong together. Whether
 * it is the right secret is for the caller to find out: two shares always give something.
 */
export async function joinShares(of: SharedSecret, typed: readonly string[]): Promise<Uint8Array> {
  const shares = typed.map(readShare);
  const [one, other] = shares;
  if (shares.length !== 2 || one === undefined || other === undefined) {
    throw new AmberdeskError('key.shares', { whole: shares.map((share) => share !== undefined) });
  }
  const fit = one.of === of && other.of === of && one.set === other.set && one.number !== other.number;
  if (!fit) throw new AmberdeskError('key.shares', { numbers: [one.number, other.number] });
  try {
    return await combine([one.share, other.share]);
  } catch (error) {
    throw new AmberdeskError('key.shares', null, { cause: error });
  }
}
