import { text } from '../records/text.ts';
import type { OutcomeKind } from './kinds.ts';

const LETTERS: Readonly<Record<OutcomeKind, string>> = { decision: 'D', action: 'A', recommendation: 'R' };

/** What the numbers of a meeting begin with: its symbol, else its first day, so that no two meetings share a series. */
export function seriesOf({ symbol, starts }: { readonly symbol?: unknown; readonly starts?: unknown }): string {
  const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
  return words(symbol) || words(starts);
}

/**
 * The number that comes next of a kind in a series: behind the highest that was ever given (`taken`, also of what was
 * deleted since), so that no number stands for two things. `CB/8/D4`; `D4` where there is no series.
 */
export function nextNumber(kind: OutcomeKind, series: string, taken: readonly string[]): string {
  const start = `${series === '' ? '' : `${series}/`}${LETTERS[kind]}`;
  const used = taken.flatMap((number) => {
    const rest = number.startsWith(start) ? number.slice(start.length) : '';
    return /^\d{1,6}$/.test(rest) ? [Number(rest)] : [];
  });
  return `${start}${Math.max(0, ...used) + 1}`;
}

/** The last part of a number, for where the meeting is known: `D4` of `CB/8/D4`. */
export function shortNumber(number: unknown): string {
  return typeof number === 'string' ? text(number.split('/').at(-1)) : '';
}
