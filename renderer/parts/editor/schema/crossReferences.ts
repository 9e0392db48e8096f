import { Node } from '@tiptap/core';
import { PLACE_SIGN } from '../../../../domain/papers/plainText.ts';

/** A place in a paper, the same or another. It has no words of its own: they are computed where it is shown. */
export const CrossReference = Node.create({
  name: 'crossReference',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    record: {
      default: null,
      parseHTML: (element) => element.getAttribute('data-paper'),
      renderHTML: ({ record }) => (typeof record === 'string' ? { 'data-paper': record } : {}),
    },
    block: {
      default: null,
      parseHTML: (element) => element.getAttribute('data-block'),
      renderHTML: ({ block }) => (typeof block === 'string' ? { 'data-block': block } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-paper][data-block]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
  renderText: () => PLACE_SIGN,
});
