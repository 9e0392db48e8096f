import type { Extensions } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';

/** A table with a caption. Columns are as wide as what is in them. */
export const CaptionedTable = Table.extend({
  addAttributes: () => ({
    caption: {
      default: null,
      parseHTML: (element) =>
        element.getAttribute('data-caption') ?? (element.querySelector('caption')?.textContent?.trim() || null),
      renderHTML: ({ caption }) => (typeof caption === 'string' ? { 'data-caption': caption } : {}),
    },
  }),
}).configure({ resizable: false, View: null, allowTableNodeSelection: true });

export function tableExtensions(): Extensions {
  return [CaptionedTable, TableRow, TableHeader, TableCell];
}
