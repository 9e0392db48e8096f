import { z } from 'zod';

/** What kind of value a field's schema takes, as far as it matters for typing one in. */
export type SchemaShape =
  | { readonly type: 'text' | 'number' | 'boolean' | 'id' | 'date' | 'other' }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'list'; readonly element: z.ZodType }
  | { readonly type: 'object'; readonly parts: Readonly<Record<string, z.ZodType>> };

/** The schema without what only says that a value may be absent. */
export function required(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? required(asType(schema.unwrap()))
    : schema;
}

export function isOptional(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success;
}

/** Reads a schema's shape. Schemas with rules of their own, such as documents, are `other`. */
export function shapeOf(given: z.ZodType): SchemaShape {
  const schema = required(given);
  if (schema instanceof z.ZodEnum) return { type: 'choice', values: schema.options.map(String) };
  if (schema instanceof z.ZodISODate) return { type: 'date' };
  if (schema instanceof z.ZodUUID) return { type: 'id' };
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return { type: 'text' };
  if (schema instanceof z.ZodNumber) return { type: 'number' };
  if (schema instanceof z.ZodBoolean) return { type: 'boolean' };
  if (schema instanceof z.ZodArray) return { type: 'list', element: asType(schema.element) };
  if (schema instanceof z.ZodObject) return { type: 'object', parts: typesOf(schema.shape) };
  return { type: 'other' };
}

/** Zod types what it unwraps as its core type; every one we write is of the full library. */
function asType(schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new TypeError('The schema is of another library.');
}

function typesOf(shape: Readonly<Record<string, z.core.$ZodType>>): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, asType(schema)]));
}
