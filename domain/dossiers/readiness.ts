import { isLate, statusOf } from '../papers/status.ts';
import type { JsonObject } from '../records/json.ts';

/** Why a paper of a book is not ready. */
export const NOT_READY = [
  'missing',
  'deleted',
  'withdrawn',
  'conflict',
  'closed',
  'late',
  'notCleared',
  'notIssued',
] as const;
export type NotReady = (typeof NOT_READY)[number];

/** A paper as far as it matters for a book. */
interface Standing {
  readonly body: JsonObject;
  readonly deleted: boolean;
  readonly conflicted: boolean;
}

/**
 * Why a paper is not ready to go into a book that is issued; an empty list when it is. `isOpenEnough`: whether its mark lets
 * it go to those whom the book is for. `today`: `2027-03-03`.
 */
export function notReady(paper: Standing | undefined, isOpenEnough: boolean, today: string): NotReady[] {
  if (paper === undefined) return ['missing'];
  const reasons: NotReady[] = [];
  if (paper.deleted) reasons.push('deleted');
  if (paper.conflicted) reasons.push('conflict');
  if (!isOpenEnough) reasons.push('closed');
  const status = statusOf(paper.body);
  if (isLate(paper.body, today)) reasons.push('late');
  if (status === 'withdrawn') reasons.push('withdrawn');
  else if (status === 'cleared') reasons.push('notIssued');
  else if (status !== 'issued') reasons.push('notCleared');
  return reasons;
}
