import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { plainWord, wordsToCheck } from '../../../domain/spelling/spelling.ts';
import { textblocksIn } from '../editor/textblocks.ts';
import { theSpeller } from './speller.ts';

type Language = 'en' | 'fr';

/** What the marks follow. */
export interface SpellingInView {
  readonly language: Language;
  /** Words that are right all the same, in small letters. */
  readonly words: ReadonlySet<string>;
}

const key = new PluginKey<DecorationSet>('spelling');
/** How long a text rests before it is looked at, and the word that is being typed is left alone. */
const REST = 350;
/** Blocks looked at beside those in sight. */
const BESIDE = 4;

/** What is known of words of a language: whether they are in its dictionary. */
const known = { en: new Map<string, boolean>(), fr: new Map<string, boolean>() };
const MOST_KNOWN = 200_000;

/**
 * Marks the words in sight that the dictionary does not have. Only blocks that can be seen are looked at, and words that
 * are not known yet are asked for in another thread: typing waits for nothing.
 */
export const SpellingMarks = Extension.create<{ inView(): SpellingInView | undefined }>({
  name: 'spellingMarks',
  addOptions: () => ({ inView: () => undefined }),
  addProseMirrorPlugins() {
    const { inView } = this.options;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, marks) => {
            const fresh: unknown = tr.getMeta(key);
            if (fresh instanceof DecorationSet) return fresh;
            return tr.docChanged ? marks.map(tr.mapping, tr.doc) : marks;
          },
        },
        props: { decorations: (state) => key.getState(state) },
        view: (view) => new Looking(view, inView),
      }),
    ];
  },
});

class Looking {
  readonly #view: EditorView;
  readonly #inView: () => SpellingInView | undefined;
  #pending: ReturnType<typeof setTimeout> | undefined;
  #typed = 0;
  readonly #later = () => this.#schedule();

  constructor(view: EditorView, inView: () => SpellingInView | undefined) {
    this.#view = view;
    this.#inView = inView;
    document.addEventListener('scroll', this.#later, { capture: true, passive: true });
    addEventListener('resize', this.#later);
    lookings.set(view, this);
    this.#schedule();
  }

  again(): void {
    this.#schedule();
  }

  update(view: EditorView, before: { readonly doc: Node }): void {
    if (view.state.doc === before.doc) return;
    this.#typed = performance.now();
    this.#schedule();
  }

  destroy(): void {
    clearTimeout(this.#pending);
    document.removeEventListener('scroll', this.#later, { capture: true });
    removeEventListener('resize', this.#later);
  }

  #schedule(): void {
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => void this.#look(), REST);
  }

  async #look(): Promise<void> {
    const view = this.#view;
    const wanted = this.#inView();
    if (wanted === undefined || view.isDestroyed) return;
    const { language } = wanted;
    const asked = new Set<string>();
    for (const { node } of blocksInSight(view)) {
      for (const { plain } of textblocksIn(node)) {
        for (const { word } of wordsToCheck(plain)) {
          const form = plainWord(word);
          if (!known[language].has(form)) asked.add(form);
        }
      }
    }
    if (asked.size > 0) {
      const wrong = new Set(await theSpeller().check(language, [...asked]));
      if (known[language].size > MOST_KNOWN) known[language].clear();
      for (const form of asked) known[language].set(form, !wrong.has(form));
    }
    if (!view.isDestroyed) this.#mark();
  }

  #mark(): void {
    const view = this.#view;
    const wanted = this.#inView();
    if (wanted === undefined) return;
    const { doc, selection, tr } = view.state;
    // The word that is being typed is not finished.
    const typing = performance.now() - this.#typed < REST * 2 && selection.empty ? selection.head : -1;
    const marks = blocksInSight(view).flatMap(({ node, at }) =>
      misspeltIn(node, wanted)
        .map(({ from, to }) => ({ from: at + from, to: at + to }))
        .filter(({ to }) => to !== typing)
        .map(({ from, to }) => Decoration.inline(from, to, { 'data-misspelt': '' })),
    );
    if (typing >= 0) this.#schedule();
    const before = key.getState(view.state)?.find() ?? [];
    const isSame =
      before.length === marks.length &&
      before.every(({ from, to }, at) => marks[at]?.from === from && marks[at]?.to === to);
    if (isSame) return;
    view.dispatch(tr.setMeta(key, DecorationSet.create(doc, marks)).setMeta('addToHistory', false));
  }
}

/** The stretches of a block that no dictionary knows, as far as that was found out; from the block's own beginning. */
export function misspeltIn(
  block: Node,
  { language, words }: SpellingInView,
): { readonly from: number; readonly to: number }[] {
  return textblocksIn(block).flatMap(({ plain, start }) =>
    wordsToCheck(plain)
      .filter(({ word }) => known[language].get(plainWord(word)) === false && !isOwn(words, word))
      .map(({ word, from }) => ({ from: start + from, to: start + from + word.length })),
  );
}

/** Whether a word is one of those that are right all the same: as it is, or with what is joined to it away. */
function isOwn(words: ReadonlySet<string>, word: string): boolean {
  const plain = plainWord(word).toLocaleLowerCase();
  return words.has(plain) || words.has(plain.replace(/'s?$/u, '')) || words.has(plain.replace(/^\p{L}{1,2}'/u, ''));
}

/** The blocks that can be seen, and a few beside them. */
function blocksInSight(view: EditorView): { readonly node: Node; readonly at: number }[] {
  const box = view.dom.getBoundingClientRect();
  if (box.bottom < 0 || box.top > innerHeight || box.width === 0) return [];
  const { doc } = view.state;
  const left = box.right - 40;
  const indexAt = (top: number, other: number) => {
    const found = view.posAtCoords({ left, top });
    return found === null ? other : doc.resolve(Math.min(found.pos, doc.content.size)).index(0);
  };
  const first = Math.max(0, indexAt(Math.max(1, box.top + 1), 0) - BESIDE);
  const last = Math.min(
    doc.childCount,
    indexAt(Math.min(innerHeight - 1, box.bottom - 1), doc.childCount) + BESIDE + 1,
  );
  const found: { node: Node; at: number }[] = [];
  doc.forEach((node, at, index) => {
    if (index >= first && index < last) found.push({ node, at });
  });
  return found;
}

const lookings = new WeakMap<EditorView, Looking>();

/** Has the words in sight looked at anew, as when one was added. */
export function spellAgain(view: EditorView): void {
  lookings.get(view)?.again();
}
