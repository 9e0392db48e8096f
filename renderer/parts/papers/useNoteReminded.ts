import { useLingui } from '@lingui/react/macro';
import type { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { tell, tellError } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';

/** Notes on papers that who is to write them was reminded today, taken back in one step. */
export function useNoteReminded(): (papers: readonly RecordId[], name: string) => void {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const note = async (papers: readonly RecordId[], name: string) => {
    const { changed } = await client.papers.noteReminded({ papers: [...papers] });
    const label = t`Reminded: ${name}`;
    did({ label, undo: () => client.records.undoMany({ ids: changed }) });
    tell(label);
  };
  return (papers, name) => void note(papers, name).catch(tellError);
}
