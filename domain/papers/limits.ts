import { own } from '../records/own.ts';

/** How many words are spoken in a minute: a brief is read aloud, and heard by people in their second language. */
export const WORDS_A_MINUTE = 130;

export interface Limit {
  readonly pages: number;
  readonly minutes: number;
}

const LIMITS: Readonly<Record<string, Limit>> = { policyBrief: { pages: 3, minutes: 5 } };

/** How long a paper of a type may be; undefined where it may be as long as it needs. */
export function limitOf(type: string): Limit | undefined {
  return own(LIMITS, type);
}

/** How many minutes so many words take to be spoken, begun minutes counted whole. */
export function minutesToSpeak(words: number): number {
  return Math.ceil(words / WORDS_A_MINUTE);
}

/** By how much a paper is over its limit; 0 for what is within it, is not known yet, or has no limit. */
export function over(type: string, length: { readonly words: number; readonly pages?: number | undefined }) {
  const limit = limitOf(type);
  if (limit === undefined) return { pages: 0, minutes: 0 };
  return {
    pages: Math.max(0, (length.pages ?? 0) - limit.pages),
    minutes: Math.max(0, minutesToSpeak(length.words) - limit.minutes),
  };
}
