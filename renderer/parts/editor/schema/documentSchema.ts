import { type Extensions, getSchema, Node } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { StarterKit } from '@tiptap/starter-kit';
import { BlockIds } from './blockIds.ts';
import { Code } from './code.ts';
import { CrossReference } from './crossReferences.ts';
import { Figure } from './figures.ts';
import { Footnote } from './footnotes.ts';
import { PlainLink, RecordLink } from './links.ts';
import { ListItem } from './listItems.ts';
import { PortionMarks } from './portionMarks.ts';
import { Portion } from './portions.ts';
import { Redacted } from './redacted.ts';
import { Subscript, Superscript } from './scripts.ts';
import { Sections } from './sections.ts';
import { Strike } from './strike.ts';
import { tableExtensions } from './tables.ts';

/** Stricter portions stand at the top of a document only. */
const Document = Node.create({ name: 'doc', topNode: true, content: '(block | top)+' });

/**
 * Every node and mark that a document may have: those of domain/papers/richText.ts, the same wherever one is edited.
 * `views` are extensions that show some of them in their own way; they take the place of those of the same name.
 */
export function documentExtensions(views: Extensions = []): Extensions {
  const names = new Set(views.map(({ name }) => name));
  return [
    Document,
    StarterKit.configure({
      document: false,
      code: false,
      listItem: false,
      link: false,
      strike: false,
      underline: false,
      trailingNode: false,
    }),
    Strike,
    ListItem,
    PlainLink,
    RecordLink,
    Code,
    Superscript,
    Subscript,
    Footnote,
    Redacted,
    CrossReference,
    Portion,
    Figure,
    ...tableExtensions(),
    PortionMarks,
    Sections,
    BlockIds,
  ]
    .filter(({ name }) => !names.has(name))
    .concat(views);
}

let known: Schema | undefined;

/** The schema of every editor of documents. */
export function documentSchema(): Schema {
  known ??= getSchema(documentExtensions());
  return known;
}
