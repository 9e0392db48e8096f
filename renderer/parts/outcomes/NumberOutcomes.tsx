import { useLingui } from '@lingui/react/macro';
import { IconHash } from '@tabler/icons-react';
import { OUTCOME_KINDS } from '../../../domain/outcomes/kinds.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useAction } from '../../application/actions.ts';
import { tellError } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import { ActionButton } from '../page/ActionButton.tsx';

/** Gives numbers to what has none, in the order of the agenda; for the Secretariat's seat, which alone gives them. */
export function NumberOutcomes({ meeting }: { readonly meeting: string }) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const { data: status } = useRead('vault', 'status', {});
  const { data: waiting } = useRead('records', 'register', {
    kinds: [...OUTCOME_KINDS],
    columns: [],
    filters: [
      { column: 'meeting', is: 'equals', value: meeting },
      { column: 'number', is: 'empty' },
    ],
    sort: [],
    offset: 0,
    limit: 1,
  });
  const isSecretariat = status?.installation?.role === 'secretariat';
  const give = async () => {
    const { given } = await client.outcomes.number({ meeting: RecordId.parse(meeting) });
    if (given.length === 0) return;
    const set = async (numbers: readonly { record: RecordId; number: string | null }[]) => {
      for (const { record, number } of numbers) await client.records.edit({ id: record, changes: { number } });
    };
    did({
      label: t`Gave numbers`,
      undo: () => set(given.map(({ record }) => ({ record, number: null }))),
      redo: () => set(given),
    });
  };
  const action = {
    id: 'outcomes.number',
    title: t`Give numbers`,
    words: t`Give numbers to decisions, actions and recommendations`,
    group: t`Decisions`,
    icon: IconHash,
    disabled: !isSecretariat || (waiting?.total ?? 0) === 0,
    run: () => void give().catch(tellError),
  };
  useAction(action);
  return isSecretariat ? <ActionButton action={action} /> : null;
}
