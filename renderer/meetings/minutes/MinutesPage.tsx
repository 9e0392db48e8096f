import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { text } from '../../../domain/records/text.ts';
import { minutesAddress } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';
import { Page } from '../../parts/page/Page.tsx';
import { RecordPage } from '../../parts/record/RecordPage.tsx';

/** The address of an item's minutes: leads to them among those of their meeting; where that is not here, shows the record. */
export function MinutesPage() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { data, error } = useRead('records', 'read', { id });
  const [meeting, item] = [text(data?.body.meeting), text(data?.body.item)];
  const { data: held, error: missing } = useRead('records', 'read', { id: meeting }, { enabled: meeting !== '' });
  const isThere = held?.kind === 'meeting' && data?.deleted === false;
  useEffect(() => {
    if (isThere) navigate(minutesAddress(meeting, item), { replace: true });
  }, [isThere, meeting, item, navigate]);
  const isLost = data !== undefined && (meeting === '' || data.deleted || held?.kind !== 'meeting');
  if (error !== null || missing !== null || (isLost && held !== undefined) || (data !== undefined && meeting === '')) {
    return <RecordPage />;
  }
  return <Page>{null}</Page>;
}
