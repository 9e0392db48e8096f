import type { Planned } from '../meetings/timetable.ts';
import { isLate } from '../papers/status.ts';
import { text } from '../records/text.ts';

/** How far the papers of a meeting are. Withdrawn ones do not count. */
export interface Readiness<P extends Planned> {
  readonly total: number;
  readonly issued: number;
  /** Cleared and not issued yet. */
  readonly cleared: number;
  /** Handed in and not cleared yet. */
  readonly submitted: number;
  /** Not handed in, and due before today; the longest overdue first. */
  readonly late: readonly P[];
  /** Not handed in, and due today or later, or without a date; the next due first. */
  readonly expected: readonly P[];
}

/** What a paper's status says that it was handed in (see `PaperStatus`). */
const IN: readonly string[] = ['submitted', 'cleared', 'issued'];
/** Sorts papers without a date behind all others. */
const NO_DATE = '9999';

/** Whether a paper has been handed in. */
export function isIn(paper: Planned): boolean {
  return IN.includes(text(paper.body.status));
}

/** Counts the papers of a meeting on this calendar date. */
export function readinessOf<P extends Planned>(papers: readonly P[], today: string): Readiness<P> {
  const live = papers.filter(({ body }) => text(body.status) !== 'withdrawn');
  const having = (status: string) => live.filter(({ body }) => text(body.status) === status).length;
  const out = live.filter((paper) => !isIn(paper)).sort(byDue);
  return {
    total: live.length,
    issued: having('issued'),
    cleared: having('cleared'),
    submitted: having('submitted'),
    late: out.filter(({ body }) => isLate(body, today)),
    expected: out.filter(({ body }) => !isLate(body, today)),
  };
}

/** The next due first, then by id. */
export function byDue(one: Planned, other: Planned): number {
  const [first, second] = [one, other].map(({ id, body }) => `${text(body.due) || NO_DATE} ${id}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}
