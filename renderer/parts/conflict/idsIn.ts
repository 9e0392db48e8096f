import { RecordId } from '../../../domain/records/ids.ts';
import { isJsonObject, type Json } from '../../../domain/records/json.ts';

/** The record ids that stand anywhere in a value, so that they can be shown by title. */
export function idsIn(value: Json | undefined): string[] {
  if (typeof value === 'string') return RecordId.safeParse(value).success ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(idsIn) : [];
}
