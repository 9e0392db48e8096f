import { useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { sentenceFor } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { NotHere } from '../parts/page/NotHere.tsx';
import { Page } from '../parts/page/Page.tsx';
import { MeetingTabs } from './MeetingTabs.tsx';
import { PlanProvider } from './plan/PlanContext.tsx';

/** One meeting: its timetable, its papers, its people and its details. */
export function MeetingPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const { id = '' } = useParams();
  const record = useRead('records', 'read', { id });
  const plan = useRead('meetings', 'timetable', { meeting: id, language }, { keep: true });
  const error = record.error ?? plan.error;
  if (error !== null || (record.data !== undefined && record.data.kind !== 'meeting')) {
    return (
      <NotHere
        crumbs={[{ title: t`Meetings`, address: '/meetings' }]}
        why={error === null ? t`This is no meeting.` : sentenceFor(error)}
      />
    );
  }
  if (record.data === undefined || plan.data === undefined) return <Page wide>{null}</Page>;
  return (
    <PlanProvider meeting={id} plan={plan.data} key={id}>
      <MeetingTabs record={record.data} />
    </PlanProvider>
  );
}
