import { useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { sentenceFor } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { useSubject } from '../application/sidePanel.ts';
import { NotHere } from '../parts/page/NotHere.tsx';
import { Page } from '../parts/page/Page.tsx';
import { RecordPage } from '../parts/record/RecordPage.tsx';
import { Paper } from './Paper.tsx';

/** One paper, by its address. */
export function PaperPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  useSubject(id);
  const { data, error } = useRead('records', 'read', { id });
  const crumbs = [{ title: t`Papers`, address: '/papers' }];
  if (error !== null) {
    return <NotHere crumbs={crumbs} why={sentenceFor(error)} />;
  }
  if (data === undefined) return <Page>{null}</Page>;
  if (data.kind !== 'paper') return <RecordPage crumbs={crumbs} key={id} />;
  return <Paper view={data} key={id} />;
}
