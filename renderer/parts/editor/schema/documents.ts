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
    return isWhole(node, document);
  } catch {
    return false;
  }
}

const KEYS = ['type', 'attrs', 'content', 'marks', 'text'];

/** Whether a node has everything that the JSON it was made from has, defaults and the order of marks aside. */
function isWhole(node: ProseMirrorNode, json: JsonObject): boolean {
  const children = Array.isArray(json.content) ? json.content : [];
  if (json.content !== undefined && !Array.isArray(json.content)) return false;
  return (
    Object.keys(json).every((key) => KEYS.includes(key)) &&
    node.text === json.text &&
    sameAttributes(node.attrs, json.attrs) &&
    sameMarks(node.marks, json.marks) &&
    node.childCount === children.length &&
    children.every((child, index) => isJsonObject(child) && isWhole(node.child(index), child))
  );
}

/** What is not said, and what says nothing, is left to defaults. Ids below the top say nothing, but for footnotes. */
function sameAttributes(held: Readonly<Record<string, unknown>>, said: Json | undefined): boolean {
  if (said === undefined) return true;
  if (!isJsonObject(said)) return false;
  return Object.entries(said).every(([name, value]) => {
    const now: unknown = held[name];
    if (value === null || (name === 'id' && !(name in held))) return true;
    return isJson(now) && sameJson(now, value);
  });
}

function sameMarks(held: ProseMirrorNode['marks'], said: Json | undefined): boolean {
  if (said === undefined) return held.length === 0;
  if (!Array.isArray(said) || said.length !== held.length) return false;
  return said.every((mark) => {
    const own = isJsonObject(mark) ? held.find(({ type }) => type.name === mark.type) : undefined;
    return own !== undefined && isJsonObject(mark) && sameAttributes(own.attrs, mark.attrs);
  });
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

/** Without attributes that say nothing, and without ids below the top: blocks at the top and footnotes have one. */
function plain(value: Json, top: boolean): Json {
  if (Array.isArray(value)) return value.map((child) => plain(child, top));
  if (!isJsonObject(value)) return value;
  const { attrs, content, ...rest } = value;
  const said = isJsonObject(attrs)
    ? Object.entries(attrs).filter(([name, set]) => set !== null && (top || name !== 'id' || value.type === 'footnote'))
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
