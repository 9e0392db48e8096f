import { AmberdeskError } from '../../domain/errors.ts';

/** What a person is told where nothing can be made; anything else is a fault. */
const WITHHELD = [
  'release.withheld',
  'release.conflict',
  'release.numberTwice',
  'calendar.empty',
  'open.nobody',
  'open.none',
];

function isWithheld(error: unknown): boolean {
  return error instanceof AmberdeskError && WITHHELD.includes(error.code);
}

export async function unlessWithheld<T>(work: () => Promise<T> | T): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isWithheld(error)) return undefined;
    throw error;
  }
}
