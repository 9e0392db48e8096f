import { useLingui } from '@lingui/react/macro';
import { Checkbox, Radio } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { LABELS, type Label } from '../../domain/handling/handling.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { DateField } from '../parts/dates/DateField.tsx';
import type { TypedDate } from '../parts/dates/typedDate.ts';
import { HandlingBadge } from '../parts/handling/HandlingBadge.tsx';
import { kindName } from '../parts/kinds/kindNames.ts';
import type { Asked, Periods, When } from './asked.ts';
import classes from './library.module.css';
import type { Found } from './useFound.ts';

interface FacetsProps {
  readonly asked: Asked;
  readonly periods: Periods;
  readonly counts: Found['first'];
  onChange(change: Partial<Asked>): void;
}

/** What results can be narrowed to, each with how many there would be. */
export function Facets({ asked, periods, counts, onChange }: FacetsProps) {
  const { t, i18n } = useLingui();
  const kinds = [...new Set([...Object.keys(counts?.kinds ?? {}), ...asked.kinds])];
  const labels = LABELS.filter((label) => counts?.facets?.labels[label] !== undefined || asked.labels.includes(label));
  return (
    <>
      <Choices<string>
        title={t`Kind`}
        choices={kinds
          .map((kind) => ({ value: kind, words: i18n._(kindName(kind)), count: counts?.kinds[kind] ?? 0 }))
          .sort((one, other) => other.count - one.count)}
        chosen={asked.kinds}
        onChoose={(next) => onChange({ kinds: next })}
      />
      <Meetings asked={asked} counts={counts} onChange={onChange} />
      <Choices<Label>
        title={t`Handling`}
        choices={labels.map((label) => ({
          value: label,
          words: <HandlingBadge label={label} />,
          count: counts?.facets?.labels[label] ?? 0,
        }))}
        chosen={LABELS.filter((label) => asked.labels.includes(label))}
        onChoose={(next) => onChange({ labels: next })}
      />
      <Changed asked={asked} periods={periods} counts={counts} onChange={onChange} />
    </>
  );
}

interface Choice<T extends string> {
  readonly value: T;
  readonly words: ReactNode;
  readonly count: number;
}

interface ChoicesProps<T extends string> {
  readonly title: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: readonly T[];
  onChoose(chosen: T[]): void;
}

function Choices<T extends string>({ title, choices, chosen, onChoose }: ChoicesProps<T>) {
  if (choices.length === 0) return null;
  return (
    <fieldset className={classes.facet}>
      <legend>{title}</legend>
      {choices.map(({ value, words, count }) => (
        <Checkbox
          key={value}
          size="xs"
          classNames={{ body: classes.choiceBody ?? '', labelWrapper: classes.choiceLabel ?? '' }}
          label={<Counted words={words} count={count} />}
          checked={chosen.includes(value)}
          onChange={({ currentTarget }) =>
            onChoose(currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
          }
        />
      ))}
    </fieldset>
  );
}

function Counted({ words, count }: { readonly words: ReactNode; readonly count: number | undefined }) {
  return (
    <span className={classes.counted}>
      <span className={classes.choiceWords}>{words}</span>{' '}
      {count !== undefined && <span className={classes.quiet}>{count}</span>}
    </span>
  );
}

const MOST_MEETINGS = 6;

function Meetings({ asked, counts, onChange }: Omit<FacetsProps, 'periods'>) {
  const { t } = useLingui();
  const [all, setAll] = useState(false);
  const meetings = counts?.facets?.meetings ?? [];
  const known = meetings.map(({ meeting, title, count }) => ({
    value: meeting,
    words: title === '' ? t`Meeting without a title` : title,
    count,
  }));
  const gone = asked.meetings
    .filter((id) => known.every(({ value }) => value !== id))
    .map((value) => ({ value, words: t`The meeting chosen`, count: 0 }));
  const shown = all
    ? known
    : known.filter(({ value }, index) => index < MOST_MEETINGS || asked.meetings.includes(value));
  return (
    <>
      <Choices<RecordId>
        title={t`Meeting`}
        choices={[...shown, ...gone]}
        chosen={asked.meetings}
        onChoose={(next) => onChange({ meetings: next })}
      />
      {shown.length < known.length && (
        <button type="button" className={classes.allMeetings} onClick={() => setAll(true)}>
          {t`Show all ${known.length} meetings`}
        </button>
      )}
    </>
  );
}

function Changed({ asked, periods, counts, onChange }: FacetsProps) {
  const { t } = useLingui();
  const since = new Map(counts?.facets?.since.map((one) => [one.since, one.count]));
  const choices: { value: When; words: string; count?: number | undefined }[] = [
    { value: 'any', words: t`Whenever` },
    { value: 'week', words: t`This week`, count: since.get(periods.week) },
    { value: 'month', words: t`This month`, count: since.get(periods.month) },
    { value: 'year', words: t`This year`, count: since.get(periods.year) },
    { value: 'range', words: t`Between two days` },
  ];
  return (
    <fieldset className={classes.facet}>
      <legend>{t`Changed`}</legend>
      {choices.map(({ value, words, count }) => (
        <Radio
          key={value}
          size="xs"
          name="library-changed"
          classNames={{ body: classes.choiceBody ?? '', labelWrapper: classes.choiceLabel ?? '' }}
          label={<Counted words={words} count={count} />}
          checked={asked.when === value}
          onChange={() => onChange({ when: value })}
        />
      ))}
      {asked.when === 'range' && (
        <>
          <Day id="library-from" label={t`First day`} value={asked.from} onChange={(from) => onChange({ from })} />
          <Day id="library-to" label={t`Last day`} value={asked.to} onChange={(to) => onChange({ to })} />
        </>
      )}
    </fieldset>
  );
}

interface DayProps {
  readonly id: string;
  readonly label: string;
  /** Empty: none. */
  readonly value: string;
  onChange(day: string): void;
}

function Day({ id, label, value, onChange }: DayProps) {
  const { t } = useLingui();
  const [raw, setRaw] = useState<string>();
  const type = (typed: TypedDate) => {
    setRaw('raw' in typed ? typed.raw : undefined);
    if ('value' in typed) onChange(typed.value ?? '');
  };
  return (
    <div className={classes.day}>
      <label htmlFor={id}>{label}</label>
      <DateField id={id} value={value === '' ? undefined : value} raw={raw} invalid={raw !== undefined} onType={type} />
      {raw !== undefined && <p role="alert">{t`This is no day. Type for instance 11 March 2027.`}</p>}
    </div>
  );
}
