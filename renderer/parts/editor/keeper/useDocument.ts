import { useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { fieldName } from '../../../../domain/records/fieldNames.ts';
import { Keepers, useKept } from '../../../application/keepers.ts';
import { useKnown } from '../../../application/queries.ts';
import { useUndo } from '../../../application/undo.ts';
import { useLanguage } from '../../../language/useLanguage.ts';
import { DocumentKeeper, type DocumentState, type TextCommit } from './documentKeeper.ts';

/** How long typing pauses before it is saved, and how long it may go on without. */
const PAUSE = 700;
const LONGEST = 10_000;

const texts = new Keepers<DocumentKeeper, TextCommit>(
  (client, record, field, committed) =>
    new DocumentKeeper(record, field, { client, pause: PAUSE, longest: LONGEST, committed }),
);

/**
 * The long text of a record: what the vault has, and what saves it. Saved after a pause, when the text or the page is
 * left, before the vault is locked and when the window is hidden or closed. What could not be saved is there again when
 * the text is opened again, until the vault is locked.
 */
export function useDocument(
  record: string,
  field: string,
): { readonly keeper: DocumentKeeper; readonly state: DocumentState } {
  const { t } = useLingui();
  const language = useLanguage();
  const kept = useKept(texts, record, field);
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
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  return { keeper, state };
}
