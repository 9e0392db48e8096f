import type { EditorState } from '@tiptap/pm/state';
import type { SearchQuery } from 'prosemirror-search';

export interface Matches {
  readonly total: number;
  /** Which of them is chosen, from 1; 0 for none. */
  readonly current: number;
  /** There are more than are counted. */
  readonly more: boolean;
}

const MOST = 10_000;

/** How often the words are in the text, and which of these places is chosen. */
export function countMatches(state: EditorState, query: SearchQuery): Matches {
  if (!query.valid) return { total: 0, current: 0, more: false };
  let [total, current] = [0, 0];
  const { from, to } = state.selection;
  for (let at = 0; total < MOST; ) {
    const found = query.findNext(state, at);
    if (found === null) break;
    total += 1;
    if (found.from === from && found.to === to) current = total;
    at = Math.max(found.to, at + 1);
  }
  return { total, current, more: total === MOST };
}
