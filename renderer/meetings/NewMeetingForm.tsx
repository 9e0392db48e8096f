import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Alert, Button, Input, NumberInput, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
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
import type { RecordView } from '../parts/form/formKeeper.ts';
import { RecordPicker } from '../parts/picker/RecordPicker.tsx';
import { useMeetingName } from './useMeetingName.ts';

/** What is asked of the types that are about something. */
const THEMES: Readonly<Partial<Record<MeetingTypeName, MessageDescriptor>>> = {
  workingGroup: msg`Country or theme`,
  researchBriefing: msg`Theme`,
  consultation: msg`Forum around which it is held`,
};

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
      meetings={meetings.data.toSorted((one, other) => (text(one.body.starts) < text(other.body.starts) ? 1 : -1))}
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
  /** Those that are here, the latest first. */
  readonly meetings: readonly RecordView[];
  propose(type: MeetingTypeName): Proposal;
  close(): void;
}

function Filled({ isSecretariat, meetings, propose, close }: FilledProps) {
  const { t, i18n } = useLingui();
  const nameOf = useMeetingName();
  const [type, setType] = useState<MeetingTypeName>(isSecretariat ? 'regular' : 'special');
  const [said, say] = useState<Partial<Proposal & { title: string; theme: string }>>({});
  const [from, setFrom] = useState('');
  const earlier = meetings.filter(({ body }) => body.type === type);
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
    setFrom('');
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
    if (wrongDate === undefined)
      void make(type, { ...plan, title: title.trim() }, earlier.some(({ id }) => id === from) ? from : '');
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
              description={t`On a country or a theme; one closed session`}
            />
            <Radio
              value="researchBriefing"
              label={t`Briefing of the Research Council`}
              description={t`Once a year, at working level; one closed morning`}
            />
            <Radio
              value="researchCouncil"
              label={t`Meeting of the Research Council`}
              description={t`Its own; one closed day`}
            />
            <Radio
              value="consultation"
              label={t`Consultation`}
              description={t`Of two or a few, around another forum`}
            />
          </Stack>
        </Radio.Group>
        {!isSecretariat && (
          <Text size="sm" c="dimmed">
            {t`Regular meetings have numbers, which only the Secretariat gives. Ask it to open one; it comes to you in a bundle.`}
          </Text>
        )}
        {earlier.length > 0 && (
          <Select
            label={t`Begin with`}
            value={from}
            data={[
              { value: '', label: t`The template` },
              ...earlier.map(({ id, title: name }) => ({ value: id, label: t`The plan of: ${name}` })),
            ]}
            allowDeselect={false}
            searchable={earlier.length > 6}
            onChange={(value) => setFrom(value ?? '')}
          />
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
        {THEMES[type] !== undefined && (
          <TextInput
            label={i18n._(THEMES[type])}
            value={said.theme ?? ''}
            onChange={({ currentTarget }) => say({ ...said, theme: currentTarget.value })}
          />
        )}
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
  const make = async (
    type: MeetingTypeName,
    { number, chair, ...plan }: Proposal & { readonly title: string; readonly theme?: string },
    from: string,
  ) => {
    const fields = { ...plan, ...(chair === '' ? {} : { chair: RecordId.parse(chair) }) };
    try {
      const { meeting, sessions, items } = await (from !== ''
        ? client.meetings.planAsBefore({
            ...fields,
            type,
            from: RecordId.parse(from),
            ...(type === 'regular' ? { number } : {}),
          })
        : type === 'regular'
          ? client.meetings.planRegular({ ...fields, number })
          : client.meetings.planOther({ ...fields, type }));
      const ids = [meeting, ...sessions, ...items];
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
