import { useLingui } from '@lingui/react/macro';
import { text } from '../../../domain/records/text.ts';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { Facts } from '../panel/Facts.tsx';

const FIELDS = [
  'person',
  'organisation',
  'capacity',
  'alternateFor',
  'byLink',
  'zone',
  'items',
  'reason',
  'plate',
  'plateLine',
];

/** A seat in the side panel: what will stand on its name plate, and its fields. */
export function SeatPanel({ record }: { readonly record: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const view = useRead('records', 'read', { id: record });
  const meeting = text(view.data?.body.meeting);
  const { data } = useRead('meetings', 'people', { meeting, language }, { enabled: meeting !== '', keep: true });
  const seat = data?.seats.find(({ participant }) => participant === record);
  const plate = seat?.plate.filter((line) => line !== '').join(' · ');
  return (
    <>
      <Facts facts={[[t`Name plate`, plate]]} />
      <RecordForm record={record} fields={FIELDS} />
    </>
  );
}
