import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** The value if it is a string, else the empty string. */
export function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The value if it is a number, else 0. */
export function count(value: Json | undefined): number {
  return typeof value === 'number' ? value : 0;
}

/** The strings in the value if it is an array, else none. */
export function texts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/** The objects in the value if it is an array, else none. */
export function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
