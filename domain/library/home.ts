import type { JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';

/** A record as far as it matters for where it belongs. */
export interface Housed {
  readonly id: string;
  readonly kind: string;
  readonly fields: JsonObject;
}

/** The fields by which a record belongs to another, the nearest first: a note to its text, a portion to its paper. */
const BELONGS = ['record', 'paper', 'item', 'meeting', 'organisation'] as const;
/** A comment on a portion of a paper of a meeting is three steps from it; a circle ends here. */
const MOST_STEPS = 4;

/**
 * What a record belongs to, from the widest to the nearest: a comment to a meeting and its paper. `find` gives a record
 * by its id, or undefined where it is not here. The record itself is left out.
 */
export function homesOf<T extends Housed>(record: Housed, find: (id: string) => T | undefined): T[] {
  const homes: T[] = [];
  for (let at: Housed | undefined = record; at !== undefined && homes.length < MOST_STEPS; ) {
    const next: T | undefined = nearest(at, find);
    if (next === undefined || next.id === record.id || homes.some(({ id }) => id === next.id)) break;
    homes.unshift(next);
    at = next;
  }
  return homes;
}

/** The meeting that a record belongs to: itself when it is one. Undefined when it belongs to none. */
export function meetingOf(record: Housed, find: (id: string) => Housed | undefined): string | undefined {
  if (record.kind === 'meeting') return record.id;
  return homesOf(record, find).find(({ kind }) => kind === 'meeting')?.id;
}

function nearest<T extends Housed>({ fields }: Housed, find: (id: string) => T | undefined): T | undefined {
  for (const field of BELONGS) {
    const id = text(fields[field]);
    const home = id === '' ? undefined : find(id);
    if (home !== undefined) return home;
  }
  return undefined;
}
