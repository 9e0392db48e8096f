import { unknownParts } from '../papers/checkDocument.ts';
import { holdsPortion } from '../papers/holdsPortion.ts';
import { RichText } from '../papers/richText.ts';
import type { Json, JsonObject } from './json.ts';
import type { RecordKind } from './kind.ts';
import { own } from './own.ts';

/**
 * A field that does not fit its kind: `unknown` to the kind, `invalid` by its schema, or with a stricter portion's text
 * inside (`portionInside`).
 */
export interface FieldFault {
  readonly field: string;
  readonly fault: 'unknown' | 'invalid' | 'portionInside';
}

/** What in these fields does not fit the kind. An empty list when all does. Fields with undefined are left out. */
export function checkFields(kind: RecordKind, fields: Readonly<Record<string, Json | undefined>>): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const [field, value] of Object.entries(fields)) {
    const rule = own(kind.fields, field);
    if (rule === undefined) faults.push({ field, fault: 'unknown' });
    else if (value === undefined) continue;
    else if (!rule.schema.safeParse(value).success) faults.push({ field, fault: 'invalid' });
    else if (rule.merge === 'richText' && holdsPortion(value)) faults.push({ field, fault: 'portionInside' });
  }
  return faults;
}

/** Of these fields, the texts with parts that this version does not know: they are read, and not changed here. */
export function uneditableFields(kind: RecordKind, body: JsonObject, fields: readonly string[]): string[] {
  return fields.filter((field) => {
    if (own(kind.fields, field)?.merge !== 'richText') return false;
    const document = RichText.safeParse(own(body, field));
    return document.success && unknownParts(document.data).length > 0;
  });
}
