import { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/records/json.ts';
import { DocumentReader } from '../../../renderer/parts/editor/schema/documentReader.ts';
import { documentSchema } from '../../../renderer/parts/editor/schema/documentSchema.ts';
import { asDocument, keepsWhole, typesIn } from '../../../renderer/parts/editor/schema/documents.ts';
import { footnote, heading, markedParagraph, paragraph, table, words } from '../../helpers/documentNodes.ts';

const schema = documentSchema();
const doc = (...content: JsonObject[]) => {
  const document = asDocument({ type: 'doc', content });
  if (document === undefined) throw new Error('This is no document.');
  return document;
};
const opens = (...content: JsonObject[]) => keepsWhole(doc(...content), schema);
const item = (...content: JsonObject[]): JsonObject => ({ type: 'listItem', content });
const plain = (text: string): JsonObject => ({ type: 'paragraph', content: [words(text)] });

/** What comes back when one document was in the vault and another stands in the editor. */
function readBack(edited: JsonObject, before: JsonObject | undefined) {
  const reader = new DocumentReader(schema);
  reader.knows(asDocument(before));
  return reader.read(Node.fromJSON(schema, edited));
}

const everything = doc(
  heading('h', 'The charter', 2),
  markedParagraph('p', 'TLP:GREEN', words('Bold', 'bold'), words(' and small', 'italic', 'superscript')),
  { type: 'bulletList', attrs: { id: 'u' }, content: [item(plain('one')), item(plain('two'))] },
  { type: 'orderedList', attrs: { id: 'o', start: 3 }, content: [item(plain('three'))] },
  { type: 'blockquote', attrs: { id: 'q' }, content: [plain('as it was said')] },
  { type: 'codeBlock', attrs: { id: 'c' }, content: [words('symbol')] },
  { type: 'horizontalRule', attrs: { id: 'r' } },
  paragraph('l', {
    type: 'text',
    text: 'the report',
    marks: [{ type: 'link', attrs: { href: 'https://example.org/report' } }],
  }),
  paragraph('x', { type: 'text', text: 'CB/8/4', marks: [{ type: 'recordLink', attrs: { record: 'a' } }] }),
  paragraph('k', words('see '), { type: 'crossReference', attrs: { record: 'a', block: 'h' } }),
  paragraph('f', words('called'), footnote('a note')),
  table('t', 'Reports', [['Month', 'Number']]),
  {
    type: 'figure',
    attrs: { id: 'g', file: 'ab'.repeat(32), alt: 'A bridge', width: 60 },
    content: [words('The bridge at Osk')],
  },
  { type: 'portion', attrs: { id: 'p2', placeholder: 'x', label: 'TLP:RED', lines: 12, readAt: 'the Registry' } },
  paragraph('s', {
    type: 'text',
    text: 'strong code',
    marks: [{ type: 'italic' }, { type: 'code' }, { type: 'bold' }],
  }),
  {
    type: 'bulletList',
    attrs: { id: 'l2' },
    content: [item({ type: 'heading', attrs: { level: 3 }, content: [words('First')] })],
  },
);

describe('a text in a form', () => {
  it('opens for editing when all of it comes back as it went in', () => {
    expect(keepsWhole(everything, schema)).toBe(true);
    expect(keepsWhole(doc(), schema)).toBe(true);
  });

  it('stays read-only and whole when it has anything that the editor would leave out', () => {
    expect(opens({ type: 'map', attrs: { id: 'm' } })).toBe(false);
    expect(opens(paragraph('a', words('shaking', 'wobble')))).toBe(false);
    expect(opens({ type: 'paragraph', attrs: { id: 'a', tilt: 4 }, content: [words('an attribute')] })).toBe(false);
    expect(opens({ type: 'paragraph', attrs: { id: 'a' }, content: [plain('in a paragraph')] })).toBe(false);
    expect([...typesIn(everything)]).toContain('recordLink');
  });

  it('gives back every block that was not touched exactly as it was', () => {
    expect(readBack(everything, everything)).toEqual(everything);
    const changed = readBack(
      { ...everything, content: [...everything.content.slice(1), paragraph('n', words('new'))] },
      everything,
    );
    expect(changed?.content.slice(0, -1)).toEqual(everything.content.slice(1));
    expect(changed?.content.at(-1)).toEqual(paragraph('n', words('new')));
  });

  it('does not write out again what was not touched', () => {
    const reader = new DocumentReader(schema);
    const node = Node.fromJSON(schema, everything);
    reader.adopt(node, everything);
    expect(reader.read(node)?.content.map((block, index) => block === everything.content[index])).not.toContain(false);
  });

  it('is nothing when nothing is written in it', () => {
    const empty = { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'new' } }] };
    expect(readBack(empty, undefined)).toBeUndefined();
    expect(readBack(empty, doc())).toEqual(doc());
    expect(readBack(empty, everything)).toBeUndefined();
  });
});
