import { AmberdeskError } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { excessIn } from '../exchange/excessIn.ts';
import { LIMITS } from '../exchange/limits.ts';

/** What stands in a line besides the body: handling, author, signature. */
const BESIDES = { bytes: 64 * 1024, values: 2_000 } as const;

/**
 * Refuses what could be taken in and never be sealed, because a line of a bundle holds only so much. Throws
 * `load.tooLarge`.
 */
export function requireSealable(body: JsonObject): void {
  const line = JSON.stringify(body);
  const fits = Buffer.byteLength(line) <= LIMITS.line - BESIDES.bytes;
  if (!fits || excessIn(line, LIMITS.lineValues - BESIDES.values) !== undefined) {
    throw new AmberdeskError('load.tooLarge', { bytes: Buffer.byteLength(line), most: LIMITS.line });
  }
}
