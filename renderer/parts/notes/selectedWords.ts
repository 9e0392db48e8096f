import type { EditorState } from '@tiptap/pm/state';
import { type Anchor, anchorIn } from '../../../domain/papers/placeAnchor.ts';
import { charactersIn, positionsIn, rangeIn } from './blockPositions.ts';

/** The words that are chosen, as far as they stand in the first block; without a choice, the block at the cursor. */
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
  const chosen = charactersIn(block, place, selection.from, Math.min(selection.to, place + block.nodeSize));
  const { from, to } = trimmed(text, selection.empty ? { from: 0, to: text.length } : chosen);
  const [start, end] = to > from ? [from, to] : [0, text.length];
  return { anchor: anchorIn({ id, text }, start, end), ...rangeIn(block, place, start, end) };
}

/** Without white space at the ends, which a double click takes along. */
function trimmed(text: string, { from, to }: { readonly from: number; readonly to: number }) {
  const chosen = text.slice(from, to);
  return {
    from: from + (chosen.length - chosen.trimStart().length),
    to: to - (chosen.length - chosen.trimEnd().length),
  };
}
