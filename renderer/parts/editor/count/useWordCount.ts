import type { Editor } from '@tiptap/core';
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { RichText } from '../../../../domain/papers/richText.ts';
import { wordCount } from '../../../../domain/papers/wordsOf.ts';
import type { Json } from '../../../../domain/records/json.ts';
import type { DocumentReader } from '../schema/documentReader.ts';
import { countWords } from './wordCounts.ts';

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

/** How many words the text of a record has: as it stands in its open editor, else as it is saved. */
export function useWordCount(record: string, saved: Json | undefined, field = 'body'): number {
  const open = useCounts((state) => state.words.get(`${record}/${field}`));
  return useMemo(() => open ?? countSaved(saved), [open, saved]);
}

function countSaved(saved: Json | undefined): number {
  const document = RichText.safeParse(saved);
  return document.success ? wordCount(document.data) : 0;
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
