import { Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model';
import { unknownParts } from '../../../../domain/papers/checkDocument.ts';
import { type Document, RichText } from '../../../../domain/papers/richText.ts';
import { isJson, isJsonObject, type Json, type JsonObject, sameJson } from '../../../../domain/records/json.ts';
import { text } from '../../../../domain/records/text.ts';

/** The value as a document; undefined when it is none. */
export function asDocument(value: Json | undefined): Document | undefined {
  const parsed = RichText.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** Every type of node and mark that stands anywhere in a document. */
export function typesIn(value: Json | undefined, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const child of value) typesIn(child, found);
  if (!isJsonObject(value)) return found;
  if (typeof value.type === 'string') found.add(value.type);
  typesIn(value.content, found);
  typesIn(value.marks, found);
  return found;
}

/**
 * Whether an editor with this schema keeps the whole document. Tiptap leaves out without a word what its schema does
 * not know, so nothing is opened for editing before all of it was found to come back as it went in.
 */
export function keepsWhole(document: Document, schema: Schema): boolean {
  const knows = (type: string) => Object.hasOwn(schema.nodes, type) || Object.hasOwn(schema.marks, type);
  if (unknownParts(document).length > 0 || ![...typesIn(document)].every(knows)) return false;
  if (document.content.length === 0) return true;
  try {
    const node = ProseMirrorNode.fromJSON(schema, document);
    node.check();
    const back: unknown = node.toJSON();
    return isJson(back) && sameJson(comparable(back, schema), comparable(document, schema));
  } catch {
    return false;
  }
}

/**
 * A block of what the editor holds: without what only the editor needs, and exactly as it was before when nothing in it
 * differs.
 */
export function blockFrom(edited: Json, before: Json | undefined, schema: Schema): Json {
  const now = plain(edited, true);
  return before !== undefined && sameJson(comparable(before, schema), comparable(now, schema)) ? before : now;
}

/** In one form, whatever is left to defaults and to the order of marks. */
function comparable(value: Json, schema: Schema): Json {
  return plain(withSortedMarks(withDefaults(value, schema)), true);
}

function withSortedMarks(value: Json): Json {
  if (Array.isArray(value)) return value.map(withSortedMarks);
  if (!isJsonObject(value)) return value;
  const { marks, content, ...rest } = value;
  return {
    ...rest,
    ...(Array.isArray(marks) ? { marks: marks.toSorted((one, other) => (typeOf(one) < typeOf(other) ? -1 : 1)) } : {}),
    ...(content === undefined ? {} : { content: withSortedMarks(content) }),
  };
}

const typeOf = (mark: Json): string => (isJsonObject(mark) ? text(mark.type) : '');

/** Without attributes that say nothing, and without ids below the top: only blocks at the top have one. */
function plain(value: Json, top: boolean): Json {
  if (Array.isArray(value)) return value.map((child) => plain(child, top));
  if (!isJsonObject(value)) return value;
  const { attrs, content, ...rest } = value;
  const said = isJsonObject(attrs)
    ? Object.entries(attrs).filter(([name, set]) => set !== null && (top || name !== 'id'))
    : [];
  return {
    ...rest,
    ...(said.length === 0 ? {} : { attrs: Object.fromEntries(said) }),
    ...(Array.isArray(content) && content.length > 0 ? { content: plain(content, value.type === 'doc') } : {}),
  };
}

/** With every attribute that the schema would fill in. */
function withDefaults(value: Json, schema: Schema): Json {
  if (Array.isArray(value)) return value.map((child) => withDefaults(child, schema));
  if (!isJsonObject(value)) return value;
  const spec = typeof value.type === 'string' ? schema.nodes[value.type]?.spec.attrs : undefined;
  const defaults: JsonObject = {};
  for (const [name, attribute] of Object.entries(spec ?? {})) {
    const standard: unknown = attribute.default;
    if (standard !== null && isJson(standard)) defaults[name] = standard;
  }
  const attrs = { ...defaults, ...(isJsonObject(value.attrs) ? value.attrs : {}) };
  return {
    ...value,
    ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
    ...(value.content === undefined ? {} : { content: withDefaults(value.content, schema) }),
  };
}
