import { RichText } from '../../domain/papers/richText.ts';
import { type FieldConflict, keysOf, pathOf } from '../../domain/records/conflict.ts';
import { ancestorsOf, type Find } from '../../domain/records/history.ts';
import { isJsonObject, type Json, type JsonObject, sameJson } from '../../domain/records/json.ts';
import type { MergeRule, RecordKind } from '../../domain/records/kind.ts';
import type { MergedView, Version } from '../../domain/records/merge.ts';
import { objects } from '../../domain/records/text.ts';

/** The smallest part of a record that can be lost: a value, an element of a set, a field of an entry, a block. */
export interface Atom {
  readonly path: string;
  readonly value: Json;
}

/** Every atom of a body. Elements of sets have the set's path. What has not the shape of its rule is one atom. */
export function atomsOf(kind: RecordKind | undefined, body: JsonObject): Atom[] {
  return Object.entries(body)
    .filter(([field]) => field !== '$deleted')
    .flatMap(([field, value]) => {
      const path = pathOf('', field);
      const rule = kind !== undefined && Object.hasOwn(kind.fields, field) ? kind.fields[field] : undefined;
      return partsOf(field === '$aliases' ? 'set' : rule?.merge, value, path) ?? [{ path, value }];
    });
}

function partsOf(rule: MergeRule | undefined, value: Json, path: string): Atom[] | undefined {
  switch (rule) {
    case 'set':
      return Array.isArray(value) ? value.map((element) => ({ path, value: element })) : undefined;
    case 'keyedList':
      return isKeyed(value)
        ? objects(value).flatMap((entry) =>
            Object.entries(entry).map(([key, part]) => ({
              path: pathOf(pathOf(path, String(entry.id)), key),
              value: part,
            })),
          )
        : undefined;
    case 'richText':
      return RichText.safeParse(value).success
        ? blocksOf(value).map((block) => ({ path: pathOf(path, blockKey(block)), value: block }))
        : undefined;
    default:
      return undefined;
  }
}

function isKeyed(value: Json): boolean {
  if (!Array.isArray(value)) return false;
  const ids = objects(value).map((entry) => entry.id);
  return new Set(ids).size === value.length && ids.every((id) => typeof id === 'string' && id !== '');
}

/** Atoms of the heads that are nowhere: not in the view, not in a question, and not changed by a side that knew them. */
export function lostAtoms(
  kind: RecordKind | undefined,
  heads: readonly Version[],
  view: MergedView,
  find: Find<Version>,
): Atom[] {
  return heads.flatMap((head) =>
    atomsOf(kind, head.body).filter(
      (atom) =>
        !has(kind, view.body, atom) &&
        !view.conflicts.some((conflict) => isAsked(kind, conflict, atom)) &&
        !heads.some((other) => other !== head && knewAndChanged(kind, head, other, atom, find)),
    ),
  );
}

function has(kind: RecordKind | undefined, body: JsonObject, atom: Atom): boolean {
  return atomsOf(kind, body).some((other) => other.path === atom.path && sameJson(other.value, atom.value));
}

/** Whether a side of the conflict holds the atom's value. */
function isAsked(kind: RecordKind | undefined, conflict: FieldConflict, atom: Atom): boolean {
  if (conflict.type === 'kind') {
    return conflict.sides.some(
      ({ value }) => isJsonObject(value) && isJsonObject(value.body) && has(kind, value.body, atom),
    );
  }
  if (atom.path !== conflict.path && !atom.path.startsWith(`${conflict.path}/`)) return false;
  const below = keysOf(atom.path).slice(keysOf(conflict.path).length);
  return conflict.sides.some(({ value }) => holds(value, below, atom.value));
}

function holds(value: Json | undefined, keys: readonly string[], wanted: Json): boolean {
  const [key, ...rest] = keys;
  if (key === undefined)
    return sameJson(value, wanted) || (Array.isArray(value) && value.some((v) => sameJson(v, wanted)));
  if (Array.isArray(value)) return objects(value).some((entry) => entry.id === key && holds(entry, rest, wanted));
  if (!isJsonObject(value)) return false;
  const blocks = blocksOf(value);
  if (blocks.length > 0) return blocks.some((block) => blockKey(block) === key && holds(block, rest, wanted));
  return holds(value[key], rest, wanted);
}

function knewAndChanged(
  kind: RecordKind | undefined,
  head: Version,
  other: Version,
  atom: Atom,
  find: Find<Version>,
): boolean {
  if (has(kind, other.body, atom)) return false;
  const behind = ancestorsOf(head.id, find).known;
  return [...ancestorsOf(other.id, find).known].some((id) => {
    const ancestor = behind.has(id) ? find(id) : undefined;
    return ancestor !== undefined && has(kind, ancestor.body, atom);
  });
}

/** The ids of a document's blocks, in its order. */
export function blockIds(document: Json | undefined): string[] {
  return blocksOf(document).map(blockKey);
}

function blocksOf(document: Json | undefined): JsonObject[] {
  return isJsonObject(document) && document.type === 'doc' ? objects(document.content) : [];
}

function blockKey(block: JsonObject): string {
  return isJsonObject(block.attrs) ? String(block.attrs.id) : '';
}
