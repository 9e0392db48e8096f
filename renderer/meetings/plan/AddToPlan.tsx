import { useLingui } from '@lingui/react/macro';
import { Button, Group, NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { MOST_DAYS } from '../../../domain/meetings/operations.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { capitalised } from '../../language/capitalised.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { TimeField } from '../../parts/dates/TimeField.tsx';
import type { TypedDate } from '../../parts/dates/typedDate.ts';
import type { Added } from './adding.ts';
import { CarryOver } from './CarryOver.tsx';
import { usePlan } from './PlanContext.tsx';
import { freeHours, placeAfter } from './wishes.ts';

interface AddToPlanProps {
  readonly type: Added;
  readonly atEndOf: string | undefined;
  close(): void;
}

/** What is needed to add something to the plan; everything else is in the side panel afterwards. */
export function AddToPlan({ type, atEndOf, close }: AddToPlanProps) {
  if (type === 'session') return <AddSession close={close} />;
  if (type === 'carried') return <CarryOver close={close} />;
  return <AddItem type={type} atEndOf={atEndOf} close={close} key={type} />;
}

function AddItem({ type, atEndOf, close }: AddToPlanProps & { readonly type: 'item' | 'break' }) {
  const { t } = useLingui();
  const { arrange, chosen } = usePlan();
  const [title, setTitle] = useState(type === 'break' ? t`Break` : '');
  const [minutes, setMinutes] = useState<string | number>(type === 'break' ? 15 : 30);
  const [error, setError] = useState<string>();
  const name = type === 'break' ? t`New break` : t`New item`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return setError(t`A title is needed.`);
    const adding = arrange((plan) => {
      const place = atEndOf === undefined ? placeAfter(plan, chosen?.id) : { to: atEndOf, before: null };
      return { does: 'addItem', type, title, minutes: Number(minutes), ...place };
    });
    void adding.then((made) => made !== undefined && close());
  };
  return (
    <form onSubmit={submit} aria-label={name}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={t`Title`}
          value={title}
          error={error}
          onChange={({ currentTarget }) => {
            setTitle(currentTarget.value);
            setError(undefined);
          }}
        />
        <NumberInput
          label={t`Length in minutes`}
          value={minutes}
          min={1}
          max={1440}
          step={5}
          allowDecimal={false}
          onChange={setMinutes}
        />
        <Refused />
        <Button type="submit">{t`Add`}</Button>
      </Stack>
    </form>
  );
}

function AddSession({ close }: { close(): void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { arrange, chosen, plan } = usePlan();
  const [day, setDay] = useState(chosen === undefined || chosen.of === 'tray' ? 1 : chosen.session.day);
  const [access, setAccess] = useState('closed');
  const [hours, setHours] = useState<{ starts: string; ends: string }>(freeHours(plan, day));
  const last = Math.min(plan.days.length + 1, MOST_DAYS);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const adding = arrange(() => ({
      does: 'addSession',
      day,
      access: access === 'open' ? 'open' : 'closed',
      ...hours,
    }));
    void adding.then((made) => made !== undefined && close());
  };
  return (
    <form onSubmit={submit} aria-label={t`New session`}>
      <Stack gap="sm">
        <Select
          data-autofocus
          label={t`Day`}
          value={String(day)}
          data={Array.from({ length: last }, (_, index) => ({
            value: String(index + 1),
            label: index < plan.days.length ? t`Day ${index + 1}` : t`Day ${index + 1}, a new one`,
          }))}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => {
            setDay(Number(value));
            setHours(freeHours(plan, Number(value)));
          }}
        />
        <SegmentedControl
          aria-label={t`Access`}
          value={access}
          onChange={setAccess}
          data={['closed', 'open'].map((value) => ({
            value,
            label: capitalised(valueName('session', 'access', value, language) ?? value),
          }))}
        />
        <HoursFields hours={hours} onChange={setHours} />
        <Refused />
        <Button type="submit">{t`Add`}</Button>
      </Stack>
    </form>
  );
}

/** Why it was not added; what was typed is still there. */
function Refused() {
  const { refused } = usePlan();
  return (
    refused !== undefined && (
      <Text role="alert" c="red" size="sm">
        {refused}
      </Text>
    )
  );
}

interface HoursFieldsProps {
  readonly hours: { readonly starts: string; readonly ends: string };
  onChange(hours: { starts: string; ends: string }): void;
}

/** From when to when; only times that can be read are given on. */
export function HoursFields({ hours, onChange }: HoursFieldsProps) {
  const { t } = useLingui();
  return (
    <Group gap="sm" grow align="start">
      <Hour label={t`Start`} value={hours.starts} onChange={(starts) => onChange({ ...hours, starts })} />
      <Hour label={t`End`} value={hours.ends} onChange={(ends) => onChange({ ...hours, ends })} />
    </Group>
  );
}

interface HourProps {
  readonly label: string;
  readonly value: string;
  onChange(time: string): void;
}

function Hour({ label, value, onChange }: HourProps) {
  const id = useId();
  const [raw, setRaw] = useState<string>();
  const type = (typed: TypedDate) => {
    setRaw('raw' in typed ? typed.raw : undefined);
    if ('value' in typed && typed.value !== undefined) onChange(typed.value);
  };
  return (
    <div>
      <label htmlFor={id} className="mantine-InputWrapper-label">
        {label}
      </label>
      <TimeField id={id} value={value} raw={raw} invalid={raw !== undefined} onType={type} />
    </div>
  );
}
