import { useLingui } from '@lingui/react/macro';
import { MyNotes } from '../parts/myNotes/MyNotes.tsx';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';

/** All private notes of whoever sits here. */
export function MyNotesPage() {
  const { t } = useLingui();
  return (
    <Page>
      <PageHead title={t`My notes`} crumbs={[{ title: t`Library`, address: '/library' }]} />
      <MyNotes />
    </Page>
  );
}
