import { useEffect, useMemo } from 'react';
import type { Client } from '../../contract/client.ts';
import { useClient, useHost } from './ApplicationContext.ts';
import type { KeptState, RecordKeeper } from './recordKeeper.ts';
import { registerSaving } from './saving.ts';

export interface Kept<Keeper, Commit> {
  readonly keeper: Keeper;
  /** What is done with a change that reached the vault. */
  committed: (commit: Commit) => void;
}

type Make<Keeper, Commit> = (
  client: Client,
  record: string,
  field: string,
  committed: (commit: Commit) => void,
) => Keeper;

/** Of each open application, the keepers that are shown or hold something that could not be saved. */
export class Keepers<Keeper, Commit> {
  readonly #make: Make<Keeper, Commit>;
  readonly #all = new WeakMap<Client, Map<string, Kept<Keeper, Commit>>>();

  constructor(make: Make<Keeper, Commit>) {
    this.#make = make;
  }

  /** That of a record, or of one of its fields. */
  of(client: Client, record: string, field: string): Kept<Keeper, Commit> {
    const kept = this.#all.get(client) ?? new Map<string, Kept<Keeper, Commit>>();
    this.#all.set(client, kept);
    const key = `${record}/${field}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made: Kept<Keeper, Commit> = {
      keeper: this.#make(client, record, field, (commit) => made.committed(commit)),
      committed: () => {},
    };
    kept.set(key, made);
    return made;
  }

  /** Nobody needs it any more. */
  drop(client: Client, record: string, field: string): void {
    this.#all.get(client)?.delete(`${record}/${field}`);
  }
}

/**
 * The keeper of a record or of one of its fields, as long as it is shown: it reads what changed, and saves when the page
 * is left, before the vault is locked and when the window is hidden or closed. What could not be saved is there again
 * when it is opened again, until the vault is locked.
 */
export function useKept<Keeper extends RecordKeeper<KeptState>, Commit>(
  keepers: Keepers<Keeper, Commit>,
  record: string,
  field = '',
): Kept<Keeper, Commit> {
  const client = useClient();
  const host = useHost();
  const kept = useMemo(() => keepers.of(client, record, field), [keepers, client, record, field]);
  const { keeper } = kept;
  useEffect(() => {
    void keeper.refresh();
    const unsubscribe = host.subscribe((event) => {
      if (event.event === 'recordsChanged' && event.records.some((id) => id === record)) void keeper.refresh();
      if (event.event === 'vaultLocked') keeper.forget();
    });
    const unregister = registerSaving(
      () => keeper.settle(),
      () => keeper.isUnsaved(),
    );
    const hide = () => {
      if (document.visibilityState === 'hidden') void keeper.settle();
    };
    const close = () => void keeper.settle();
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', close);
    return () => {
      unsubscribe();
      unregister();
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', close);
      void keeper.close().then(() => {
        if (!keeper.isUnsaved() && !keeper.isShown()) keepers.drop(client, record, field);
      });
    };
  }, [keepers, client, host, keeper, record, field]);
  return kept;
}
