import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { KINDS } from '../../../domain/records/kinds.ts';
import { shapeOf } from '../../../domain/records/schemaShape.ts';
import { valueName } from '../../../domain/records/valueNames.ts';

/** Every field with fixed values that a schema has, itself or in what it consists of. */
function fixedValues(field: string, schema: z.ZodType): [field: string, value: string][] {
  const shape = shapeOf(schema);
  if (shape.type === 'choice') return shape.values.map((value) => [field, value]);
  if (shape.type === 'list') return fixedValues(field, shape.element);
  if (shape.type === 'object') return Object.entries(shape.parts).flatMap(([part, type]) => fixedValues(part, type));
  return [];
}

const all = KINDS.flatMap((kind) =>
  Object.entries(kind.fields).flatMap(([field, rule]) =>
    fixedValues(field, rule.schema).map(([part, value]) => [kind.name, part, value] as const),
  ),
);

describe('the names of fixed values', () => {
  it('are there for every value of every kind, in both languages', () => {
    expect(all.length).toBeGreaterThan(40);
    const unnamed = all.filter(
      ([kind, field, value]) => !valueName(kind, field, value, 'en') || !valueName(kind, field, value, 'fr'),
    );
    expect(unnamed).toEqual([]);
  });

  it('tell the values of one field apart, in both languages', () => {
    for (const language of ['en', 'fr'] as const) {
      const names = all.map(([kind, field, value]) => `${kind}.${field}: ${valueName(kind, field, value, language)}`);
      // A field and a part of another one may have the same values, as a status and its changes.
      const values = all.map(([kind, field, value]) => `${kind}.${field}: ${value}`);
      expect(new Set(names).size).toBe(new Set(values).size);
    }
  });

  it('are not there for what is none of a field’s values', () => {
    expect(valueName('paper', 'status', 'constructor', 'en')).toBeUndefined();
    expect(valueName(undefined, 'title', 'issued', 'en')).toBeUndefined();
  });
});
