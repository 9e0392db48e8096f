import { useLingui } from '@lingui/react/macro';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';

export function PapersPage() {
  const { t } = useLingui();
  return (
    <Page wide>
      <PageHead title={t`Papers`} />
    </Page>
  );
}
