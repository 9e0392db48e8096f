import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useEffect, useState } from 'react';
import { RichText } from '../../domain/papers/richText.ts';
import { wordCount, wordsIn } from '../../domain/papers/wordsOf.ts';
import type { Json } from '../../domain/records/json.ts';
import { positionsIn } from '../parts/notes/blockPositions.ts';

const PAUSE = 400;
const known = new WeakMap<Node, number>();

/** How many words a text has: of the editor, counted at a pause in what was changed; else of what is saved. */
export function useWordCount(editor: Editor | undefined, body: Json | undefined): number {
  const [count, setCount] = useState<number>();
  useEffect(() => {
    if (editor === undefined) return setCount(undefined);
    let pausing: ReturnType<typeof setTimeout> | undefined;
    const tell = () => setCount(editor.state.doc.children.reduce((sum, block) => sum + wordsOfBlock(block), 0));
    const later = () => {
      clearTimeout(pausing);
      pausing = setTimeout(tell, PAUSE);
    };
    tell();
    editor.on('update', later);
    return () => {
      clearTimeout(pausing);
      editor.off('update', later);
    };
  }, [editor]);
  if (count !== undefined) return count;
  const document = RichText.safeParse(body);
  return document.success ? wordCount(document.data) : 0;
}

function wordsOfBlock(block: Node): number {
  const before = known.get(block);
  if (before !== undefined) return before;
  const count = wordsIn(positionsIn(block).text).length;
  known.set(block, count);
  return count;
}
