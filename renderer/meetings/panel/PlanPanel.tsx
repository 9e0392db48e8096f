import { Skeleton } from '@mantine/core';
import { text } from '../../../domain/records/text.ts';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { SeatPanel } from '../people/SeatPanel.tsx';
import { entriesOf } from '../plan/planTypes.ts';
import { Checks } from './Checks.tsx';
import { ItemPanel } from './ItemPanel.tsx';
import { MeetingSummary } from './MeetingSummary.tsx';
import { MustKnow } from './MustKnow.tsx';
import { SessionPanel } from './SessionPanel.tsx';

/** What is planned, in the side panel: the item or session that is chosen, and what is to be seen to in the plan. */
export function PlanPanel({ record }: { readonly record: string }) {
  const language = useLanguage();
  const view = useRead('records', 'read', { id: record });
  const meeting = view.data?.kind === 'meeting' ? record : text(view.data?.body.meeting);
  const { data: plan } = useRead(
    'meetings',
    'timetable',
    { meeting, language },
    { enabled: meeting !== '', keep: true },
  );
  if (view.data === undefined) return <Skeleton height={160} />;
  if (view.data.kind === 'participant') return <SeatPanel record={record} key={record} />;
  if (plan === undefined) return null;
  const entry = entriesOf(plan).find(({ id }) => id === record);
  return (
    <>
      {entry === undefined && <MeetingSummary plan={plan} />}
      {entry === undefined && <MustKnow meeting={meeting} plan={plan} />}
      {entry?.of === 'session' && <SessionPanel meeting={meeting} session={entry.session} />}
      {entry !== undefined && entry.of !== 'session' && <ItemPanel meeting={meeting} item={entry.item} key={record} />}
      <Checks meeting={meeting} plan={plan} about={record} />
    </>
  );
}
