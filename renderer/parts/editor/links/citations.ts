import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { blockDecorations, type Stretch } from '../decorations.ts';
import classes from '../editor.module.css';

/** A report and its grade in the text, as it is printed: `[R-0142 · B2]`. */
const CITATION = /\[[A-Z]{1,3}-\d{1,6}(?:\s?[·,]\s?[A-F][1-6])?\]/g;

/** Reports that are cited in the text stand out as they do on paper. */
export const Citations = Extension.create({
  name: 'citations',
  addProseMirrorPlugins: () => [blockDecorations('citations', citationsIn)],
});

function citationsIn(block: Node): Stretch[] {
  const found: Stretch[] = [];
  const attributes = { class: classes.citation ?? '' };
  block.descendants((node, at) => {
    if (!node.isText || node.text === undefined) return node.type.name !== 'footnote';
    for (const { 0: words, index } of node.text.matchAll(CITATION)) {
      const from = at + 1 + index;
      found.push({ from, to: from + words.length, attributes });
    }
    return false;
  });
  return found;
}
