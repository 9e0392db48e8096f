import type { Node } from '@tiptap/pm/model';
import { wordCount } from '../../../../domain/papers/wordsOf.ts';
import type { DocumentReader } from '../schema/documentReader.ts';

const counts = new WeakMap<Node, number>();

/** How many words the open text has, as a reader counts them. Blocks that did not change are not counted again. */
export function countWords(doc: Node, reader: DocumentReader): number {
  let total = 0;
  doc.forEach((node) => {
    let words = counts.get(node);
    if (words === undefined) {
      const block = reader.block(node);
      words = block === undefined ? 0 : wordCount({ type: 'doc', content: [block] });
      counts.set(node, words);
    }
    total += words;
  });
  return total;
}
