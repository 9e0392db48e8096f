import type { Sqlite } from './database.ts';

/** Prepares a group of statements once for each connection, at their first use. */
export function preparedOnce<S>(prepare: (sqlite: Sqlite) => S): (sqlite: Sqlite) => S {
  const known = new WeakMap<Sqlite, { statements: S }>();
  return (sqlite) => {
    const before = known.get(sqlite) ?? { statements: prepare(sqlite) };
    known.set(sqlite, before);
    return before.statements;
  };
}
