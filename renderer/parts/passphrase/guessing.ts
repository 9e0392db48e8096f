/**
 * Guesses a second of somebody with a copy of the vault and a State's means. The key file asks for scrypt with N = 2^18
 * and r = 8: 256 MiB and about a second of one processor for each guess. A large graphics card makes a few hundred a
 * second, so this is several hundred of them.
 */
export const GUESSES_A_SECOND = 1e5;

const SPANS = [
  { unit: 'year', seconds: 365.25 * 86_400 },
  { unit: 'month', seconds: 30.4 * 86_400 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** How long guessing takes, as a person says it: a rounded number of the largest unit that fits. */
export type GuessingTime =
  | { readonly unit: 'moment' | 'ages' }
  | { readonly unit: (typeof SPANS)[number]['unit']; readonly count: number };

export type Strength = 'weak' | 'fair' | 'strong';

const FAIR_SECONDS = 365.25 * 86_400;
const STRONG_SECONDS = 100 * FAIR_SECONDS;
/** Beyond, a number of years says nothing any more. */
const AGES = 1e6;

/** The time after which half of all attempts have succeeded, for a passphrase that takes so many guesses. */
export function guessingTime(guesses: number): GuessingTime {
  const seconds = guesses / 2 / GUESSES_A_SECOND;
  const span = SPANS.find((one) => seconds >= one.seconds);
  if (span === undefined) return { unit: 'moment' };
  const count = roundToOneDigit(seconds / span.seconds);
  return span.unit === 'year' && count >= AGES ? { unit: 'ages' } : { unit: span.unit, count };
}

export function strengthOf(guesses: number): Strength {
  const seconds = guesses / 2 / GUESSES_A_SECOND;
  return seconds < FAIR_SECONDS ? 'weak' : seconds < STRONG_SECONDS ? 'fair' : 'strong';
}

function roundToOneDigit(count: number): number {
  const size = 10 ** Math.floor(Math.log10(count));
  return Math.floor(count / size) * size;
}
