import { hash, type KeyObject, verify } from 'node:crypto';
import { AmberdeskError } from '../../domain/errors.ts';
import { checkFields } from '../../domain/records/checkBody.ts';
import {
  canonicalJson,
  isCanonical,
  isInOrder,
  isJson,
  isJsonObject,
  type JsonObject,
} from '../../domain/records/json.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { SignedRevision } from '../../domain/records/revision.ts';
import { excessIn } from './excessIn.ts';
import { LIMITS } from './limits.ts';

/** A revision and the line that it travels and is kept as. */
export interface RevisionLine {
  readonly revision: SignedRevision;
  readonly line: string;
}

/** Where a line stands, for the technical detail of an error. */
function malformed(at: number, why: string, cause?: unknown): AmberdeskError {
  return new AmberdeskError('bundle.malformed', { line: at + 1, why }, { cause });
}

function parseLine(line: string, at: number): JsonObject {
  const excess = excessIn(line, LIMITS.lineValues);
  if (excess === 'levels') throw malformed(at, 'not JSON');
  if (excess === 'values') throw new AmberdeskError('bundle.tooLarge', { line: at + 1, why: 'values' });
  try {
    const value: unknown = JSON.parse(line);
    if (!isJson(value) || !isJsonObject(value)) throw new SyntaxError('not an object');
    return value;
  } catch (error) {
    throw malformed(at, 'not JSON', error);
  }
}

function isCanonicalLine(line: string, value: JsonObject, at: number): boolean {
  try {
    return isCanonical(line, value);
  } catch (error) {
    throw malformed(at, 'not canonical', error);
  }
}

/** What the id of a revision whose line is canonical is the digest of: the same without `id` and `signature`. */
function contentOf({ id: _id, signature: _signature, ...content }: JsonObject): string {
  return isInOrder(content) ? JSON.stringify(content) : canonicalJson(content);
}

/** Whether a body fits what this version knows of its kind. Unknown kinds and fields, from a newer version, are let be. */
function fitsKind(kindName: string, body: JsonObject): boolean {
  const kind = kindOf(kindName);
  return kind === undefined || checkFields(kind, body).every(({ fault }) => fault === 'unknown');
}

/**
 * Reads one line of `records.jsonl`: canonical JSON, a revision by form, its fields as its kind has them, its id the
 * digest of the rest. `at` counts lines from 0. Throws `bundle.malformed` (details: the line's number and what is
 * wrong), `bundle.tooLarge`. Does not verify the signature.
 */
export function readRevision(line: string, at: number): RevisionLine {
  const value = parseLine(line, at);
  if (!isCanonicalLine(line, value, at)) throw malformed(at, 'not canonical');
  const parsed = SignedRevision.safeParse(value);
  if (!parsed.success) throw malformed(at, 'not a revision', parsed.error);
  const revision = parsed.data;
  if (!fitsKind(revision.kind, revision.body)) throw malformed(at, 'fields');
  if (hash('sha256', contentOf(value)) !== revision.id) throw malformed(at, 'id');
  return { revision, line };
}

/**
 * Whether the author's key signed the revision: Ed25519 over the 32 bytes of its id. Verified in the thread pool, so
 * that thousands of signatures take both cores.
 */
export function isSignedBy(revision: Pick<SignedRevision, 'id' | 'signature'>, key: KeyObject): Promise<boolean> {
  const id = Buffer.from(revision.id, 'hex');
  const signature = Buffer.from(revision.signature, 'base64');
  return new Promise((resolve, reject) => {
    verify(null, id, key, signature, (error, valid) => (error ? reject(error) : resolve(valid)));
  });
}
