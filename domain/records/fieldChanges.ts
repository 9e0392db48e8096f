import type { Handling } from '../handling/handling.ts';
import type { Find, Linked } from './history.ts';
import { isJsonObject, type Json, type JsonObject, sameJson } from './json.ts';
import { remembered } from './own.ts';
import { asJson } from './revision.ts';

/** Body and handling of a version. */
export interface Content {
  readonly body: JsonObject;
  readonly handling: Handling;
}

/** A version of a history with what it says. `at`: whole minutes, UTC. */
export interface Written extends Linked, Content {
  readonly at: string;
}

/** All fields of a version by name; those of the handling as `$handling.label`, as conflicts name them. */
export function fieldsOf({ body, handling }: Content): Map<string, Json> {
  const fields = new Map(Object.entries(body));
  const marks = asJson(handling);
  if (isJsonObject(marks)) for (const [name, value] of Object.entries(marks)) fields.set(`$handling.${name}`, value);
  return fields;
}

/**
 * The fields in which a version differs from each of those that it was made from, sorted; of a merge, only what it took
 * from none of them. All its fields when it was made from nothing.
 */
export function changedFields(before: readonly Content[], after: Content): string[] {
  const olds = before.map(fieldsOf);
  const now = fieldsOf(after);
  const names = new Set([...now.keys(), ...olds.flatMap((fields) => [...fields.keys()])]);
  return [...names].filter((name) => !olds.some((old) => sameJson(old.get(name), now.get(name)))).sort();
}

/**
 * The version in which each field of the view got the value that it has there. A value that a merge took
 * from one side is that side's; where the view has what no head has, because several were merged, the latest of the
 * heads' own changes. A field is left out where the history that is here does not tell.
 *
 * @param view what the heads come to
 * @param heads the latest versions; several while what they say was not merged by a person
 */
export function lastChanges<V extends Written>(view: Content, heads: readonly V[], find: Find<V>): Map<string, V> {
  const fieldsIn = remembered((version: V) => fieldsOf(version));
  const now = fieldsOf(view);
  const changes = new Map<string, V>();
  for (const [name, value] of now) {
    const having = heads.filter((head) => sameJson(fieldsIn(head).get(name), value));
    const origins = (having.length > 0 ? having : heads).map((head) => originOf(head, name, find, fieldsIn));
    const known = origins.filter((origin) => origin !== undefined).toSorted(byTime);
    const origin = having.length > 0 ? known[0] : known.at(-1);
    if (origin !== undefined && known.length === origins.length) changes.set(name, origin);
  }
  return changes;
}

/** Where the value of a field comes from; undefined where a version that is not here may have had it before. */
function originOf<V extends Written>(
  from: V,
  name: string,
  find: Find<V>,
  fieldsIn: (version: V) => Map<string, Json>,
): V | undefined {
  const value = fieldsIn(from).get(name);
  let version = from;
  for (;;) {
    const parents = version.parents.map(find);
    const same = parents.find((parent) => parent !== undefined && sameJson(fieldsIn(parent).get(name), value));
    if (same === undefined) return parents.includes(undefined) ? undefined : version;
    version = same;
  }
}

function byTime(one: Written, other: Written): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
