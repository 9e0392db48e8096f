import { z } from 'zod';
import { ruleOf } from './columns.ts';

/** The fixed values of a field, or undefined when it takes any text. */
export function bulkChoices(kinds: readonly string[], field: string): readonly (string | boolean)[] | undefined {
  const schema = ruleOf(kinds, field)?.schema;
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  if (schema instanceof z.ZodBoolean) return [true, false];
  return undefined;
}

/** What a link of this name leads to, as far as the name says it. */
export function linkedKinds(field: string): string[] {
  return /organisation|secretariat/i.test(field) ? ['organisation'] : ['person', 'organisation'];
}
