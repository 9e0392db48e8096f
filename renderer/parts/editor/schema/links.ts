import { Mark } from '@tiptap/core';
import { Link } from '@tiptap/extension-link';

/** A link to a record, by its id. Its words are what is printed. */
export const RecordLink = Mark.create({
  name: 'recordLink',
  inclusive: false,
  addAttributes: () => ({
    record: {
      default: null,
      parseHTML: (element) => element.getAttribute('data-record'),
      renderHTML: ({ record }) => ({ 'data-record': record }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-record]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

/** A link keeps its address and nothing about how a browser opens it. */
export const PlainLink = Link.extend({
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
}).configure({ openOnClick: false, autolink: true, linkOnPaste: true, defaultProtocol: 'https' });
