import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type TermList, type TermPlace, termPlaces } from '../../../domain/papers/terminology.ts';
import { blockDecorations } from '../editor/decorations.ts';
import { textblocksIn } from '../editor/textblocks.ts';

/** A transaction with this has the words of the list marked anew, as when the list changed. */
export const MARK_TERMS = 'terms/again';

/** What the marks follow: the list, and what was left as it is. */
export interface TermsInView {
  readonly list: TermList;
  readonly left: ReadonlySet<string>;
  /** What is said of a place to who points at it. */
  says(place: TermPlace): string;
}

/** A place in a text at which another word is asked for. */
export interface TermInText extends TermPlace {
  /** The id of the block it stands in. */
  readonly block: string;
  /** Where it stands in the block, from the block's own beginning. */
  readonly offset: number;
  /** What the place is remembered by when it is left as it is: it is another one once its surroundings change. */
  readonly key: string;
}

const AROUND = 24;

/** Every place of a block at which the list asks for another word, whether it was left or not. */
export function termsIn(block: Node, list: TermList): TermInText[] {
  const id: unknown = block.attrs.id;
  return textblocksIn(block).flatMap(({ plain, start }) =>
    termPlaces(plain, list).map((place) => ({
      ...place,
      block: typeof id === 'string' ? id : '',
      offset: start + place.from,
      key: [
        id,
        plain.slice(Math.max(0, place.from - AROUND), place.from),
        place.found,
        plain.slice(place.to, place.to + AROUND),
      ].join('\u001f'),
    })),
  );
}

/** Underlines the words that the list asks not to use. */
export const TermMarks = Extension.create<{ inView(): TermsInView | undefined }>({
  name: 'termMarks',
  addOptions: () => ({ inView: () => undefined }),
  addProseMirrorPlugins() {
    const { inView } = this.options;
    return [
      blockDecorations(
        'termMarks',
        (block) => {
          const view = inView();
          if (view === undefined || view.list.pattern === undefined) return [];
          return termsIn(block, view.list)
            .filter(({ key }) => !view.left.has(key))
            .map((place) => ({
              from: place.offset,
              to: place.offset + place.found.length,
              attributes: { 'data-term': place.term.id, title: view.says(place) },
            }));
        },
        (tr) => tr.getMeta(MARK_TERMS) === true,
      ),
    ];
  },
});
