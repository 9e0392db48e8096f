import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

/** When something was done with a bundle here, by the journal: minutes, UTC. */
export interface Moments {
  readonly opened?: string;
  readonly sealed?: string;
}

const statementsOf = preparedOnce((sqlite) =>
  sqlite.prepare<[], { bundle: string; act: string; at: string }>(
    `SELECT json_extract(detail, '$.bundle') AS bundle, act, MIN(at) AS at FROM journal
     WHERE act IN ('bundle.opened', 'bundle.sealed') GROUP BY 1, 2`,
  ),
);

/** When all bundles came or were sealed, by their ids. */
export function allMoments(vault: Vault): ReadonlyMap<string, Moments> {
  const moments = new Map<string, Moments>();
  for (const { bundle, act, at } of statementsOf(vault.sqlite).all()) {
    moments.set(bundle, { ...moments.get(bundle), [act === 'bundle.opened' ? 'opened' : 'sealed']: at });
  }
  return moments;
}

export function momentsOf(vault: Vault, bundle: string): Moments {
  return allMoments(vault).get(bundle) ?? {};
}
