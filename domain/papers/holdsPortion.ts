import { isJsonObject, type Json } from '../records/json.ts';

/**
 * Whether somewhere in the value the placeholder of a stricter portion holds text itself. A portion's text stands in a
 * record of its own; in the paper it would have the paper's wider mark.
 */
export function holdsPortion(value: Json): boolean {
  if (Array.isArray(value)) return value.some(holdsPortion);
  if (!isJsonObject(value)) return false;
  const isPlaceholder = value.type === 'portion' && isJsonObject(value.attrs) && value.attrs.placeholder !== undefined;
  return (isPlaceholder && value.content !== undefined) || Object.values(value).some(holdsPortion);
}
