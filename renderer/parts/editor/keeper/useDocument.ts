import { useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Client } from '../../../../contract/client.ts';
import { fieldName } from '../../../../domain/records/fieldNames.ts';
import { useClient, useHost } from '../../../application/ApplicationContext.ts';
import { useKnown } from '../../../application/queries.ts';
import { registerSaving } from '../../../application/saving.ts';
import { useUndo } from '../../../application/undo.ts';
import { useLanguage } from '../../../language/useLanguage.ts';
import { DocumentKeeper, type DocumentState, type TextCommit } from './documentKeeper.ts';

/** How long typing pauses before it is saved, and how long it may go on without. */
const PAUSE = 700;
const LONGEST = 10_000;

interface Kept {
  readonly keeper: DocumentKeeper;
  committed: (commit: TextCommit) => void;
}

/** Of each open application, the texts that are shown or hold something that could not be saved. */
const all = new WeakMap<Client, Map<string, Kept>>();

function keptFor(client: Client, record: string, field: string): Kept {
  const texts = all.get(client) ?? new Map<string, Kept>();
  all.set(client, texts);
  const key = `${record}/${field}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const made: Kept = {
    keeper: new DocumentKeeper(record, field, {
      client,
      pause: PAUSE,
      longest: LONGEST,
      committed: (commit) => made.committed(commit),
    }),
    committed: () => {},
  };
  texts.set(key, made);
  return made;
}

/**
 * The long text of a record: what the vault has, and what saves it. Saved after a pause, when the text or the page is
 * left, before the vault is locked and when the window is hidden or closed. What could not be saved is there again when
 * the text is opened again, until the vault is locked.
 */
export function useDocument(
  record: string,
  field: string,
): { readonly keeper: DocumentKeeper; readonly state: DocumentState } {
  const client = useClient();
  const host = useHost();
  const { t } = useLingui();
  const language = useLanguage();
  const kept = useMemo(() => keptFor(client, record, field), [client, record, field]);
  const { keeper } = kept;
  const known = useKnown('records', 'read', { id: record });
  keeper.begin(known);
  kept.committed = (commit) => {
    const { view } = keeper.state();
    const name = fieldName(view?.kind, field, language);
    const title = view?.title ?? '';
    useUndo.getState().did({
      label: title === '' ? name : t`${name} of ${title}`,
      undo: () => keeper.change(commit.after, commit.before),
      redo: () => keeper.change(commit.before, commit.after),
    });
  };
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
      void keeper.leave().then(() => {
        if (!keeper.isUnsaved() && !keeper.isShown()) all.get(client)?.delete(`${record}/${field}`);
      });
    };
  }, [client, host, keeper, record, field]);
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  return { keeper, state };
}
