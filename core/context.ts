import { randomBytes, randomUUID } from 'node:crypto';
import { RecordId } from '../domain/records/ids.ts';

/** Time and randomness from outside, so that rules and tests can fix them. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds of a clock that nobody sets; it may stand still while the machine sleeps. */
  steadyNow(): number;
  /** Calls again and again, so many milliseconds apart, until the function that is given back is called. */
  every(milliseconds: number, work: () => void): () => void;
  randomBytes(length: number): Uint8Array;
  randomId(): RecordId;
}

export const realSurroundings: Surroundings = {
  now: () => Date.now(),
  steadyNow: () => performance.now(),
  every(milliseconds, work) {
    const timer = setInterval(work, milliseconds);
    // Watching alone keeps no program running.
    timer.unref();
    return () => clearInterval(timer);
  },
  randomBytes: (length) => randomBytes(length),
  randomId: () => RecordId.parse(randomUUID()),
};

/** A moment as whole minutes, UTC: `2027-03-03T18:12Z`. */
export function minuteOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16)}Z`;
}
