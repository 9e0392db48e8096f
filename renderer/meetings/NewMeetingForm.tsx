import { useLingui } from '@lingui/react/macro';
import { Alert, Button, Input, NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { MeetingType } from '../../domain/meetings/kinds.ts';
import { type MeetingTypeName, nextMeeting, type Proposal } from '../../domain/meetings/nextMeeting.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { addressOf } from '../application/addresses.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { useUndo } from '../application/undo.ts';
import { DateField } from '../parts/dates/DateField.tsx';
import type { TypedDate } from '../parts/dates/typedDate.ts';
import { ZoneField } from '../parts/dates/ZoneField.tsx';
import { RecordPicker } from '../parts/picker/RecordPicker.tsx';
import { useMeetingName } from './useMeetingName.ts';

/** What may be said of a meeting before it is made; everything has what is most likely in it. */
export function NewMeetingForm({ close }: { close(): void }) {
  const status = useRead('vault', 'status', {});
  const meetings = useRead('records', 'list', { kind: 'meeting', deleted: false });
  const networks = useRead('records', 'list', { kind: 'network', deleted: false });
  if (status.data === undefined || meetings.data === undefined || networks.data === undefined) return null;
  return (
    <Filled
      isSecretariat={status.data.installation?.role === 'secretariat'}
      close={close}
      propose={(type) =>
        nextMeeting(
          type,
          (meetings.data ?? []).map(({ body }) => body),
          { symbol: text(networks.data?.[0]?.body.symbol), zone: Temporal.Now.timeZoneId() },
          Temporal.Now.plainDateISO().toString(),
        )
      }
    />
  );
}

interface FilledProps {
  readonly isSecretariat: boolean;
  propose(type: MeetingTypeName): Proposal;
  close(): void;
}

function Filled({ isSecretariat, propose, close }: FilledProps) {
  const { t } = useLingui();
  const nameOf = useMeetingName();
  const [type, setType] = useState<MeetingTypeName>(isSecretariat ? 'regular' : 'special');
  const [said, say] = useState<Partial<Proposal & { title: string }>>({});
  const [wrongDate, setWrongDate] = useState<string>();
  const plan = { ...propose(type), ...said };
  const title = said.title ?? nameOf(type, plan.number);
  const { make, error } = useMake(close);
  const first = useRef<HTMLInputElement>(null);
  // After the palette has given the focus back, and the fields are there.
  useEffect(() => {
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => first.current?.select()));
    return () => cancelAnimationFrame(frame);
  }, []);

  const choose = (next: MeetingTypeName) => {
    setType(next);
    // What follows from the type is proposed anew.
    say(({ number: _number, symbol: _symbol, title: _title, starts: _starts, ...rest }) => rest);
  };
  const onDate = (typed: TypedDate) => {
    if ('raw' in typed) return setWrongDate(typed.raw);
    setWrongDate(undefined);
    if (typed.value !== undefined) say({ ...said, starts: typed.value });
  };
  const renumber = (number: number) => {
    const { symbol } = propose(type);
    say({ ...said, number, symbol: symbol.replace(/\d+$/, String(number)) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrongDate === undefined) void make(type, { ...plan, title: title.trim() });
  };
  return (
    <form onSubmit={submit} aria-label={t`New meeting`}>
      <Stack gap="sm">
        <Radio.Group label={t`Type`} value={type} onChange={(value) => choose(MeetingType.parse(value))}>
          <Stack gap={6} mt={4}>
            <Radio
              value="regular"
              label={t`Regular meeting`}
              description={t`Two days, closed but for the second morning, which is open to invited bodies`}
              disabled={!isSecretariat}
            />
            <Radio value="special" label={t`Special meeting`} description={t`One day with one closed session`} />
            <Radio
              value="workingGroup"
              label={t`Meeting of a working group`}
              description={t`One day with one closed session`}
            />
          </Stack>
        </Radio.Group>
        {!isSecretariat && (
          <Text size="sm" c="dimmed">
            {t`Regular meetings have numbers, which only the Secretariat gives. Ask it to open one; it comes to you in a bundle.`}
          </Text>
        )}
        {type === 'regular' && (
          <NumberInput
            label={t`Number`}
            value={plan.number}
            min={1}
            allowDecimal={false}
            allowNegative={false}
            onChange={(value) => typeof value === 'number' && renumber(value)}
          />
        )}
        <TextInput
          label={t`Title`}
          ref={first}
          required
          value={title}
          onChange={({ currentTarget }) => say({ ...said, title: currentTarget.value })}
        />
        <TextInput
          label={t`Symbol`}
          required
          value={plan.symbol}
          onChange={({ currentTarget }) => say({ ...said, symbol: currentTarget.value })}
        />
        <Labelled label={t`First day`} error={wrongDate === undefined ? undefined : t`This is not a date.`}>
          {(id) => (
            <DateField id={id} value={plan.starts} raw={wrongDate} invalid={wrongDate !== undefined} onType={onDate} />
          )}
        </Labelled>
        <TextInput
          label={t`City`}
          value={plan.city}
          onChange={({ currentTarget }) => say({ ...said, city: currentTarget.value })}
        />
        <TextInput
          label={t`Venue`}
          value={plan.venue}
          onChange={({ currentTarget }) => say({ ...said, venue: currentTarget.value })}
        />
        <Labelled label={t`Time zone of the place`}>
          {(id) => (
            <ZoneField
              id={id}
              value={plan.zone || undefined}
              onType={(typed) => 'value' in typed && say({ ...said, zone: typed.value ?? '' })}
            />
          )}
        </Labelled>
        <RecordPicker
          kinds={['organisation', 'person']}
          value={plan.chair || null}
          onChange={(chair) => say({ ...said, chair: chair ?? '' })}
          label={t`Chair`}
        />
        {error !== undefined && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        <Button type="submit" disabled={title.trim() === '' || plan.symbol.trim() === '' || wrongDate !== undefined}>
          {t`Add and open`}
        </Button>
      </Stack>
    </form>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly error?: string | undefined;
  children(id: string): ReactNode;
}

function Labelled({ label, error, children }: LabelledProps) {
  const id = useId();
  return (
    <Input.Wrapper label={label} labelProps={{ htmlFor: id }} error={error}>
      {children(id)}
    </Input.Wrapper>
  );
}

/** Makes the meeting, opens it, and can take it back with all that belongs to it. */
function useMake(close: () => void) {
  const { t } = useLingui();
  const client = useClient();
  const navigate = useNavigate();
  const did = useUndo((state) => state.did);
  const [error, setError] = useState<string>();
  const make = async (type: MeetingTypeName, { number, chair, ...plan }: Proposal & { readonly title: string }) => {
    const fields = { ...plan, ...(chair === '' ? {} : { chair: RecordId.parse(chair) }) };
    try {
      const { meeting, sessions } =
        type === 'regular'
          ? await client.meetings.planRegular({ ...fields, number })
          : await client.meetings.planOther({ ...fields, type });
      const ids = [meeting, ...sessions];
      did({
        label: t`new meeting “${plan.title}”`,
        undo: () => client.records.removeMany({ ids, reason: t`Adding it was undone` }),
        redo: () => client.records.restoreMany({ ids }),
      });
      close();
      navigate(addressOf('meeting', meeting));
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  return { make, error };
}
