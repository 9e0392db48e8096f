import { Extension } from '@tiptap/core';

/**
 * What the section under a heading is for, by its id in `domain/papers/outlines.ts`. It stays with the first part of a
 * heading that is split, and is left behind where a heading is pasted: a copy is no second section of that sort.
 */
export const Sections = Extension.create({
  name: 'sections',
  addGlobalAttributes: () => [
    {
      types: ['heading'],
      attributes: {
        section: { default: null, keepOnSplit: false, parseHTML: () => null, renderHTML: () => ({}) },
      },
    },
  ],
});
