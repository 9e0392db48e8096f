import type { KeyObject } from 'node:crypto';
import { AmberdeskError } from '../../domain/errors.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { isSignedBy } from './readRevision.ts';

type Signed = Pick<SignedRevision, 'id' | 'signature'>;

/** Verifies signatures beside the reading of further lines. */
export interface Signatures {
  /** Begins with one, whose line has this number from 0. Waits only while very many are under way. */
  check(revision: Signed, key: KeyObject, number: number): Promise<void>;
  /** Waits for all. Throws `bundle.malformed` for the first line whose signature is wrong. */
  end(): Promise<void>;
}

/** So many are under way at most: enough for every core, and of no weight. */
const MOST = 256;

export function signaturesBeside(): Signatures {
  const open: Promise<void>[] = [];
  let wrong = Number.POSITIVE_INFINITY;
  let fault: { readonly error: unknown } | undefined;

  async function verify(revision: Signed, key: KeyObject, number: number): Promise<void> {
    try {
      if (!(await isSignedBy(revision, key))) wrong = Math.min(wrong, number);
    } catch (error) {
      fault ??= { error };
    }
  }

  return {
    async check({ id, signature }, key, number) {
      // Of what is under way only this stays in memory, not what the revision says.
      open.push(verify({ id, signature }, key, number));
      if (open.length >= MOST) await open.shift();
    },
    async end() {
      await Promise.all(open);
      if (fault !== undefined) throw fault.error;
      if (wrong !== Number.POSITIVE_INFINITY) {
        throw new AmberdeskError('bundle.malformed', { line: wrong + 1, why: 'signature' });
      }
    },
  };
}
