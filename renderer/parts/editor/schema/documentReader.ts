import type { Node, Schema } from '@tiptap/pm/model';
import type { Block, Document } from '../../../../domain/papers/richText.ts';
import { isJson, type Json } from '../../../../domain/records/json.ts';
import { asDocument, blockFrom } from './documents.ts';

/**
 * Goes between the editor's nodes and the document of the vault, block by block. A block that was not touched is the
 * same node, and is known without being written out again: reading a long text costs what was changed in it.
 */
export class DocumentReader {
  readonly #schema: Schema;
  readonly #known = new WeakMap<Node, Block>();
  /** What the vault has, by id: a block that was changed and changed back is as it was. */
  #before = new Map<string, Block>();
  #isEmptyDocument = false;

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /** What the vault has. */
  knows(document: Document | undefined): void {
    this.#before = new Map(document?.content.map((block) => [block.attrs.id, block]));
    this.#isEmptyDocument = document?.content.length === 0;
  }

  /** The editor's node of a block. */
  node(block: Block): Node {
    const node = this.#schema.nodeFromJSON(block);
    this.#known.set(node, block);
    return node;
  }

  /** An editor was opened with this document. */
  adopt(doc: Node, document: Document | undefined): void {
    this.knows(document);
    if (doc.childCount !== document?.content.length) return;
    doc.forEach((node, _offset, index) => {
      const block = document.content[index];
      if (block !== undefined) this.#known.set(node, block);
    });
  }

  /** The document that the editor holds; undefined when there is nothing in it. */
  read(doc: Node): Document | undefined {
    if (isEmpty(doc)) return this.#isEmptyDocument ? { type: 'doc', content: [] } : undefined;
    const content: Block[] = [];
    doc.forEach((node) => {
      const block = this.block(node);
      if (block !== undefined) content.push(block);
    });
    return { type: 'doc', content };
  }

  /** A block as the vault would have it; undefined while it has no id. */
  block(node: Node): Block | undefined {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const json: unknown = node.toJSON();
    if (!isJson(json)) return undefined;
    const id: unknown = node.attrs.id;
    const before: Json | undefined = typeof id === 'string' ? this.#before.get(id) : undefined;
    const [block] = asDocument({ type: 'doc', content: [blockFrom(json, before, this.#schema)] })?.content ?? [];
    if (block !== undefined) this.#known.set(node, block);
    return block;
  }
}

function isEmpty(doc: Node): boolean {
  const [first] = doc.children;
  return doc.childCount === 0 || (doc.childCount === 1 && first?.type.name === 'paragraph' && first.content.size === 0);
}
