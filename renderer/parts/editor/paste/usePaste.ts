import type { Editor } from '@tiptap/core';
import { useRef, useState } from 'react';
import { wordsIn } from '../../../../domain/papers/wordsOf.ts';
import { type Cleaned, cleanHtml } from './cleanHtml.ts';

/** Longer texts are papers of their own. */
export const MOST_WORDS = 40_000;
const MOST_LETTERS = 600_000;
/** Wider tables do not fit a page. */
const WIDE = 20;

/** What is said of what was pasted last. */
export type PasteNews =
  | { readonly said: 'kept'; readonly pictures: number; readonly columns: number }
  | { readonly said: 'tooLong'; readonly words: number; readonly html: string; readonly text: string };

export interface Paste {
  readonly news: PasteNews | undefined;
  /** True when the text is too long to be pasted: it is offered as a paper of its own. */
  take(editor: Editor, data: DataTransfer): boolean;
  /** HTML from elsewhere, without rubbish. */
  clean(html: string): string;
  dismiss(): void;
}

/** Takes what is pasted into a text. */
export function usePaste(): Paste {
  const [news, setNews] = useState<PasteNews>();
  const paste = useRef({
    take: (_editor: Editor, data: DataTransfer) => {
      const text = data.getData('text/plain');
      const html = data.getData('text/html');
      setNews(undefined);
      const words = text.length > MOST_LETTERS / 10 ? wordsIn(text).length : 0;
      if (words <= MOST_WORDS && text.length <= MOST_LETTERS && html.length <= MOST_LETTERS * 40) return false;
      setNews({ said: 'tooLong', words, html, text });
      return true;
    },
    clean: (html: string) => {
      // What was copied here is in the form of the document already.
      if (html.includes('data-pm-slice')) return html;
      const cleaned: Cleaned = cleanHtml(html);
      const { pictures } = cleaned;
      const columns = cleaned.columns > WIDE ? cleaned.columns : 0;
      if (pictures > 0 || columns > 0) setNews({ said: 'kept', pictures, columns });
      return cleaned.body.innerHTML;
    },
    dismiss: () => setNews(undefined),
  });
  return { ...paste.current, news };
}
