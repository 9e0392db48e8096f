import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconVocabulary } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { AddPaper } from '../parts/papers/AddPaper.tsx';
import { Commission } from '../parts/papers/Commission.tsx';
import { ImportPapers } from '../parts/papers/ImportPapers.tsx';
import { PaperViews } from '../parts/papers/PaperViews.tsx';

/** Every paper there is, of whatever meeting. */
export function PapersPage() {
  const { t } = useLingui();
  return (
    <Page wide>
      <PageHead
        title={t`Papers`}
        crumbs={[{ title: t`Meetings`, address: '/meetings' }]}
        actions={
          <>
            <Button
              component={Link}
              to="/wording"
              variant="subtle"
              leftSection={<IconVocabulary size={16} stroke={1.6} aria-hidden />}
            >
              {t`Agreed wording`}
            </Button>
            <ImportPapers />
            <Commission />
            <AddPaper />
          </>
        }
      />
      <PaperViews />
    </Page>
  );
}
