import { Handling } from '../handling/handling.ts';
import { blockId } from '../papers/richText.ts';
import { type FieldConflict, keysOf } from './conflict.ts';
import { isDeleted } from './deletion.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import type { MergedView } from './merge.ts';
import { compareEntries } from './mergeFields.ts';
import { objectOf, own } from './own.ts';
import { asJson } from './revision.ts';

/**
 * The view with a person's answer in the place of a conflict, and without the conflict and those inside it. The answer
 * is a side's value or a new one; undefined removes what the conflict is about. An answer to `$kind` is the `kind` and
 * `body` of a side. Throws a ZodError when an answer to a mark is none.
 */
export function answerConflict(view: MergedView, conflict: FieldConflict, answer: Json | undefined): MergedView {
  const open = view.conflicts.filter(({ path }) => path !== conflict.path && !path.startsWith(`${conflict.path}/`));
  if (conflict.type === 'handling') {
    const part = conflict.path.slice('$handling.'.length);
    const handling = Handling.parse(withKey(asObject(asJson(view.handling)), part, answer));
    return { ...view, handling, conflicts: open };
  }
  if (conflict.type === 'kind') {
    const body = isJsonObject(answer) ? asObject(own(answer, 'body')) : view.body;
    const marks = open.filter((other) => other.type === 'handling');
    return { ...view, body, deleted: isDeleted(body), conflicts: marks };
  }
  const body = asObject(placed(view.body, keysOf(conflict.path), answer));
  return { ...view, body, deleted: isDeleted(body), conflicts: open };
}

function asObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function withKey(object: JsonObject, key: string, value: Json | undefined): JsonObject {
  return objectOf([...Object.entries(object).filter(([other]) => other !== key), [key, value]]);
}

/** `value` with `answer` at the path: keys of objects, ids of list entries, ids of a document's blocks. */
function placed(value: Json | undefined, keys: readonly string[], answer: Json | undefined): Json | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return answer;
  if (Array.isArray(value)) {
    return placedIn(value, key, rest, answer, (entry) => own(entry, 'id')).sort((one, other) =>
      compareEntries(asObject(one), asObject(other)),
    );
  }
  if (!isJsonObject(value)) return value;
  const content = own(value, 'content');
  if (own(value, 'type') !== 'doc' || !Array.isArray(content)) {
    return withKey(value, key, placed(own(value, key), rest, answer));
  }
  const [attribute] = rest;
  if (key === '') return attribute === undefined ? value : withKey(value, attribute, answer);
  return { ...value, content: placedIn(content, key, rest, answer, blockId) };
}

function placedIn(
  list: readonly Json[],
  id: string,
  rest: readonly string[],
  answer: Json | undefined,
  idOf: (entry: JsonObject) => Json | undefined,
): Json[] {
  const isIt = (entry: Json) => isJsonObject(entry) && idOf(entry) === id;
  if (list.some(isIt)) return list.flatMap((entry) => (isIt(entry) ? (placed(entry, rest, answer) ?? []) : [entry]));
  return rest.length === 0 && answer !== undefined ? [...list, answer] : [...list];
}
