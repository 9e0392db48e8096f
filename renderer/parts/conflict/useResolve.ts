import { useLingui } from '@lingui/react/macro';
import { RecordId } from '../../../domain/records/ids.ts';
import type { Json } from '../../../domain/records/json.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useUndo } from '../../application/undo.ts';

/** Applies the answers to all questions of a record, which can be undone. Rejects with the AmberdeskError. */
export function useResolve(): (record: string, title: string, answers: Record<string, Json | null>) => Promise<void> {
  const { t } = useLingui();
  const client = useClient();
  return async (record, title, answers) => {
    const id = RecordId.parse(record);
    await client.records.resolve({ id, answers });
    useUndo.getState().did({
      label: t`resolved “${title}”`,
      undo: () => client.records.reopen({ id }),
      redo: () => client.records.resolve({ id, answers }),
    });
  };
}
