import { type JsonObject, sameJson } from '../../../domain/records/json.ts';
import { own } from '../../../domain/records/own.ts';

/**
 * The version in which each field that is there now got its value: the earliest of those in which it has had it
 * without a break.
 *
 * @param versions of one record, the newest first
 */
export function lastChanges<V extends { readonly body: JsonObject }>(versions: readonly V[]): Map<string, V> {
  const [newest] = versions;
  const changes = new Map<string, V>();
  for (const field of Object.keys(newest?.body ?? {})) {
    const value = newest && own(newest.body, field);
    const until = versions.findIndex((version) => !sameJson(own(version.body, field), value));
    const since = versions.at(until === -1 ? -1 : until - 1);
    if (since !== undefined) changes.set(field, since);
  }
  return changes;
}
