import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useState } from 'react';
import { text } from '../../../domain/records/text.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { Facts } from '../panel/Facts.tsx';
import type { Seat } from './seatTypes.ts';
import { useSeatWords } from './seatWords.ts';

const FIELDS = ['person', 'organisation', 'capacity', 'byLink', 'zone', 'items', 'reason', 'plate', 'plateLine'];

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
      {seat?.capacity === 'alternate' && !seat.conflicted && (
        <Instead seat={seat} others={data?.seats.filter((one) => one !== seat) ?? []} />
      )}
      <RecordForm record={record} fields={FIELDS} />
    </>
  );
}

/** For whom an alternate sits there, by name. */
function Instead({ seat, others }: { readonly seat: Seat; readonly others: readonly Seat[] }) {
  const { t } = useLingui();
  const client = useClient();
  const nameOf = useSeatWords();
  const did = useUndo((state) => state.did);
  const [refused, setRefused] = useState<string>();
  const { participant: id, alternateFor } = seat;
  const before = alternateFor?.participant ?? null;
  const write = (from: string | null, to: string | null) =>
    client.records.edit({ id, base: { alternateFor: from }, changes: { alternateFor: to } });
  const choose = async (to: string | null) => {
    try {
      await write(before, to);
      setRefused(undefined);
      const name = nameOf(seat);
      did({
        label: t`changed for whom ${name} sits there`,
        undo: () => write(to, before),
        redo: () => write(before, to),
      });
    } catch (error) {
      setRefused(sentenceFor(error));
    }
  };
  return (
    <Select
      mb="md"
      label={t`Alternate for`}
      value={before}
      clearable
      error={refused}
      data={others.map((one) => ({ value: one.participant, label: nameOf(one) }))}
      onChange={(to) => void choose(to)}
    />
  );
}
