import type { EditorState, Selection } from '@tiptap/pm/state';
import { type Anchor, anchorIn } from '../../../domain/papers/placeAnchor.ts';
import { charactersIn, positionsIn, rangeIn } from './blockPositions.ts';

/** The words that are chosen, as far as they stand in the first block; without a choice, the paragraph at the cursor. */
export interface SelectedWords {
  readonly anchor: Anchor;
  readonly from: number;
  readonly to: number;
}

/** What a note would be on now; undefined where the text has no blocks with ids. */
export function selectedWords({ doc, selection }: EditorState): SelectedWords | undefined {
  const index = selection.$from.index(0);
  const block = doc.maybeChild(index);
  const id: unknown = block?.attrs.id;
  if (block === null || typeof id !== 'string' || id === '') return undefined;
  const place = selection.$from.depth === 0 ? selection.from : selection.$from.before(1);
  const { text } = positionsIn(block);
  const { start: begin, end: finish } = chosenRange(selection);
  const { from, to } = trimmed(text, charactersIn(block, place, begin, Math.min(finish, place + block.nodeSize)));
  const [start, end] = to > from ? [from, to] : [0, text.length];
  return { anchor: anchorIn({ id, text }, start, end), ...rangeIn(block, place, start, end) };
}

/** What is chosen; without a choice, the paragraph, item or cell at the cursor. */
function chosenRange({ empty, $from, from, to }: Selection): { readonly start: number; readonly end: number } {
  if (!empty || $from.depth === 0) return { start: from, end: to };
  return { start: $from.start(), end: $from.end() };
}

/** Without white space at the ends, which a double click takes along. */
function trimmed(text: string, { from, to }: { readonly from: number; readonly to: number }) {
  const chosen = text.slice(from, to);
  return {
    from: from + (chosen.length - chosen.trimStart().length),
    to: to - (chosen.length - chosen.trimEnd().length),
  };
}
