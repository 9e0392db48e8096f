import type { z } from 'zod';
import type { JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';
import { PaperStatus } from './kinds.ts';

export type Status = z.infer<typeof PaperStatus>;

/** What may follow a status: the next step, a step back, or the end. A paper without one may be given any. */
const NEXT: Readonly<Record<Status, readonly Status[]>> = {
  commissioned: ['drafting', 'submitted', 'withdrawn'],
  drafting: ['submitted', 'commissioned', 'withdrawn'],
  submitted: ['cleared', 'drafting', 'withdrawn'],
  cleared: ['issued', 'submitted', 'drafting', 'withdrawn'],
  issued: ['drafting', 'withdrawn'],
  withdrawn: ['commissioned', 'drafting'],
};

/** In these a paper is still awaited. */
const AWAITED: readonly string[] = ['', 'commissioned', 'drafting'];

/** The status of a paper; undefined when it has none, or one of a newer version. */
export function statusOf(body: JsonObject): Status | undefined {
  const parsed = PaperStatus.safeParse(body.status);
  return parsed.success ? parsed.data : undefined;
}

/** The statuses that may follow, the usual one first. */
export function nextStatuses(status: Status | undefined): readonly Status[] {
  return status === undefined ? PaperStatus.options : NEXT[status];
}

/** Whether a paper with these values is not in yet. */
export function isAwaited({ status = null }: JsonObject): boolean {
  return AWAITED.includes(text(status));
}

/** Whether a paper with these values is due before today (`2027-03-03`) and not in yet. */
export function isLate(body: JsonObject, today: string): boolean {
  const due = text(body.due);
  return due !== '' && due < today && isAwaited(body);
}

/** Whether a paper that waits is due within so many days from today, or late. */
export function isToBeChased(body: JsonObject, today: string, within: number): boolean {
  const due = text(body.due);
  if (due === '' || !isAwaited(body)) return false;
  return due <= Temporal.PlainDate.from(today).add({ days: within }).toString();
}

/** Whether a status is given only with a reason. */
export function asksReason(before: Status | undefined, after: Status): boolean {
  return after === 'withdrawn' || (before === 'issued' && after !== 'issued');
}
