import type { Form, FormPart } from '../forms/form.ts';
import type { ReplyFormParts } from './replyForm.ts';
import { replyWords } from './words.ts';

/** The same form for a word processor, with fields under the same numbers. It names nobody either. */
export function replyWordForm(parts: ReplyFormParts & { readonly exercise: string }): Form {
  const { language, label, exercise, reference, network, meeting, items } = parts;
  const words = replyWords(language);
  const listed = items.map(({ number, title }) => [number, title].filter((part) => part !== '').join(' '));
  return {
    ...{ language, label, exercise },
    title: words.title,
    about: [network, meeting].filter((line) => line !== ''),
    how: words.how,
    lines: words.inWord,
    parts: [
      // All that is asked stands before the first field, so that no question is read as the answer before it.
      ...words.asks.map((ask, index): FormPart => ({ is: 'line', text: `${index + 1}  ${ask}` })),
      ...words.marks.map(
        (mark, index): FormPart => ({
          is: 'field',
          field: {
            key: String(index + 1),
            label: mark,
            ...(index === 0 ? { options: listed } : {}),
            ...(index === 4 ? { options: words.yesOrNo } : {}),
            ...(index === 5 ? { options: words.passOn } : {}),
          },
        }),
      ),
    ],
    reference: { label: words.reference, value: reference },
    end: { key: '9', label: words.end },
  };
}
