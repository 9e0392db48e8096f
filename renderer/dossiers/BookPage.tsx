import { useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { RecordId } from '../../domain/records/ids.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { useSubject } from '../application/sidePanel.ts';
import { NotHere } from '../parts/page/NotHere.tsx';
import { Page } from '../parts/page/Page.tsx';
import { Book } from './Book.tsx';

const NO_ID = RecordId.parse('00000000-0000-4000-8000-000000000000');

/** One dossier, by its address. */
export function BookPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  useSubject(id);
  const read = RecordId.safeParse(id);
  const { data, error } = useRead(
    'dossiers',
    'read',
    { dossier: read.data ?? NO_ID },
    { enabled: read.success, keep: true },
  );
  if (error !== null || !read.success) {
    return (
      <NotHere
        crumbs={[{ title: t`Meetings`, address: '/meetings' }]}
        why={error === null ? t`This is no dossier.` : sentenceFor(error)}
      />
    );
  }
  if (data === undefined) return <Page>{null}</Page>;
  return <Book book={data} key={id} />;
}
