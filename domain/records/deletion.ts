import type { FieldConflict } from './conflict.ts';
import { isJsonObject, type Json, type JsonObject, sameJson } from './json.ts';
import type { Merged } from './merged.ts';
import { own } from './own.ts';
import { type Bases, isSettled } from './survivors.ts';

/** The reserved field of a revision that deletes its record: `{ reason, into? }`; `into` is what it was joined with. */
export const DELETED = '$deleted';
/** The reserved field with the ids of records that were joined with this one. */
export const ALIASES = '$aliases';

/** Whether a body says that its record is deleted. */
export function isDeleted(body: JsonObject): boolean {
  const deleted = own(body, DELETED);
  return deleted !== undefined && deleted !== null && deleted !== false;
}

export interface SideBody {
  readonly version: string;
  readonly body: JsonObject;
}

/**
 * What stands under `$deleted`: the deletion when one side deleted the record and the others left it as it was. When
 * another side changed its content, or nobody can say whether it did, the record stays and a person is asked. Two
 * deletions with different reasons agree: the first one's reason is shown, both are in the history.
 *
 * @param sides in the order of their versions
 * @param bases what the bodies had in common
 */
export function mergeDeletion(sides: readonly SideBody[], bases: Bases): Merged {
  const overruled = (one: SideBody) => sides.some((other) => overrules(other, one, bases));
  const left = sides.filter((side) => !overruled(side));
  const standing = left.length > 0 ? left : sides;
  const deletions = standing.filter((side) => isDeleted(side.body));
  const [first] = deletions;
  if (first === undefined) return { value: undefined, conflicts: [] };
  if (deletions.length === standing.length) return { value: own(first.body, DELETED), conflicts: [] };
  const conflict: FieldConflict = {
    path: DELETED,
    field: DELETED,
    type: 'deleted',
    sides: standing.map(({ version, body }) => ({ version, value: own(body, DELETED) })),
  };
  return { value: undefined, conflicts: [conflict] };
}

function overrules(winner: SideBody, loser: SideBody, bases: Bases): boolean {
  if (isDeleted(winner.body) === isDeleted(loser.body)) return false;
  const before = bases([winner.version, loser.version]);
  const body = isJsonObject(before.value) ? before.value : {};
  if (isDeleted(loser.body))
    return isSettled(before, DELETED) && sameJson(own(loser.body, DELETED), own(body, DELETED));
  const settled = before.known && [...before.unsettled].every((path) => path.startsWith('$handling.'));
  return settled && !isDeleted(body) && sameJson(contentOf(loser.body), contentOf(body));
}

function contentOf({ [DELETED]: _deleted, [ALIASES]: _aliases, ...content }: JsonObject): Json {
  return content;
}
