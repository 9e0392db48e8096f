import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { DocumentReader } from '../schema/documentReader.ts';
import { countWords } from './wordCounts.ts';

/** How fast a statement is read aloud, in words a minute. */
const SPOKEN = 130;
/** How long after the last key they are counted. */
const PAUSE = 250;

interface CountsState {
  readonly words: ReadonlyMap<string, number>;
  set(key: string, words: number | undefined): void;
}

const useCounts = create<CountsState>((set) => ({
  words: new Map(),
  set: (key, words) =>
    set((state) => {
      if (state.words.get(key) === words) return state;
      const next = new Map(state.words);
      if (words === undefined) next.delete(key);
      else next.set(key, words);
      return { words: next };
    }),
}));

/**
 * The words of a record's text as it stands in its open editor, and the minutes that reading it aloud takes. Undefined
 * while no editor has it open.
 */
export function useWordCount(
  record: string,
  field = 'body',
): { readonly words: number; readonly minutes: number } | undefined {
  const words = useCounts((state) => state.words.get(`${record}/${field}`));
  return words === undefined ? undefined : { words, minutes: Math.ceil(words / SPOKEN) };
}

/** Counts the words of an open text at each pause. */
export function useCounting(editor: Editor, reader: DocumentReader, key: string): void {
  useEffect(() => {
    const { set } = useCounts.getState();
    const count = () => !editor.isDestroyed && set(key, countWords(editor.state.doc, reader));
    let pending = setTimeout(count);
    const later = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }) => {
      if (!transaction.docChanged) return;
      clearTimeout(pending);
      pending = setTimeout(count, PAUSE);
    };
    editor.on('transaction', later);
    return () => {
      clearTimeout(pending);
      editor.off('transaction', later);
      set(key, undefined);
    };
  }, [editor, reader, key]);
}
