import { Extension } from '@tiptap/core';
import { TOP_BLOCKS } from './blockIds.ts';

/** The portion mark in the margin of a block, looser than the mark of its paper. */
export const PortionMarks = Extension.create({
  name: 'portionMarks',
  addGlobalAttributes: () => [
    {
      types: TOP_BLOCKS.filter((type) => type !== 'portion'),
      attributes: {
        mark: {
          default: null,
          parseHTML: (element) => element.getAttribute('data-mark'),
          renderHTML: ({ mark }) => (typeof mark === 'string' ? { 'data-mark': mark } : {}),
        },
      },
    },
  ],
});
