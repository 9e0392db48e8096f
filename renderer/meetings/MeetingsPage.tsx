import { useLingui } from '@lingui/react/macro';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Language } from '../../domain/records/fieldNames.ts';
import { text } from '../../domain/records/text.ts';
import { addressOf } from '../application/addresses.ts';
import { useSubject } from '../application/sidePanel.ts';
import { formatDate } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import type { RegisterColumn, Row } from '../parts/register/columns.ts';
import { Register } from '../parts/register/Register.tsx';
import { NewMeeting } from './NewMeeting.tsx';

const columnsIn = (language: Language): readonly RegisterColumn[] => [
  { column: 'title', width: 250, shown: true },
  { column: 'symbol', width: 80, shown: true },
  { column: 'type', width: 110, shown: true },
  { column: 'starts', width: 110, shown: true, render: ({ cells }) => formatDate(text(cells.starts), language) },
  { column: 'ends', width: 110, shown: true, render: ({ cells }) => formatDate(text(cells.ends), language) },
  { column: 'city', width: 130, shown: true },
  { column: 'venue', width: 150, shown: false },
  { column: 'chair', width: 120, shown: true },
  { column: 'papersDue', width: 110, shown: false, render: ({ cells }) => formatDate(text(cells.papersDue), language) },
  { column: '$label', width: 130, shown: true },
  { column: '$updated', width: 130, shown: false },
];

/** All meetings, those to come first. */
export function MeetingsPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const columns = useMemo(() => columnsIn(language), [language]);
  const navigate = useNavigate();
  const [active, setActive] = useState<string>();
  useSubject(active);
  const onActive = useCallback((row: Row | undefined) => setActive(row?.id), []);
  return (
    <Page wide>
      <PageHead title={t`Meetings`} actions={<NewMeeting />} />
      <Register
        name="meetings"
        label={t`Meetings`}
        kinds={['meeting']}
        columns={columns}
        sort={[{ column: 'starts', descending: true }]}
        bulkFields={['venue', 'city', 'zone', 'chair', 'papersDue']}
        open={(row) => navigate(addressOf('meeting', row.id))}
        onActive={onActive}
        empty={
          <EmptyState icon={IconCalendarEvent} title={t`No meetings yet`}>
            {t`Regular meetings of the board, special ones and those of working groups, each with its timetable, its papers and its people. A regular one begins from the template: two days, closed but for the second morning.`}
          </EmptyState>
        }
      />
    </Page>
  );
}
