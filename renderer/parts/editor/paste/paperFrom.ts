import { DOMParser as DocumentParser, type Schema } from '@tiptap/pm/model';
import { isJson, type JsonObject } from '../../../../domain/records/json.ts';
import { asDocument, blockFrom } from '../schema/documents.ts';
import { cleanHtml } from './cleanHtml.ts';

/** A long text that was pasted, as the fields of a new paper: its first heading or line is its title. */
export function paperFrom(html: string, text: string, schema: Schema): JsonObject | undefined {
  const body = html.trim() === '' ? paragraphsOf(text) : cleanHtml(html).body;
  const title = (body.querySelector('h1, h2')?.textContent ?? body.textContent ?? '').replace(/\s+/g, ' ').trim();
  const content: JsonObject[] = [];
  DocumentParser.fromSchema(schema)
    .parse(body)
    .forEach((node) => {
      const json: unknown = node.toJSON();
      const block = isJson(json) ? blockFrom(json, undefined, schema) : undefined;
      if (typeof block !== 'object' || block === null || Array.isArray(block)) return;
      const attrs = typeof block.attrs === 'object' && !Array.isArray(block.attrs) ? block.attrs : {};
      content.push({ ...block, attrs: { ...attrs, id: crypto.randomUUID() } });
    });
  const document = asDocument({ type: 'doc', content });
  return document && { title: title.slice(0, 120), type: 'note', status: 'drafting', body: document };
}

function paragraphsOf(text: string): HTMLElement {
  const { body } = document.implementation.createHTMLDocument('');
  for (const line of text.split(/\r?\n\s*\r?\n|\r?\n/)) {
    if (line.trim() === '') continue;
    const paragraph = body.ownerDocument.createElement('p');
    paragraph.textContent = line;
    body.append(paragraph);
  }
  return body;
}
