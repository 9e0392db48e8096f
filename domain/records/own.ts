import type { Json, JsonObject } from './json.ts';

/** The object's own value under `key`. Foreign objects may have keys such as `constructor`, or lack them. */
export function own<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** All keys that any of the objects has, sorted. */
export function keysOfAll(all: readonly JsonObject[]): string[] {
  return [...new Set(all.flatMap((object) => Object.keys(object)))].sort();
}

/** An object of the entries that have a value. Keys such as `__proto__` become ordinary keys. */
export function objectOf(entries: readonly (readonly [string, Json | undefined])[]): JsonObject {
  const present: [string, Json][] = [];
  for (const [key, value] of entries) if (value !== undefined) present.push([key, value]);
  return Object.fromEntries(present);
}

/** Of an object, these keys alone, as far as it has them. */
export function only(object: JsonObject, keys: readonly string[]): JsonObject {
  return objectOf(keys.map((key) => [key, own(object, key)]));
}

/** The same function, asked only once for each argument. */
export function remembered<A, R>(read: (argument: A) => R): (argument: A) => R {
  const known = new Map<A, { result: R }>();
  return (argument) => {
    const before = known.get(argument) ?? { result: read(argument) };
    known.set(argument, before);
    return before.result;
  };
}
