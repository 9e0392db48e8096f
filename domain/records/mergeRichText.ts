import { RichText } from '../papers/richText.ts';
import { mergeOrder } from './blockOrder.ts';
import { type FieldConflict, pathOf, type Side } from './conflict.ts';
import type { Json, JsonObject } from './json.ts';
import { disagreement, type Merged, mergePlain, type Place, readAll, type VersionOf } from './merged.ts';
import { keysOfAll, objectOf, own, remembered } from './own.ts';
import { areUnanimous, type Bases, basesWithin, survivors, weighPresence } from './survivors.ts';

interface Text {
  readonly blocks: ReadonlyMap<string, Json>;
  /** What the document holds beside its blocks. */
  readonly rest: JsonObject;
}

/**
 * Merges documents by their top-level blocks: a block that one side changed is taken; one that two sides changed, or
 * that one side removed and another changed, stays and is a conflict. Blocks that were moved or added keep the order
 * that their side gave them (see `mergeOrder`). Undefined when a side is not a document.
 */
export function mergeRichText(sides: readonly Side[], bases: Bases, place: Place): Merged | undefined {
  const read = remembered(textOf);
  const texts = readAll(sides, read);
  if (texts === undefined) return undefined;
  const blocks = new Map<string, Json>();
  const conflicts: FieldConflict[] = [];
  for (const id of [...new Set(texts.flatMap((text) => [...text.value.blocks.keys()]))].sort()) {
    const path = pathOf(place.path, id);
    const blockBases = basesWithin(bases, (value) => {
      const text = read(value);
      return text === undefined ? null : { part: text.blocks.get(id) };
    });
    const all = texts.map(({ version, value }) => ({ version, value: value.blocks.get(id) }));
    const { kept, objecting } = weighPresence(all, blockBases, path);
    if (!kept) continue;
    const standing = survivors(
      all.filter((side) => side.value !== undefined),
      blockBases,
      path,
    );
    blocks.set(id, standing[0]?.value ?? null);
    const type = areUnanimous(standing) ? 'removed' : 'block';
    if (type === 'removed' && objecting.length === 0) continue;
    conflicts.push(disagreement([...standing, ...objecting], blockBases, { path, field: place.field, type }));
  }
  const order = mergeOrder(
    texts.map((text) => [...text.value.blocks.keys()]),
    [...(read(bases(sides.map((side) => side.version)).value)?.blocks.keys() ?? [])],
    new Set(blocks.keys()),
  );
  const rest = mergeRest(texts, read, bases, place);
  conflicts.push(...rest.conflicts);
  const content = order.flatMap((id) => blocks.get(id) ?? []);
  return { value: { ...rest.value, type: 'doc', content }, conflicts };
}

function textOf(value: Json | undefined): Text | undefined {
  if (value === undefined) return { blocks: new Map(), rest: {} };
  const document = RichText.safeParse(value);
  if (!document.success) return undefined;
  const { type: _type, content, ...rest } = document.data;
  return { blocks: new Map(content.map((block) => [block.attrs.id, block])), rest };
}

/** The document's own attributes are plain values; their paths have an empty key, which no block can have. */
function mergeRest(
  texts: readonly VersionOf<Text>[],
  read: (value: Json | undefined) => Text | undefined,
  bases: Bases,
  place: Place,
): { value: JsonObject; conflicts: FieldConflict[] } {
  const entries: [string, Json | undefined][] = [];
  const conflicts: FieldConflict[] = [];
  for (const key of keysOfAll(texts.map((text) => text.value.rest))) {
    const path = pathOf(`${place.path}/`, key);
    const keyBases = basesWithin(bases, (value) => {
      const text = read(value);
      return text === undefined ? null : { part: own(text.rest, key) };
    });
    const sides = texts.map(({ version, value }) => ({ version, value: own(value.rest, key) }));
    const merged = mergePlain(sides, keyBases, { path, field: place.field, type: 'scalar' });
    entries.push([key, merged.value]);
    conflicts.push(...merged.conflicts);
  }
  return { value: objectOf(entries), conflicts };
}
