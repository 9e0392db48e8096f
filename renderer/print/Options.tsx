import { useLingui } from '@lingui/react/macro';
import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useId, useState } from 'react';
import { useRead } from '../application/queries.ts';
import { formatMoment, formatWeekday } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { Choice } from '../parts/choice/Choice.tsx';
import { ZoneField } from '../parts/dates/ZoneField.tsx';
import { useWriterWords } from '../parts/inspector/writerWords.ts';
import { AudienceChoice } from './AudienceChoice.tsx';
import { type Defaults, FOR_CHAIRS, FOR_SELF, type Printable, type PrintChoices } from './choices.ts';
import classes from './print.module.css';

interface OptionsProps {
  readonly what: Printable;
  readonly record: string;
  readonly choices: PrintChoices;
  readonly defaults: Defaults;
  change(changes: Partial<PrintChoices>): void;
}

/** For whom, and how it is printed. */
export function Options({ what, record, choices, defaults, change }: OptionsProps) {
  const { t } = useLingui();
  return (
    <div className={classes.options}>
      {FOR_SELF.includes(what) ? (
        <p className={classes.hint}>
          {what === 'explanation'
            ? t`It names what is withheld: it prints for ourselves alone.`
            : t`Private notes print for ourselves alone.`}
        </p>
      ) : (
        <AudienceChoice
          choices={choices}
          defaults={defaults}
          change={change}
          // What a computer held, how members voted what was decided and what the chair has in hand is told to nobody outside the network.
          outside={
            !['couldOpen', 'wording', 'commission', 'comments', 'adoption', 'outcomes', ...FOR_CHAIRS].includes(what)
          }
          chairs={FOR_CHAIRS.includes(what)}
        />
      )}
      <Choice
        compact
        label={t`Language`}
        value={choices.language ?? defaults.language}
        onChange={(value) => change({ language: value === 'fr' ? 'fr' : 'en' })}
        data={[
          { value: 'en', label: 'English' },
          { value: 'fr', label: 'Français' },
        ]}
      />
      <Choice
        compact
        label={t`Paper size`}
        value={choices.paper ?? defaults.paper}
        onChange={(value) => change({ paper: value === 'a4' ? 'a4' : 'us-letter' })}
        data={[
          { value: 'a4', label: 'A4' },
          { value: 'us-letter', label: 'Letter' },
        ]}
      />
      <Checkbox
        label={t`For a black and white printer`}
        description={t`All marks in white letters`}
        checked={choices.blackAndWhite}
        onChange={(event) => change({ blackAndWhite: event.currentTarget.checked })}
      />
      <Checkbox
        label={t`Copy for the archive`}
        description="PDF/A-2"
        checked={choices.archive}
        onChange={(event) => change({ archive: event.currentTarget.checked })}
      />
      {what === 'paper' && (
        <Checkbox
          label={t`Bind in the annexes`}
          description={t`PDFs and pictures beside it, page by page; what cannot be bound in is listed`}
          checked={choices.annexes}
          onChange={(event) => change({ annexes: event.currentTarget.checked })}
        />
      )}
      {what === 'runningOrder' && <Day record={record} choices={choices} change={change} />}
      {(what === 'agenda' || what === 'adoption') && (
        <CapitalZone choices={choices} defaults={defaults} change={change} />
      )}
      {what === 'paper' && <ChangedSince record={record} choices={choices} change={change} />}
      <Copy choices={choices} change={change} />
    </div>
  );
}

type PartProps = Pick<OptionsProps, 'choices' | 'change'>;

/** Which day of the meeting. */
function Day({ record, choices, change }: PartProps & Pick<OptionsProps, 'record'>) {
  const { t } = useLingui();
  const language = useLanguage();
  const { data } = useRead('meetings', 'timetable', { meeting: record, language });
  return (
    <Select
      label={t`Day of the meeting`}
      allowDeselect={false}
      value={String(choices.day ?? 1)}
      onChange={(day) => change({ day: Number(day ?? 1) })}
      data={(data?.days ?? []).map(({ day, date }) => ({
        value: String(day),
        label: `${t`Day ${day}`}, ${formatWeekday(date, language)}`,
      }))}
    />
  );
}

/** Whose clock stands beside the place's. */
function CapitalZone({ choices, defaults, change }: PartProps & Pick<OptionsProps, 'defaults'>) {
  const { t } = useLingui();
  const id = useId();
  const zone = choices.capitalZone ?? defaults.capitalZone;
  return (
    <div>
      <label htmlFor={id} className={classes.label}>{t`Clock of the capital`}</label>
      <ZoneField
        id={id}
        value={zone === '' ? undefined : zone}
        onType={(typed) => change({ capitalZone: 'value' in typed ? (typed.value ?? '') : '' })}
      />
    </div>
  );
}

/** Which version the reader has: what changed since is barred in the margin. */
function ChangedSince({ record, choices, change }: PartProps & Pick<OptionsProps, 'record'>) {
  const { t } = useLingui();
  const language = useLanguage();
  const writerWords = useWriterWords();
  const { data = [] } = useRead('records', 'versions', { id: record, limit: 100 });
  // The newest is what is printed.
  const versions = data.filter(({ shared, fields }) => shared || fields.length > 0).slice(1);
  return (
    <Select
      label={t`Bar what changed since`}
      placeholder={versions.length === 0 ? t`There is no earlier version` : t`Nothing is barred`}
      disabled={versions.length === 0}
      clearable
      clearButtonProps={{ 'aria-label': t`Bar nothing` }}
      value={choices.changedSince}
      onChange={(changedSince) => change({ changedSince })}
      data={versions.map(({ version, at, who }) => ({
        value: version,
        label: `${formatMoment(at, language)} · ${writerWords(who)}`,
      }))}
    />
  );
}

const TYPING_MS = 500;

/** Number and recipient of a numbered copy: across the page and in the foot, when both are there. */
function Copy({ choices, change }: PartProps) {
  const { t } = useLingui();
  const [number, setNumber] = useState<number | string>(choices.copyNumber ?? '');
  const [recipient, setRecipient] = useState(choices.recipient);
  const keep = useDebouncedCallback(
    (typed: number | string, name: string) =>
      change({ copyNumber: typeof typed === 'number' && typed > 0 ? typed : null, recipient: name }),
    { delay: TYPING_MS, flushOnUnmount: true },
  );
  return (
    <div className={classes.copy}>
      <NumberInput
        label={t`Copy no.`}
        value={number}
        min={1}
        max={9999}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        onChange={(typed) => {
          setNumber(typed);
          keep(typed, recipient);
        }}
      />
      <TextInput
        label={t`Recipient`}
        value={recipient}
        maxLength={60}
        onChange={(event) => {
          setRecipient(event.currentTarget.value);
          keep(number, event.currentTarget.value);
        }}
      />
      <p className={classes.hint}>{t`With both, the copy is marked across every page and in the foot.`}</p>
    </div>
  );
}
