import { useLingui } from '@lingui/react/macro';
import { Button, Group, Select, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Capacity, type CapacityName } from '../../../domain/meetings/participantKind.ts';
import { isDelegate } from '../../../domain/meetings/seats.ts';
import { text } from '../../../domain/records/text.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { tellError } from '../../application/errors.tsx';
import { capitalised } from '../../language/capitalised.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { RecordPicker } from '../../parts/picker/RecordPicker.tsx';
import classes from './people.module.css';
import type { Seat } from './seatTypes.ts';
import { useSeatWords } from './seatWords.ts';
import type { Seats } from './useSeats.ts';

interface AddSeatProps {
  readonly seats: Seats;
  /** Those that are there, to be an alternate for. */
  readonly others: readonly Seat[];
  close(): void;
}

/** What is needed to give somebody a seat; all else is in the side panel afterwards. */
export function AddSeat({ seats, others, close }: AddSeatProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useClient();
  const nameOf = useSeatWords();
  const [organisation, setOrganisation] = useState<string | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const [capacity, setCapacity] = useState<CapacityName>('member');
  const [instead, setInstead] = useState<string | null>(null);
  const [items, setItems] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const isGuest = !isDelegate(capacity);
  const choosePerson = (id: string | null) => {
    setPerson(id);
    if (id === null) return;
    // Whose delegation follows from whose person it is.
    const found = client.records
      .read({ id })
      .then(({ body }) => setOrganisation((now) => now ?? (text(body.organisation) || null)));
    void found.catch(tellError);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const adding = seats.add({
      capacity,
      ...(organisation === null ? {} : { organisation }),
      ...(person === null ? {} : { person }),
      ...(capacity !== 'alternate' || instead === null ? {} : { alternateFor: instead }),
      ...(isGuest && items.length > 0 ? { items } : {}),
      ...(isGuest && reason.trim() !== '' ? { reason: reason.trim() } : {}),
    });
    void adding.then((isDone) => isDone && close());
  };
  return (
    <form
      className={classes.add}
      onSubmit={submit}
      onKeyDown={({ key }) => key === 'Escape' && close()}
      aria-label={t`New seat`}
    >
      <div className={classes.addFields}>
        <RecordPicker
          kinds={['person']}
          label={t`Person`}
          create="person"
          autoFocus
          value={person}
          onChange={choosePerson}
        />
        <RecordPicker
          kinds={['organisation']}
          label={t`Organisation`}
          value={organisation}
          onChange={setOrganisation}
        />
        <Select
          label={t`Takes part as`}
          value={capacity}
          allowDeselect={false}
          data={Capacity.options.map((value) => ({
            value,
            label: capitalised(valueName('participant', 'capacity', value, language) ?? value),
          }))}
          onChange={(value) => setCapacity(Capacity.catch('member').parse(value))}
        />
        {capacity === 'alternate' && (
          <Select
            label={t`Alternate for`}
            value={instead}
            data={others.map((seat) => ({ value: seat.participant, label: nameOf(seat) }))}
            onChange={setInstead}
            clearable
          />
        )}
        {isGuest && (
          <RecordPicker multiple kinds={['agendaItem']} label={t`Invited to items`} value={items} onChange={setItems} />
        )}
      </div>
      {isGuest && (
        <Textarea
          label={t`Why they are invited`}
          description={t`For members alone`}
          value={reason}
          autosize
          minRows={2}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
      <Group gap="sm">
        <Button type="submit" disabled={person === null && organisation === null}>{t`Give a seat`}</Button>
        <Button variant="default" onClick={close}>{t`Close`}</Button>
      </Group>
    </form>
  );
}
