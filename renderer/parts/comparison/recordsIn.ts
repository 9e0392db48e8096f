import type { FieldComparison } from '../../../domain/records/compareBodies.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { isJsonObject, type Json } from '../../../domain/records/json.ts';

/** The ids of records that stand in what is compared, so that they can be shown by title. */
export function recordsIn(fields: readonly FieldComparison[]): string[] {
  return [...new Set(fields.flatMap(valuesOf).flatMap(idsIn))];
}

function valuesOf(field: FieldComparison): (Json | undefined)[] {
  switch (field.as) {
    case 'value':
      return [field.before, field.after];
    case 'set':
      return [...field.kept, ...field.added, ...field.removed];
    case 'list':
      return field.entries.flatMap(({ entry, fields }) => [entry, ...fields.flatMap(valuesOf)]);
    default:
      return [];
  }
}

function idsIn(value: Json | undefined): string[] {
  if (typeof value === 'string') return RecordId.safeParse(value).success ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(idsIn) : [];
}
