import type { Json } from './json.ts';

/** What one version says. `undefined`: the version does not have it. */
export interface Side {
  readonly version: string;
  readonly value: Json | undefined;
}

/**
 * - `scalar`: a field that two sides gave different values.
 * - `entry`: a field of a list's entry that two sides gave different values.
 * - `block`: a block of a text that two sides changed.
 * - `removed`: an entry or block that one side removed and the other changed.
 * - `deleted`: a record that one side deleted and the other changed.
 * - `handling`: a mark that a side loosened, or that cannot be joined without a person.
 * - `kind`: versions of one record that are of different kinds.
 */
export type ConflictType = 'scalar' | 'entry' | 'block' | 'removed' | 'deleted' | 'handling' | 'kind';

/** A question that a merge leaves to a person. */
export interface FieldConflict {
  /** Stable and unique in the record: `title`, `speakers/<entry>/zone`, `body/<block>`, `$deleted`, `$handling.label`. */
  readonly path: string;
  /** The record's field, `$deleted`, `$kind` or `$handling`. */
  readonly field: string;
  readonly type: ConflictType;
  /** What all sides started from, when there is one such value. */
  readonly base?: Json;
  /** Every side that nobody else has seen and changed, in the order of their versions. */
  readonly sides: readonly Side[];
}

/** `parent/key`; a `/` or `~` in the key is escaped as in a JSON pointer (RFC 6901). */
export function pathOf(parent: string, key: string): string {
  const escaped = escapeKey(key);
  return parent === '' ? escaped : `${parent}/${escaped}`;
}

/** The keys of a path, unescaped. */
export function keysOf(path: string): string[] {
  return path.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * What a question of a record of this kind is about, whatever the record: two with the same sort can be answered alike.
 * `paper scalar due`, `agendaItem entry speakers/zone`, `paper handling $handling.label`.
 */
export function sortOf(kind: string, { type, field, path }: FieldConflict): string {
  if (type === 'handling') return `${kind} ${type} ${path}`;
  return `${kind} ${type} ${type === 'entry' ? `${field}/${keysOf(path).at(-1) ?? ''}` : field}`;
}
