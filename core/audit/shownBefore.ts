import { createHash } from 'node:crypto';
import type { ShownText } from './pdfText.ts';

/** Characters of what is kept, at most: the pages of several books. */
const MOST = 16_000_000;

/** What content streams showed in this thread, by their digest; what was asked for last stands at the end. */
const shown = new Map<string, ShownText>();
let characters = 0;

/**
 * What a content stream shows. It follows from its bytes and from how its fonts are read, and from nothing else, so a page
 * that is the same to the last byte as one that was read before is not read again. `fonts`: what their reading follows from.
 */
export function shownBefore(content: string, fonts: string, read: () => ShownText): ShownText {
  const name = createHash('sha256').update(fonts).update('\n').update(content, 'latin1').digest('base64');
  const before = shown.get(name);
  if (before !== undefined) {
    shown.delete(name);
    shown.set(name, before);
    return before;
  }
  const found = read();
  shown.set(name, found);
  characters += sizeOf(found);
  for (const [oldest, one] of shown) {
    if (characters <= MOST) break;
    shown.delete(oldest);
    characters -= sizeOf(one);
  }
  return found;
}

/** Forgets it all, as the end of a thread does. */
export function forgetShown(): void {
  shown.clear();
  characters = 0;
}

function sizeOf({ text, close, beside }: ShownText): number {
  return text.length + close.length + beside.length;
}
