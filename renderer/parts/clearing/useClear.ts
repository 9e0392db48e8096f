import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { z } from 'zod';
import type { RecordView } from '../../../contract/records/calls.ts';
import { markOf } from '../../../domain/handling/change.ts';
import type { Handling, Mark } from '../../../domain/handling/handling.ts';
import { statusOf } from '../../../domain/papers/status.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { saveEverything } from '../../application/saving.ts';
import { useUndo } from '../../application/undo.ts';
import { useRecordName } from '../picker/recordName.ts';

type View = z.output<typeof RecordView>;

/** Clears a record at a mark, as it stands; the core notes the digest of what was cleared. Can be taken back. */
export function useClear(view: View) {
  const { t } = useLingui();
  const client = useClient();
  const nameOf = useRecordName();
  const [done, setDone] = useState(false);
  const [error, setError] = useState<unknown>();
  const status = statusOf(view.body) ?? null;
  const edit = (mark: Mark, next: string | null | undefined) =>
    client.records.edit({ id: view.id, mark, ...(next === undefined ? {} : { changes: { status: next } }) });
  return {
    done,
    error,
    /** `handsIn`: the paper is marked as submitted in the same act. */
    async clear(mark: Mark, before: Handling, handsIn: boolean) {
      setError(undefined);
      const name = nameOf(view);
      try {
        // What is being typed is part of what is cleared.
        await saveEverything();
        await edit(mark, handsIn ? 'submitted' : undefined);
        useUndo.getState().did({
          label: t`Cleared “${name}”`,
          undo: () => edit(markOf(before), handsIn ? status : undefined),
          redo: () => edit(mark, handsIn ? 'submitted' : undefined),
        });
        setDone(true);
      } catch (failure) {
        setError(failure);
      }
    },
  };
}
