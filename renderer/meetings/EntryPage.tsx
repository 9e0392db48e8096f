import { useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { text } from '../../domain/records/text.ts';
import { peopleAddress, planAddress } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import { useTitles } from '../parts/picker/useTitles.ts';
import { RecordPage } from '../parts/record/RecordPage.tsx';

/** One item or session with all its fields and its story; the way up leads to its place in the plan. */
export function EntryPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { data } = useRead('records', 'read', { id });
  const meeting = text(data?.body.meeting);
  const { titles } = useTitles([meeting].filter((one) => one !== ''));
  const title = titles.get(meeting)?.title ?? '';
  const address = data?.kind === 'participant' ? peopleAddress(meeting) : planAddress(meeting, id);
  const above = meeting === '' ? [] : [{ title: title || t`Without a name`, address }];
  return <RecordPage crumbs={[{ title: t`Meetings`, address: '/meetings' }, ...above]} key={id} />;
}
