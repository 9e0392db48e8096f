import { useLingui } from '@lingui/react/macro';
import { IconUsers } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { addressOf } from '../application/addresses.ts';
import { useSubject } from '../application/sidePanel.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import type { RegisterColumn, Row } from '../parts/register/columns.ts';
import { Register } from '../parts/register/Register.tsx';
import { AddPerson } from './AddRecord.tsx';

const COLUMNS: readonly RegisterColumn[] = [
  { column: 'name', width: 190, shown: true },
  { column: 'organisation', width: 150, shown: true },
  { column: 'role', width: 170, shown: true },
  { column: 'function', width: 160, shown: true },
  { column: 'portfolios', width: 200, shown: false },
  { column: 'zone', width: 150, shown: false },
  { column: 'doNotName', width: 120, shown: false },
  { column: '$label', width: 150, shown: true },
  { column: '$updated', width: 130, shown: false },
];

/** All persons; of one organisation when it is given. */
export function PersonRegister({ organisation }: { readonly organisation?: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [active, setActive] = useState<string>();
  useSubject(active, organisation === undefined);
  const onActive = useCallback((row: Row | undefined) => setActive(row?.id), []);
  return (
    <Register
      name={organisation === undefined ? 'persons' : 'organisation.persons'}
      label={t`Persons`}
      kinds={['person']}
      columns={COLUMNS}
      sort={[{ column: 'name', descending: false }]}
      always={organisation === undefined ? [] : [{ column: 'organisation', is: 'equals', value: organisation }]}
      bulkFields={['organisation', 'role', 'function', 'doNotName']}
      open={(row) => navigate(addressOf('person', row.id))}
      onActive={onActive}
      empty={
        <EmptyState icon={IconUsers} title={t`No persons yet`} actions={<AddPerson organisation={organisation} />}>
          {t`Representatives, their alternates, officials, experts and guests. Papers, items and bundles name them from here.`}
        </EmptyState>
      }
    />
  );
}
