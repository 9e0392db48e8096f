import type { z } from 'zod';
import type { Json } from '../../domain/records/json.ts';
import { useCall, useRead } from './queries.ts';

/**
 * One preference of this installation (`register.people.columns`), kept in the vault; `fallback` until it is set, and
 * when it does not fit. Writing shows at once in every window.
 */
export function usePreference<T extends Json>(
  name: string,
  schema: z.ZodType<T>,
  fallback: T,
): [value: T, write: (value: T | null) => void, ready: boolean] {
  const read = useRead('preferences', 'read', {});
  const { mutate } = useCall('preferences', 'write');
  const kept = schema.safeParse(read.data?.[name]);
  return [kept.success ? kept.data : fallback, (value) => mutate({ name, value }), read.isSuccess];
}
