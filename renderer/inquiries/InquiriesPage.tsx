import { useLingui } from '@lingui/react/macro';
import { IconBuildingBank, IconFileImport } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { text } from '../../domain/records/text.ts';
import { useAction } from '../application/actions.ts';
import { addressOf, TAKE_IN_ADDRESS } from '../application/addresses.ts';
import { useSubject } from '../application/sidePanel.ts';
import { formatDate } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import { useAskMinistries } from '../parts/inquiries/useAskMinistries.ts';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import type { RegisterColumn, Row } from '../parts/register/columns.ts';
import { Register } from '../parts/register/Register.tsx';
import { useTakeForms } from './givenForm.ts';
import { useInquiryWords } from './useInquiryWords.ts';

const columnsIn = (language: 'en' | 'fr'): readonly RegisterColumn[] => [
  { column: 'title', width: 360, shown: true },
  { column: 'by', width: 140, shown: true, render: ({ cells }) => dayIn(text(cells.by), language) },
  { column: 'about', width: 260, shown: true },
  { column: 'paper', width: 220, shown: true },
  { column: '$label', width: 150, shown: false },
  { column: '$updated', width: 130, shown: false },
];

const dayIn = (day: string, language: 'en' | 'fr'): string => (day === '' ? '' : formatDate(day, language));

/** What the ministries of our State are asked. */
export function InquiriesPage() {
  const { t } = useLingui();
  const { place } = useInquiryWords();
  const navigate = useNavigate();
  const language = useLanguage();
  const [active, setActive] = useState<string>();
  useTakeForms();
  useSubject(active);
  const onActive = useCallback((row: Row | undefined) => setActive(row?.id), []);
  const columns = useMemo(() => columnsIn(language), [language]);
  const begin = useAskMinistries();
  const take = useTakeAction();
  return (
    <Page wide>
      <PageHead
        title={place}
        crumbs={[{ title: t`Exchange`, address: '/exchange' }]}
        actions={
          <>
            <ActionButton action={take} />
            <ActionButton action={begin} primary />
          </>
        }
      />
      <Register
        name="inquiries"
        label={place}
        kinds={['inquiry']}
        columns={columns}
        sort={[{ column: 'by', descending: false }]}
        bulkFields={['by']}
        open={(row) => navigate(addressOf(row.kind, row.id))}
        onActive={onActive}
        empty={
          <EmptyState icon={IconBuildingBank} title={t`No ministry was asked yet`}>
            {t`A delegation asks the ministries of its own State line by line: from a paper, an adoption or a recommendation. Each gets a form for Word, for a spreadsheet or as plain text; what comes back stands side by side, and the delegation settles the national position. Nothing of it leaves our own organisation.`}
          </EmptyState>
        }
      />
    </Page>
  );
}

/** Leads to where a filled-in form is looked at. */
export function useTakeAction() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const action = {
    id: 'inquiry.take',
    title: t`Take in a form…`,
    group: t`Ministries`,
    icon: IconFileImport,
    run: () => navigate(TAKE_IN_ADDRESS),
  };
  useAction(action);
  return action;
}
