import { AmberdeskError } from '../../domain/errors.ts';
import { isJson, type Json, type JsonObject } from '../../domain/records/json.ts';
import type { Session } from '../session.ts';
import type { Sqlite } from '../vault/database.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import { writeSetting } from '../vault/settings.ts';
import type { Vault } from '../vault/vault.ts';

/** Preferences lie among the vault's settings under names with this prefix. */
const PREFIX = 'preference:';
/** In bytes of JSON. */
const LARGEST = 256 * 1024;

const statementsOf = preparedOnce((sqlite: Sqlite) => ({
  all: sqlite.prepare<[number, string, number], { name: string; value: string }>(
    'SELECT substr(name, ?) AS name, value FROM setting WHERE instr(name, ?) = ? ORDER BY name',
  ),
  drop: sqlite.prepare<[string]>('DELETE FROM setting WHERE name = ?'),
}));

/** Every preference by name. */
export function readPreferences(vault: Pick<Vault, 'sqlite'>): JsonObject {
  const rows = statementsOf(vault.sqlite).all.all(PREFIX.length + 1, PREFIX, 1);
  return Object.fromEntries(rows.map(({ name, value }): [string, Json] => [name, JSON.parse(value)]));
}

/** Keeps a preference, or forgets it (null). Throws `input.invalid` when it is larger than 256 KiB. */
export function writePreference(session: Session, name: string, value: Json): void {
  const { vault } = session;
  if (!isJson(value) || Buffer.byteLength(JSON.stringify(value)) > LARGEST) {
    throw new AmberdeskError('input.invalid', { preference: name, most: LARGEST });
  }
  if (value === null) forgetPreference(vault, name);
  else writeSetting(vault, PREFIX + name, value);
  session.announce({ event: 'preferencesChanged', names: [name] });
}

export function forgetPreference({ sqlite }: Pick<Vault, 'sqlite'>, name: string): void {
  statementsOf(sqlite).drop.run(PREFIX + name);
}
