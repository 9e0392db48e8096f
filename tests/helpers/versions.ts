import type { Handling } from '../../domain/handling/handling.ts';
import { naturalId } from '../../domain/records/ids.ts';
import type { Json, JsonObject } from '../../domain/records/json.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { type MergedView, mergeHeads, type Version } from '../../domain/records/merge.ts';

export const NORTHMARK = naturalId('organisation', 'XN');
export const SOUTHMARK = naturalId('organisation', 'XS');
export const SECRETARIAT = naturalId('organisation', 'XX');

/** TLP:AMBER for the board, written by the Secretariat. */
export const AMBER: Handling = {
  label: 'TLP:AMBER',
  distribution: { to: 'board' },
  originator: SECRETARIAT,
  caveats: [],
  chathamHouse: false,
};

/** A version with this id, made from these parents. */
export function aVersion(
  id: string,
  parents: readonly string[],
  body: JsonObject = {},
  handling: Partial<Handling> = {},
): Version {
  return { id, parents, body, handling: { ...AMBER, ...handling } };
}

/** Merges the versions with these ids as heads of a record of this kind; the other versions are their history. */
export function merged(kind: string, heads: readonly string[], versions: readonly Version[]): MergedView {
  const find = (id: string) => versions.find((version) => version.id === id);
  return mergeHeads(
    kindOf(kind),
    heads.flatMap((id) => find(id) ?? []),
    find,
  );
}

/** Paths and types of a view's conflicts: `title scalar`. */
export function asked(view: MergedView): string[] {
  return view.conflicts.map((conflict) => `${conflict.path} ${conflict.type}`);
}

/** A paragraph of a document. */
export function block(id: string, words = `Words of ${id}`): JsonObject {
  return { type: 'paragraph', attrs: { id }, content: [{ type: 'text', text: words }] };
}

/** A document of paragraphs: an id alone, or an id with other words. */
export function document(...blocks: readonly (string | JsonObject)[]): JsonObject {
  return { type: 'doc', content: blocks.map((entry): Json => (typeof entry === 'string' ? block(entry) : entry)) };
}
