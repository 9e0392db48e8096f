import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Json } from '../../domain/records/json.ts';
import { setting } from '../../drizzle/schema.ts';
import type { VaultDatabase } from './database.ts';

/** One setting, checked; undefined when it was never set. Throws `vault.damaged` when it is not what it should be. */
export function readSetting<T>(database: VaultDatabase, name: string, schema: z.ZodType<T>): T | undefined {
  const row = database.orm.select().from(setting).where(eq(setting.name, name)).get();
  if (row === undefined) return undefined;
  const parsed = schema.safeParse(row.value);
  if (!parsed.success) throw new AmberdeskError('vault.damaged', { setting: name }, { cause: parsed.error });
  return parsed.data;
}

/** Sets it. Part of the caller's transaction, if there is one. */
export function writeSetting(database: VaultDatabase, name: string, value: Json): void {
  database.orm
    .insert(setting)
    .values({ name, value })
    .onConflictDoUpdate({ target: setting.name, set: { value } })
    .run();
}
