import { useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Client } from '../../../contract/client.ts';
import { fieldName } from '../../../domain/records/fieldNames.ts';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import { registerSaving } from '../../application/saving.ts';
import { useUndo } from '../../application/undo.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { type Commit, FormKeeper, type FormState } from './formKeeper.ts';

/** How long typing pauses before it is saved. */
const PAUSE = 700;

interface Kept {
  readonly keeper: FormKeeper;
  committed: (commit: Commit) => void;
}

/** Of each open application, the forms that are shown or hold something that could not be saved, by record. */
const all = new WeakMap<Client, Map<string, Kept>>();

function keptFor(client: Client, record: string): Kept {
  const forms = all.get(client) ?? new Map<string, Kept>();
  all.set(client, forms);
  const known = forms.get(record);
  if (known !== undefined) return known;
  const made: Kept = {
    keeper: new FormKeeper(record, { client, pause: PAUSE, committed: (commit) => made.committed(commit) }),
    committed: () => {},
  };
  forms.set(record, made);
  return made;
}

/**
 * The form of a record: what the vault has, what is typed, and what saves it. Saved after a pause, when a field or the
 * page is left, before the vault is locked and when the window is hidden or closed. What could not be saved is there
 * again when the form is opened again, until the vault is locked.
 */
export function useForm(record: string): { readonly keeper: FormKeeper; readonly state: FormState } {
  const client = useClient();
  const host = useHost();
  const { t } = useLingui();
  const language = useLanguage();
  const kept = useMemo(() => keptFor(client, record), [client, record]);
  const { keeper } = kept;
  kept.committed = (commit) => {
    const { view } = keeper.state();
    const field = fieldName(view?.kind, commit.field, language);
    const title = view?.title ?? '';
    useUndo.getState().did({
      label: title === '' ? field : t`${field} of ${title}`,
      undo: () => keeper.change(commit.field, commit.after, commit.before),
      redo: () => keeper.change(commit.field, commit.before, commit.after),
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
      void keeper.settle().then(() => {
        if (!keeper.isUnsaved() && !keeper.isShown()) all.get(client)?.delete(record);
      });
    };
  }, [client, host, keeper, record]);
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  return { keeper, state };
}
