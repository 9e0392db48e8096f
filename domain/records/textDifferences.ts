import { diffWordsWithSpace } from 'diff';

/** A run of words that both texts have, that only the first has (`removed`), or only the second (`added`). */
export interface TextPart {
  readonly type: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond so many changed words a comparison word by word says less than both texts whole. */
const MOST_CHANGES = 2_000;

/**
 * What changed from one text to the other, word by word. The parts that are not `added` make up the first text,
 * those that are not `removed` the second. Texts that have hardly a word in common are given whole.
 */
export function textDifferences(one: string, other: string): TextPart[] {
  const parts = diffWordsWithSpace(one, other, { maxEditLength: MOST_CHANGES });
  if (parts === undefined) {
    return [
      { type: 'removed', text: one },
      { type: 'added', text: other },
    ];
  }
  return parts.map((part) => ({
    type: part.added ? 'added' : part.removed ? 'removed' : 'same',
    text: part.value,
  }));
}
