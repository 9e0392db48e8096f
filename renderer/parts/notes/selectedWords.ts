import type { EditorState, Selection } from '@tiptap/pm/state';
import { type Anchor, anchorAmong } from '../../../domain/papers/placeAnchor.ts';
import { charactersIn, rangeIn } from './blockPositions.ts';
import { blocksOf, type PlacedBlock } from './placeNotes.ts';

/** The words that are chosen; without a choice, the paragraph at the cursor. */
export interface SelectedWords {
  readonly anchor: Anchor;
  readonly from: number;
  readonly to: number;
}

/**
 * What a note would be on now; undefined where the text has no blocks with ids. `within`: as far as the words stand in the
 * first block.
 */
export function selectedWords({ doc, selection }: EditorState, within = false): SelectedWords | undefined {
  const blocks = blocksOf(doc);
  const first = selection.$from.index(0);
  const last = within
    ? first
    : Math.max(
        first,
        blocks.findLastIndex(({ place }) => place + 1 < selection.to),
      );
  const [begins, ends] = [blocks[first], blocks[last]];
  if (begins === undefined || ends === undefined || begins.id === '' || ends.id === '') return undefined;
  const { start, end } = chosenRange(selection);
  const inFirst = trimmed(begins.text, charactersIn(begins.node, begins.place, start, Math.min(end, endOf(begins))));
  if (first === last) {
    const [from, to] = inFirst.to > inFirst.from ? [inFirst.from, inFirst.to] : [0, begins.text.length];
    const anchor = anchorAmong(blocks, { first, from, last, to });
    return anchor && { anchor, ...rangeIn(begins.node, begins.place, from, to) };
  }
  const inLast = trimmed(ends.text, charactersIn(ends.node, ends.place, ends.place, Math.min(end, endOf(ends))));
  const anchor = anchorAmong(blocks, { first, from: inFirst.from, last, to: inLast.to });
  const begin = rangeIn(begins.node, begins.place, inFirst.from, begins.text.length);
  return anchor && { anchor, from: begin.from, to: rangeIn(ends.node, ends.place, 0, inLast.to).to };
}

const endOf = ({ place, node }: PlacedBlock): number => place + node.nodeSize;

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
