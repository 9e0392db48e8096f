import { useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { fieldName } from '../../../domain/records/fieldNames.ts';
import { Keepers, useKept } from '../../application/keepers.ts';
import { useUndo } from '../../application/undo.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { type Commit, FormKeeper, type FormState } from './formKeeper.ts';

/** How long typing pauses before it is saved. */
const PAUSE = 700;

const forms = new Keepers<FormKeeper, Commit>(
  (client, record, _field, committed) => new FormKeeper(record, { client, pause: PAUSE, committed }),
);

/**
 * The form of a record: what the vault has, what is typed, and what saves it. Saved after a pause, when a field or the
 * page is left, before the vault is locked and when the window is hidden or closed. What could not be saved is there
 * again when the form is opened again, until the vault is locked.
 */
export function useForm(record: string): { readonly keeper: FormKeeper; readonly state: FormState } {
  const { t } = useLingui();
  const language = useLanguage();
  const kept = useKept(forms, record);
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
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  return { keeper, state };
}
