import { ALIASES, DELETED } from './deletion.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { own } from './own.ts';
import { text, texts } from './text.ts';

/** A record as far as following joined ones goes. */
export interface Aliased {
  readonly id: string;
  readonly body: JsonObject;
  readonly deleted?: boolean;
}

/**
 * For each id that was joined with another record and is not there itself any more, the record that stands for it: of
 * those that are there and lead to it, however many joins lie between, the one with the lowest id. The same for every
 * order of the records.
 */
export function keptIds(records: Iterable<Aliased>): ReadonlyMap<string, string> {
  const holders = new Map<string, string[]>();
  const here = new Set<string>();
  for (const { id, body, deleted } of records) {
    if (deleted !== true) here.add(id);
    for (const alias of texts(body[ALIASES])) {
      if (alias !== id) holders.set(alias, [...(holders.get(alias) ?? []), id]);
    }
  }
  const kept = new Map<string, string>();
  for (const alias of holders.keys()) {
    if (here.has(alias)) continue;
    const [lowest] = reached(alias, holders)
      .filter((id) => here.has(id))
      .sort();
    if (lowest !== undefined) kept.set(alias, lowest);
  }
  return kept;
}

/** Everything that an id leads to through records that name it, those that are gone themselves included. */
function reached(from: string, holders: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>([from]);
  for (const id of seen) for (const holder of holders.get(id) ?? []) seen.add(holder);
  return [...seen];
}

/** The id of the record that a deleted one was joined with; undefined for what was deleted for another reason. */
export function joinedInto(body: JsonObject): string | undefined {
  const deletion = own(body, DELETED);
  const into = isJsonObject(deletion) ? text(own(deletion, 'into')) : '';
  return into === '' ? undefined : into;
}
