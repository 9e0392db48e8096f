import { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { isJson, type Json, type JsonObject } from '../../../domain/records/json.ts';
import { asDocument, documentFrom, keepsWhole, typesIn } from '../../../renderer/parts/form/richText/documents.ts';
import { formSchema } from '../../../renderer/parts/form/richText/extensions.ts';
import { footnote, heading, markedParagraph, paragraph, table, words } from '../../helpers/documentNodes.ts';

const schema = formSchema();
const doc = (...content: JsonObject[]) => {
  const document = asDocument({ type: 'doc', content });
  if (document === undefined) throw new Error('This is no document.');
  return document;
};
const opens = (...content: JsonObject[]) => keepsWhole(doc(...content), schema);
const item = (...content: JsonObject[]): JsonObject => ({ type: 'listItem', content });
const plain = (text: string): JsonObject => ({ type: 'paragraph', content: [words(text)] });

/** What the editor holds after it opened a document. */
function opened(document: JsonObject): Json {
  const json: unknown = Node.fromJSON(schema, document).toJSON();
  if (!isJson(json)) throw new Error('The editor gives no JSON.');
  return json;
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
);

describe('a text in a form', () => {
  it('opens for editing when all of it comes back as it went in', () => {
    expect(keepsWhole(everything, schema)).toBe(true);
    expect(keepsWhole(doc(), schema)).toBe(true);
  });

  it('stays read-only and whole when it has anything that the editor would leave out', () => {
    expect(opens(paragraph('a', words('called'), footnote('a note')))).toBe(false);
    expect(opens(table('t', 'Reports', [['Month', 'Number']]))).toBe(false);
    expect(opens({ type: 'portion', attrs: { id: 'p', placeholder: 'x', label: 'TLP:RED' } })).toBe(false);
    expect(opens({ type: 'map', attrs: { id: 'm' } })).toBe(false);
    expect(opens(paragraph('a', words('shaking', 'wobble')))).toBe(false);
    expect(opens({ type: 'paragraph', attrs: { id: 'a', tilt: 4 }, content: [words('an attribute')] })).toBe(false);
    expect(opens({ type: 'paragraph', attrs: { id: 'a' }, content: [plain('in a paragraph')] })).toBe(false);
    expect([...typesIn(everything)]).toContain('recordLink');
  });

  it('gives back every block that was not touched exactly as it was', () => {
    expect(documentFrom(opened(everything), everything, schema)).toEqual(everything);
    const changed = documentFrom(
      opened({ ...everything, content: [...everything.content.slice(1), paragraph('n', words('new'))] }),
      everything,
      schema,
    );
    expect(changed?.content.slice(0, -1)).toEqual(everything.content.slice(1));
    expect(changed?.content.at(-1)).toEqual(paragraph('n', words('new')));
  });

  it('is nothing when nothing is written in it', () => {
    const empty = opened({ type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'new' } }] });
    expect(documentFrom(empty, undefined, schema)).toBeUndefined();
    expect(documentFrom(empty, doc(), schema)).toEqual(doc());
    expect(documentFrom(empty, everything, schema)).toBeUndefined();
  });
});
