import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import type { TermList } from '../../../domain/papers/terminology.ts';
import { placeOfBlock } from './outlineIn.ts';
import { type TermInText, termsIn } from './termMarks.ts';

const PAUSE = 200;
/** More are counted and not listed. */
const MOST = 200;

/** The places of an open text at which the list asks for another word, but for those that were left. */
export function useFindings(
  editor: Editor | undefined,
  list: TermList,
  left: ReadonlySet<string>,
): readonly TermInText[] {
  const [found, setFound] = useState<readonly TermInText[]>([]);
  useEffect(() => {
    if (editor === undefined) return setFound([]);
    const read = () => {
      if (editor.isDestroyed) return;
      const places: TermInText[] = [];
      editor.state.doc.forEach((block) => {
        if (places.length < MOST) places.push(...termsIn(block, list).filter(({ key }) => !left.has(key)));
      });
      setFound(places);
    };
    let pending = setTimeout(read);
    const later = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }) => {
      if (!transaction.docChanged) return;
      clearTimeout(pending);
      pending = setTimeout(read, PAUSE);
    };
    editor.on('transaction', later);
    return () => {
      clearTimeout(pending);
      editor.off('transaction', later);
    };
  }, [editor, list, left]);
  return found;
}

/** Where a place stands in the open text now; undefined when its words are not there any more. */
export function rangeOf(
  editor: Editor,
  { block, offset, found }: TermInText,
): { from: number; to: number } | undefined {
  const at = placeOfBlock(editor.state.doc, block);
  if (at === undefined) return undefined;
  const [from, to] = [at + offset, at + offset + found.length];
  if (to > editor.state.doc.content.size) return undefined;
  return editor.state.doc.textBetween(from, to, '\n', '\ufffc') === found ? { from, to } : undefined;
}

/** Writes what the list asks for; undone like typing. False when the words are not there any more. */
export function writeTerm(editor: Editor, place: TermInText): boolean {
  const range = rangeOf(editor, place);
  if (range === undefined) return false;
  replaceWords(editor, range.from - place.drop, range.to, place.use);
  return true;
}

/** Words in the place of others, with the marks that those had at their end. */
export function replaceWords(editor: Editor, from: number, to: number, words: string): void {
  const { state, view } = editor;
  const marks = state.doc.resolve(to).marks();
  view.dispatch(state.tr.replaceWith(from, to, state.schema.text(words, marks)).scrollIntoView());
  view.focus();
}

/** Chooses the words of a place, and shows them. */
export function showPlace(editor: Editor, place: TermInText): void {
  const range = rangeOf(editor, place);
  if (range === undefined) return;
  editor.view.focus();
  editor.commands.setTextSelection(range);
  const shown = editor.view.domAtPos(range.from).node;
  (shown instanceof Element ? shown : shown.parentElement)?.scrollIntoView({ block: 'center' });
}
