import { z } from 'zod';
import type { ErrorCode } from '../domain/errors.ts';

/** One call of the application: what goes in, what comes out, and the codes it can answer with besides the general ones. */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I;
  readonly output: O;
  readonly errors: readonly ErrorCode[];
}

export function call<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  errors: readonly ErrorCode[] = [],
): Call<I, O> {
  return { input, output, errors };
}

/**
 * The input of a call that does long work. `job` is an id that the caller may choose, to recognise the call's progress
 * events and to cancel it; the call answers when the work ended.
 */
export function jobInput<S extends z.ZodRawShape>(shape: S) {
  return z.object({ ...shape, job: z.uuid().optional() });
}

export const NOTHING = z.object({});

/** What a call answers, on every transport. */
export type Answer<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: { readonly code: ErrorCode; readonly message: string; readonly details: unknown };
    };
