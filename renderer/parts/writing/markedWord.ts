import type { Editor } from '@tiptap/core';
import { misspeltIn, type SpellingInView } from '../spelling/spellingMarks.ts';
import { type TermInText, type TermsInView, termsIn } from './termMarks.ts';

/** A marked word of a text: one that the list asks not to use, or one that no dictionary has. */
export type MarkedWord = { readonly from: number; readonly to: number; readonly word: string } & (
  | { readonly is: 'term'; readonly place: TermInText }
  | { readonly is: 'misspelt' }
);

type Followed = { readonly terms: TermsInView; readonly spelling: SpellingInView };

/** The marked words of an open text, by place. `only`: of the block at this place alone. */
export function markedWords(editor: Editor, { terms, spelling }: Followed, only?: number): MarkedWord[] {
  const { doc } = editor.state;
  const found: MarkedWord[] = [];
  doc.forEach((block, at) => {
    if (only !== undefined && (only < at || only > at + block.nodeSize)) return;
    for (const place of termsIn(block, terms.list)) {
      if (terms.left.has(place.key)) continue;
      const from = at + place.offset;
      found.push({ is: 'term', place, from, to: from + place.found.length, word: place.found });
    }
    for (const { from, to } of misspeltIn(block, spelling)) {
      found.push({ is: 'misspelt', from: at + from, to: at + to, word: doc.textBetween(at + from, at + to) });
    }
  });
  return found.toSorted((one, other) => one.from - other.from);
}

/** The marked word at a place; a term goes before a slip of the pen. */
export function markedAt(editor: Editor, followed: Followed, pos: number): MarkedWord | undefined {
  const here = markedWords(editor, followed, pos).filter(({ from, to }) => from <= pos && pos <= to);
  return here.find(({ is }) => is === 'term') ?? here[0];
}
