import type { z } from 'zod';
import type { Anchor } from '../../domain/papers/kinds.ts';
import type { Document } from '../../domain/papers/richText.ts';
import { textOf } from '../../domain/papers/wordsOf.ts';

/** Characters kept before and after a quotation, so that a note finds its place again. */
const AROUND = 40;

/** Where in a document a note on these words belongs. Undefined when no block has the words. */
export function anchorOf(document: Document, quote: string): z.infer<typeof Anchor> | undefined {
  for (const block of document.content) {
    const text = textOf({ type: 'doc', content: [block] });
    const at = text.indexOf(quote);
    if (at < 0) continue;
    const end = at + quote.length;
    return {
      block: block.attrs.id,
      quote,
      before: text.slice(Math.max(0, at - AROUND), at),
      after: text.slice(end, end + AROUND),
    };
  }
  return undefined;
}
