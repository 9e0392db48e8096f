import { useLingui } from '@lingui/react/macro';
import { IconGavel } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { OutcomeKind } from '../../../domain/outcomes/kinds.ts';
import { isOverdue } from '../../../domain/outcomes/openActions.ts';
import type { Filter } from '../../../domain/records/filter.ts';
import { text } from '../../../domain/records/text.ts';
import { addressOf } from '../../application/addresses.ts';
import { useSubject } from '../../application/sidePanel.ts';
import { EmptyState } from '../empty/EmptyState.tsx';
import { kindName } from '../kinds/kindNames.ts';
import type { RegisterColumn, Row } from '../register/columns.ts';
import { Register } from '../register/Register.tsx';
import { UntilCell } from './UntilCell.tsx';
import { useOutcomeWords } from './useOutcomeWords.ts';

interface OutcomeRegisterProps {
  readonly kinds: readonly OutcomeKind[];
  /** Only what this meeting came to. */
  readonly meeting?: string;
}

/** Decisions, actions, recommendations: of one meeting, or all. What is late says so in words. */
export function OutcomeRegister({ kinds, meeting }: OutcomeRegisterProps) {
  const { t } = useLingui();
  const { several } = useOutcomeWords();
  const navigate = useNavigate();
  const [active, setActive] = useState<string>();
  useSubject(active ?? meeting);
  const onActive = useCallback((row: Row | undefined) => setActive(row?.id), []);
  const columns = useColumns(kinds, meeting === undefined);
  const [only] = kinds.length === 1 ? kinds : [];
  const always = useMemo<readonly Filter[]>(
    () => (meeting === undefined ? [] : [{ column: 'meeting', is: 'equals', value: meeting }]),
    [meeting],
  );
  return (
    <Register
      name={meeting === undefined ? `outcomes/${kinds.join('+')}` : 'meeting.outcomes'}
      label={only === undefined ? t`Decisions, actions and recommendations` : several[only]}
      kinds={kinds}
      columns={columns}
      sort={[
        { column: 'number', descending: false },
        { column: 'text', descending: false },
      ]}
      always={always}
      bulkFields={only === undefined ? ['due', 'lead'] : BULK[only]}
      open={(row) => navigate(addressOf(row.kind, row.id))}
      onActive={onActive}
      empty={
        <EmptyState icon={IconGavel} title={t`Nothing was decided yet`}>
          {t`What the Board decides, who is to do what until when, and what it recommends to governments. It is marked in the minutes, or added here.`}
        </EmptyState>
      }
    />
  );
}

const BULK: Readonly<Record<OutcomeKind, readonly string[]>> = {
  decision: ['state', 'meeting'],
  action: ['state', 'lead', 'due', 'meeting'],
  recommendation: ['state', 'type', 'lead', 'due', 'meeting'],
};

function useColumns(kinds: readonly OutcomeKind[], everywhere: boolean): readonly RegisterColumn[] {
  const { t, i18n } = useLingui();
  const has = (...among: OutcomeKind[]) => among.some((kind) => kinds.includes(kind));
  const today = Temporal.Now.plainDateISO().toString();
  const leadTitle = kinds.length > 1 ? t`Lead` : undefined;
  return [
    { column: 'text', width: 236, shown: true, title: t`Text` },
    { column: 'number', width: 78, shown: true },
    ...(kinds.length > 1
      ? [
          {
            column: '$kind',
            width: 108,
            shown: true,
            title: t`Kind`,
            render: ({ kind }: Row) => i18n._(kindName(kind)),
          },
        ]
      : []),
    { column: 'state', width: 84, shown: true },
    ...(has('recommendation') ? [{ column: 'addressees', width: 104, shown: true }] : []),
    ...(has('action', 'recommendation')
      ? [
          { column: 'lead', width: 90, shown: true, ...(leadTitle === undefined ? {} : { title: leadTitle }) },
          {
            column: 'due',
            width: 116,
            shown: true,
            render: ({ cells }: Row) => <UntilCell due={text(cells.due)} late={isOverdue(cells, today)} />,
          },
        ]
      : []),
    ...(has('recommendation') ? [{ column: 'type', width: 150, shown: kinds.length === 1 }] : []),
    { column: 'item', width: 150, shown: false },
    ...(everywhere ? [{ column: 'meeting', width: 150, shown: true }] : []),
    ...(has('action') ? [{ column: 'why', width: 140, shown: false }] : []),
    { column: '$label', width: 126, shown: false },
    { column: '$updated', width: 130, shown: false },
  ];
}
