import { useLingui } from '@lingui/react/macro';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { AddPaper } from '../parts/papers/AddPaper.tsx';
import { ImportPapers } from '../parts/papers/ImportPapers.tsx';
import { PaperRegister } from '../parts/papers/PaperRegister.tsx';

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
            <ImportPapers />
            <AddPaper />
          </>
        }
      />
      <PaperRegister />
    </Page>
  );
}
