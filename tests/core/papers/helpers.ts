import { z } from 'zod';
import { AmberdeskError } from '../../../domain/errors.ts';
import type { Document } from '../../../domain/papers/richText.ts';
import { isJsonObject, type Json } from '../../../domain/records/json.ts';

/** Ids in the form of UUIDs, counted. */
export function counter(): () => string {
  let next = 0;
  return () => {
    next += 1;
    return `00000000-0000-4000-8000-${next.toString(16).padStart(12, '0')}`;
  };
}

/** The blocks of a document without ids. */
export function bare(document: Document): Json[] {
  return document.content.map(withoutIds);
}

function withoutIds(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value)
    .filter(([key]) => key !== 'id' && key !== 'placeholder')
    .map(([key, entry]): [string, Json] => [key, withoutIds(entry)]);
  const result = Object.fromEntries(entries);
  const { attrs, ...rest } = result;
  const bareAttrs = isJsonObject(attrs) && Object.keys(attrs).length === 0 && value.type !== 'footnote';
  return bareAttrs ? rest : result;
}

const Details = z.object({ problems: z.array(z.object({ line: z.number(), sentence: z.string() })) });

/** The problems that a `load.malformed` error names. Throws when there is no such error. */
export function problemsOf(act: () => unknown): { line: number; sentence: string }[] {
  try {
    act();
  } catch (error) {
    if (error instanceof AmberdeskError && error.code === 'load.malformed')
      return Details.parse(error.details).problems;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
