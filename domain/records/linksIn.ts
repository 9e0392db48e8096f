import { ALIASES } from './deletion.ts';
import { RecordId } from './ids.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import type { RecordKind } from './kind.ts';
import { objects, texts } from './text.ts';

/** One record points to another, by a field (`leads`, `speakers/party`, `body`). */
export interface Link {
  readonly field: string;
  readonly target: RecordId;
}

/**
 * Which records a record points to: its kind's link fields, those of its lists' entries, and the record links in its
 * texts, and the records that were joined with it. Each pair of field and target once, in the order of the fields. Kinds that are not known have none.
 */
export function linksIn(kind: RecordKind | undefined, body: JsonObject): Link[] {
  const found = new Map<string, Link>();
  const add = (field: string, value: Json | undefined) => {
    const id = RecordId.safeParse(value);
    if (id.success) found.set(`${field} ${id.data}`, { field, target: id.data });
  };
  for (const [name, rule] of Object.entries(kind?.fields ?? {})) {
    const value = body[name];
    if (rule.link) for (const target of Array.isArray(value) ? texts(value) : [value]) add(name, target);
    for (const [part, entryRule] of Object.entries(rule.entry ?? {})) {
      if (entryRule.link) for (const entry of objects(value)) add(`${name}/${part}`, entry[part]);
    }
    if (rule.merge === 'richText') for (const target of recordLinks(value)) add(name, target);
  }
  for (const alias of texts(body[ALIASES])) add(ALIASES, alias);
  return [...found.values()];
}

/** What the `recordLink` marks and the cross-references of a document name. */
function recordLinks(node: Json | undefined): Json[] {
  if (Array.isArray(node)) return node.flatMap(recordLinks);
  if (!isJsonObject(node)) return [];
  const marks = objects(node.marks).filter((mark) => mark.type === 'recordLink');
  const named = marks.flatMap((mark) => (isJsonObject(mark.attrs) && mark.attrs.record ? [mark.attrs.record] : []));
  const own =
    node.type === 'crossReference' && isJsonObject(node.attrs) && node.attrs.record ? [node.attrs.record] : [];
  return [...own, ...named, ...recordLinks(node.content)];
}
