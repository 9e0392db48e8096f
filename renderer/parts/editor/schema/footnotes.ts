import { Node } from '@tiptap/core';

/** A footnote where it is called, with its text inside. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  content: '(text | hardBreak | redacted | crossReference)*',
  addAttributes: () => ({
    id: {
      default: null,
      parseHTML: (element) => element.getAttribute('data-note'),
      renderHTML: ({ id }) => (typeof id === 'string' ? { 'data-note': id } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, 'data-footnote': '' }, 0],
});
