import { useParams } from 'react-router';
import { useRead } from '../../application/queries.ts';
import { useSubject } from '../../application/sidePanel.ts';
import { Page } from '../page/Page.tsx';
import { PageHead } from '../page/PageHead.tsx';

/** Any record, of whatever kind. */
export function RecordPage() {
  const { id = '' } = useParams();
  useSubject(id);
  const { data } = useRead('records', 'read', { id });
  return <Page>{data !== undefined && <PageHead title={data.title} />}</Page>;
}
