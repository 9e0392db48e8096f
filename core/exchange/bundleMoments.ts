import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

/** When something was done with a bundle here, by the journal: minutes, UTC. */
export interface Moments {
  readonly opened?: string;
  readonly sealed?: string;
  /** When a received one was opened or decided on last. */
  readonly decided?: string;
}

const statementsOf = preparedOnce((sqlite) =>
  sqlite.prepare<[], { bundle: string; opened: string | null; sealed: string | null; decided: string | null }>(
    `SELECT json_extract(detail, '$.bundle') AS bundle, MIN(at) FILTER (WHERE act = 'bundle.opened') AS opened,
       MIN(at) FILTER (WHERE act = 'bundle.sealed') AS sealed, MAX(at) FILTER (WHERE act <> 'bundle.sealed') AS decided
     FROM journal WHERE act IN ('bundle.opened', 'bundle.sealed', 'bundle.accepted', 'bundle.declined',
       'bundle.undone', 'bundle.recalled') GROUP BY 1`,
  ),
);

/** When all bundles came or were sealed, by their ids. */
export function allMoments(vault: Vault): ReadonlyMap<string, Moments> {
  const moments = new Map<string, Moments>();
  for (const { bundle, opened, sealed, decided } of statementsOf(vault.sqlite).all()) {
    moments.set(bundle, {
      ...(opened === null ? {} : { opened }),
      ...(sealed === null ? {} : { sealed }),
      ...(decided === null ? {} : { decided }),
    });
  }
  return moments;
}

export function momentsOf(vault: Vault, bundle: string): Moments {
  return allMoments(vault).get(bundle) ?? {};
}
