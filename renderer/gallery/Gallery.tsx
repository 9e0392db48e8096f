import { useLingui } from '@lingui/react/macro';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';

export function Gallery() {
  const { t } = useLingui();
  return (
    <Page>
      <PageHead title={t`Gallery`} />
    </Page>
  );
}
