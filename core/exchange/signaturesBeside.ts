import type { KeyObject } from 'node:crypto';
import { AmberdeskError } from '../../domain/errors.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { isSignedBy } from './readRevision.ts';

type Signed = Pick<SignedRevision, 'id' | 'signature'>;

/** Verifies signatures beside the reading of further lines. */
export interface Signatures {
  /** Takes one, whose line has this number from 0. Waits only while very many are under way. */
  check(revision: Signed, key: KeyObject, number: number): Promise<void>;
  /** Waits for all. Throws `bundle.malformed` for the first line whose signature is wrong. */
  end(): Promise<void>;
}

/**
 * So many are handed to the thread pool at once: to wake one of its threads takes as long as it does to verify, and then
 * it goes on by itself. Enough for every core, and of no weight.
 */
const AT_ONCE = 512;

export function signaturesBeside(): Signatures {
  // Of what waits or is under way only this is in memory, not what the revision says.
  let waiting: (Signed & { readonly key: KeyObject; readonly number: number })[] = [];
  let underWay: Promise<unknown> = Promise.resolve();
  let wrong = Number.POSITIVE_INFINITY;
  let fault: { readonly error: unknown } | undefined;

  async function verify({ key, number, ...revision }: (typeof waiting)[number]): Promise<void> {
    try {
      if (!(await isSignedBy(revision, key))) wrong = Math.min(wrong, number);
    } catch (error) {
      fault ??= { error };
    }
  }

  /** Hands over what waits, once what was handed over before is done. */
  async function handOver(): Promise<void> {
    await underWay;
    underWay = Promise.all(waiting.map(verify));
    waiting = [];
  }

  return {
    async check({ id, signature }, key, number) {
      waiting.push({ id, signature, key, number });
      if (waiting.length === AT_ONCE) await handOver();
    },
    async end() {
      await handOver();
      await underWay;
      if (fault !== undefined) throw fault.error;
      if (wrong !== Number.POSITIVE_INFINITY) {
        throw new AmberdeskError('bundle.malformed', { line: wrong + 1, why: 'signature' });
      }
    },
  };
}
