import canonicalize from 'canonicalize';

/** A JSON value that survives JSON.stringify and JSON.parse unchanged. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Arrays and objects inside one another, at most. Bounds what is walked without end, and no document comes near. */
const DEEPEST = 200;

/**
 * Whether `value` can be written as canonical JSON without loss: finite numbers, no lone surrogates, no undefined, no
 * objects of classes, no more than 200 levels.
 */
export function isJson(value: unknown): value is Json {
  return isJsonWithin(value, DEEPEST);
}

function isJsonWithin(value: unknown, levels: number): boolean {
  switch (typeof value) {
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'string':
      return value.isWellFormed();
    case 'object':
      if (value === null) return true;
      if (levels === 0) return false;
      if (Array.isArray(value)) return value.every((entry) => isJsonWithin(entry, levels - 1));
      if (!isPlain(value)) return false;
      return Object.entries(value).every(([key, entry]) => key.isWellFormed() && isJsonWithin(entry, levels - 1));
    default:
      return false;
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** RFC 8785 canonical JSON. Throws a TypeError for what JSON would change (NaN, infinity, lone surrogates). */
export function canonicalJson(value: Json): string {
  if (!isJson(value)) throw new TypeError('The value cannot be written as canonical JSON.');
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('The value cannot be written as canonical JSON.');
  return text;
}

/** Whether a text is the canonical JSON of what it parses to. `value`: what that is, as `isJson` took it. */
export function isCanonical(text: string, value: Json): boolean {
  return text === (isInOrder(value) ? JSON.stringify(value) : canonicalJson(value));
}

/** Whether all keys stand in the order of canonical JSON. Then it is what JSON.stringify writes, in a fraction of the time. */
export function isInOrder(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let before: string | undefined;
  for (const key of Object.keys(value)) {
    if (before !== undefined && before >= key) return false;
    before = key;
    const part = value[key];
    if (part !== undefined && !isInOrder(part)) return false;
  }
  return true;
}

/** Whether two values are the same JSON, whatever the order of their keys. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((entry, i) => sameJson(entry, other[i]));
  }
  if (isJsonObject(one) && isJsonObject(other)) {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && sameJson(one[key], other[key]))
    );
  }
  return false;
}
