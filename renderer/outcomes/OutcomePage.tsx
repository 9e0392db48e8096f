import { useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { text } from '../../domain/records/text.ts';
import { addressOf } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import { AskMinistries } from '../parts/inquiries/AskMinistries.tsx';
import { useTitles } from '../parts/picker/useTitles.ts';
import { RecordPage } from '../parts/record/RecordPage.tsx';

/** One decision, action or recommendation with all its fields and its story; the way up leads to its meeting. */
export function OutcomePage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { data } = useRead('records', 'read', { id });
  const meeting = text(data?.body.meeting);
  const { titles } = useTitles([meeting].filter((one) => one !== ''));
  const title = titles.get(meeting)?.title || t`Without a name`;
  const above = meeting === '' ? [] : [{ title, address: `${addressOf('meeting', meeting)}?tab=decisions` }];
  return (
    <RecordPage crumbs={[{ title: t`Recommendations`, address: '/recommendations' }, ...above]} key={id}>
      {data?.kind === 'recommendation' && <AskMinistries about={id} />}
    </RecordPage>
  );
}
