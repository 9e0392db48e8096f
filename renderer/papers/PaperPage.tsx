import { useLingui } from '@lingui/react/macro';
import { RecordPage } from '../parts/record/RecordPage.tsx';

export function PaperPage() {
  const { t } = useLingui();
  return <RecordPage crumbs={[{ title: t`Papers`, address: '/papers' }]} />;
}
