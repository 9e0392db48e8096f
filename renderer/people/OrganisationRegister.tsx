import { useLingui } from '@lingui/react/macro';
import { IconBuildingBank } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { addressOf } from '../application/addresses.ts';
import { useSubject } from '../application/sidePanel.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import type { RegisterColumn, Row } from '../parts/register/columns.ts';
import { Register } from '../parts/register/Register.tsx';
import { AddOrganisation } from './AddRecord.tsx';

const COLUMNS: readonly RegisterColumn[] = [
  { column: 'name', width: 200, shown: true },
  { column: 'shortName', width: 120, shown: true },
  { column: 'type', width: 140, shown: true },
  { column: 'membership', width: 120, shown: true },
  { column: 'code', width: 110, shown: false },
  { column: 'city', width: 110, shown: true },
  { column: 'zone', width: 150, shown: false },
  { column: 'doNotName', width: 120, shown: false },
  { column: '$label', width: 150, shown: true },
  { column: '$updated', width: 130, shown: false },
];

/** States, unions, intergovernmental and civil-society bodies, the Secretariat. */
export function OrganisationRegister() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [active, setActive] = useState<string>();
  useSubject(active);
  const onActive = useCallback((row: Row | undefined) => setActive(row?.id), []);
  return (
    <Register
      name="organisations"
      label={t`Organisations`}
      kinds={['organisation']}
      columns={COLUMNS}
      sort={[{ column: 'name', descending: false }]}
      bulkFields={['membership', 'type', 'zone', 'doNotName']}
      open={(row) => navigate(addressOf('organisation', row.id))}
      onActive={onActive}
      empty={
        <EmptyState icon={IconBuildingBank} title={t`No organisations yet`} actions={<AddOrganisation />}>
          {t`The States and unions of the board, the Secretariat, and the bodies that are invited or work with it.`}
        </EmptyState>
      }
    />
  );
}
