import { useLingui } from '@lingui/react/macro';
import { IconFileText } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { addressOf } from '../../application/addresses.ts';
import { useSubject } from '../../application/sidePanel.ts';
import { EmptyState } from '../empty/EmptyState.tsx';
import type { RegisterColumn, Row } from '../register/columns.ts';
import { Register } from '../register/Register.tsx';
import { AddPaper } from './AddPaper.tsx';
import { BulkStatus } from './BulkStatus.tsx';
import { DueCell } from './DueCell.tsx';
import { ImportPapers } from './ImportPapers.tsx';
import { useTakePapers } from './useTakePapers.ts';

interface PaperRegisterProps {
  /** Only the papers of this meeting. */
  readonly meeting?: string;
}

/** All papers, or those of a meeting; what is late says so in words. */
export function PaperRegister({ meeting }: PaperRegisterProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [active, setActive] = useState<string>();
  useTakePapers(meeting);
  useSubject(active, meeting === undefined);
  const onActive = useCallback((row: Row | undefined) => setActive(row?.id), []);
  const columns = useMemo(() => columnsFor(meeting === undefined), [meeting]);
  return (
    <Register
      name={meeting === undefined ? 'papers' : 'meeting.papers'}
      label={t`Papers`}
      kinds={['paper']}
      columns={columns}
      sort={[
        { column: 'number', descending: false },
        { column: 'title', descending: false },
      ]}
      always={meeting === undefined ? [] : [{ column: 'meeting', is: 'equals', value: meeting }]}
      bulk={(ids) => <BulkStatus ids={ids} />}
      bulkFields={['type', 'due', 'from', 'meeting']}
      open={(row) => navigate(addressOf('paper', row.id))}
      onActive={onActive}
      empty={
        <EmptyState
          icon={IconFileText}
          title={t`No papers yet`}
          actions={
            <>
              <AddPaper meeting={meeting} />
              <ImportPapers />
            </>
          }
        >
          {t`Deep-dives, updates, reviews, briefs and minutes. They are commissioned, written, cleared and issued here.`}
        </EmptyState>
      }
    />
  );
}

function columnsFor(everywhere: boolean): readonly RegisterColumn[] {
  return [
    { column: 'title', width: 176, shown: true },
    { column: 'number', width: 76, shown: true },
    { column: 'type', width: 120, shown: true },
    { column: 'status', width: 96, shown: true },
    { column: 'from', width: 104, shown: true },
    { column: 'due', width: 136, shown: true, render: (row) => <DueCell cells={row.cells} /> },
    ...(everywhere ? [{ column: 'meeting', width: 170, shown: false }] : []),
    { column: 'language', width: 100, shown: false },
    { column: 'provenance', width: 170, shown: false },
    { column: 'openNumber', width: 110, shown: false },
    { column: '$comments', width: 120, shown: false },
    { column: '$label', width: 126, shown: true },
    { column: '$updated', width: 130, shown: false },
  ];
}
