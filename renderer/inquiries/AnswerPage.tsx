import { useLingui } from '@lingui/react/macro';
import { Navigate, useParams } from 'react-router';
import { text } from '../../domain/records/text.ts';
import { addressOf } from '../application/addresses.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { NotHere } from '../parts/page/NotHere.tsx';
import { Page } from '../parts/page/Page.tsx';

/** The answer of a ministry stands in its inquiry, beside those of the others. */
export function AnswerPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { data, error } = useRead('records', 'read', { id });
  if (error !== null)
    return <NotHere crumbs={[{ title: t`Ministries`, address: '/inquiries' }]} why={sentenceFor(error)} />;
  if (data === undefined) return <Page>{null}</Page>;
  return <Navigate to={addressOf('inquiry', text(data.body.inquiry))} replace />;
}
