import type { AnswerSays } from '../adoption/kinds.ts';
import type { StandingLine } from './standing.ts';

/** What a delegation says to an adoption, as it settled it. */
export interface SettledAnswer {
  readonly says: AnswerSays;
  /** The words that are proposed instead. */
  readonly words: string;
  /** The grounds of an objection. */
  readonly text: string;
}

/** A line of one put-up text begins with its title; this stands between it and its words. */
const APART = '\u2002';
const LONGEST_NAME = 200;

/**
 * The answer that follows from what was settled, line by line: an objection where one of them is not agreed to, else an
 * amendment where one is agreed to with changes, else none. Undefined where nothing was settled, or only that there is no
 * view. What ministries said is no part of it.
 */
export function answerFrom(
  lines: readonly Pick<StandingLine, 'point' | 'position' | 'words'>[],
): SettledAnswer | undefined {
  const settled = lines.filter(({ position }) => position !== undefined && position !== 'noView');
  if (settled.length === 0) return undefined;
  const isOne = lines.length === 1;
  const said = settled
    .filter(({ position, words }) => position !== 'agree' && words.trim() !== '')
    .map(({ point, words }) => (isOne ? words.trim() : `${nameOf(point)} – ${words.trim()}`))
    .join('\n\n');
  if (settled.some(({ position }) => position === 'disagree')) return { says: 'objection', words: '', text: said };
  if (settled.some(({ position }) => position === 'agreeWithChanges'))
    return { says: 'amendment', words: said, text: '' };
  return { says: 'noObjection', words: '', text: '' };
}

const nameOf = (point: string): string => (point.split(APART)[0] ?? '').trim().slice(0, LONGEST_NAME).toWellFormed();
