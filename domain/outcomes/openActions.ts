import type { JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';

/** Whether something is open past its day. What is done, dropped, not adopted or withdrawn is late no more. */
export function isOverdue(body: JsonObject, today: string): boolean {
  const due = text(body.due);
  return due !== '' && due < today && !SETTLED.includes(text(body.state));
}

const SETTLED: readonly string[] = ['done', 'dropped', 'notAdopted', 'withdrawn'];

/** Whether an action is still to be done: what nobody closed is open. */
export function isOpenAction(body: JsonObject): boolean {
  return !SETTLED.includes(text(body.state));
}

interface Ordered {
  readonly mine: boolean;
  readonly due: string;
  readonly number: string;
  readonly action: string;
}

/** Mine first, then what is due first; what has no day last. */
export function byUrgency(one: Ordered, other: Ordered): number {
  return (
    Number(other.mine) - Number(one.mine) ||
    compare(one.due || LAST, other.due || LAST) ||
    numeric.compare(one.number, other.number) ||
    compare(one.action, other.action)
  );
}

const LAST = '9999';
const numeric = new Intl.Collator('en', { numeric: true });

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
