import { digestOf } from '../records/digest.ts';
import type { JsonObject } from '../records/json.ts';
import { kindOf } from '../records/kinds.ts';
import { only } from '../records/own.ts';
import { text } from '../records/text.ts';
import type { AdoptionResult } from './kinds.ts';

/** What may be put up for adoption. */
export const SUBJECT_KINDS: readonly string[] = ['decision', 'recommendation', 'minutes', 'paper'];

/** What of a body is adopted: its words, not how far it is or what it is called. */
const CONTENT: readonly string[] = ['title', 'text', 'body', 'asks', 'attachments', 'candidates', 'addressees'];

/** The digest of what is adopted of a record: it differs once that was changed. */
export function subjectDigest(body: JsonObject): string {
  return digestOf(only(body, CONTENT));
}

/** The words that are adopted where they are plain; empty where the text is a document with versions of its own. */
export function subjectWords(body: JsonObject): string {
  return text(body.text);
}

/** Results by which it is adopted. */
export function adopts(result: AdoptionResult): boolean {
  return result === 'adopted' || result === 'adoptedAsAmended' || result === 'adoptedWithReservations';
}

/**
 * What a result sets on something that was put up, by its kind's own fields; nothing where it has none.
 * @param where the meeting, and the day at its place
 */
export function stateAfter(
  kind: string,
  result: AdoptionResult,
  where: { readonly meeting: string; readonly day: string },
): JsonObject {
  if (result === 'extended') return {};
  const state = adopts(result) ? 'adopted' : result;
  if (kindOf(kind)?.fields.state?.schema.safeParse(state).success === true) return { state };
  if (kind !== 'minutes' || !adopts(result)) return {};
  return { status: 'approved', approvedOn: where.day, ...(where.meeting === '' ? {} : { approvedAt: where.meeting }) };
}
