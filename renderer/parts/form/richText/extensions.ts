import { Extension, type Extensions, getSchema, Mark } from '@tiptap/core';
import { Link } from '@tiptap/extension-link';
import { UniqueID } from '@tiptap/extension-unique-id';
import type { Schema } from '@tiptap/pm/model';
import { StarterKit } from '@tiptap/starter-kit';

/** Nodes that stand at the top of a document and carry its stable ids. */
const TOP = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'codeBlock', 'horizontalRule'];

/** The portion mark in the margin of a block: kept, and changed in the paper's own editor. */
const PortionMarks = Extension.create({
  name: 'portionMarks',
  addGlobalAttributes: () => [
    {
      types: TOP,
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

const Superscript = Mark.create({
  name: 'superscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
});

const Subscript = Mark.create({
  name: 'subscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
});

/** A link to a record, by its id. */
const RecordLink = Mark.create({
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
const PlainLink = Link.extend({
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
}).configure({ openOnClick: false, autolink: true, linkOnPaste: true, defaultProtocol: 'https' });

/** What the editor of a form knows of a document. Marks are those of domain/papers/richText.ts. */
export function formExtensions(): Extensions {
  return [
    StarterKit.configure({ link: false, underline: false, trailingNode: false }),
    PlainLink,
    Superscript,
    Subscript,
    RecordLink,
    PortionMarks,
    UniqueID.configure({ types: TOP, attributeName: 'id', generateID: () => crypto.randomUUID() }),
  ];
}

let known: Schema | undefined;

/** The schema of the editor of a form. */
export function formSchema(): Schema {
  known ??= getSchema(formExtensions());
  return known;
}
