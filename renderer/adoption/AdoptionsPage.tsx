import { useLingui } from '@lingui/react/macro';
import { IconGavel } from '@tabler/icons-react';
import { useRead } from '../application/queries.ts';
import { AdoptionLines } from '../parts/adoption/AdoptionLines.tsx';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';

/** Everything that was put up for adoption, the last first. */
export function AdoptionsPage() {
  const { t } = useLingui();
  const { data } = useRead('adoption', 'list', {});
  return (
    <Page>
      <PageHead title={t`Adoptions`} crumbs={[{ title: t`Meetings`, address: '/meetings' }]} />
      {data?.length === 0 ? (
        <EmptyState icon={IconGavel} title={t`Nothing is put up for adoption`}>
          {t`Decisions, recommendations, minutes and papers of a meeting are put up there by the Secretariat, in the room or by silence procedure.`}
        </EmptyState>
      ) : (
        <AdoptionLines />
      )}
    </Page>
  );
}
