import { useLingui } from '@lingui/react/macro';
import { Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useLanguage } from '../../language/useLanguage.ts';
import classes from './dates.module.css';
import type { DateFieldProps } from './typedDate.ts';
import { cityOf, findZones, offsetAt, type ZoneChoice, zoneChoices } from './zones.ts';

const SHOWN = 80;

/** A time zone, found by its city, name or offset; each with the offset that holds now. */
export function ZoneField({ id, value, readOnly, invalid, onType }: DateFieldProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const now = Temporal.Now.instant();
  const choices = useMemo(() => (open ? zoneChoices(Temporal.Now.instant(), language) : []), [open, language]);
  const byZone = useMemo(() => new Map(choices.map((choice) => [choice.zone, choice])), [choices]);
  const shown = value === undefined ? '' : zoneWords(value, offsetAt(value, now));
  if (readOnly === true) return <TextInput id={id} value={shown} readOnly />;
  const options = choices.map(({ zone, offset }) => ({ value: zone, label: zoneWords(zone, offset) }));
  if (value !== undefined && !byZone.has(value)) options.unshift({ value, label: shown });
  return (
    <Select
      id={id}
      data={options}
      value={value ?? null}
      onChange={(zone) => onType({ value: zone ?? undefined })}
      onDropdownOpen={() => setOpen(true)}
      searchable
      comboboxProps={{ width: 340, position: 'bottom-start' }}
      clearable
      clearButtonProps={{ 'aria-label': t`Remove the time zone` }}
      limit={SHOWN}
      nothingFoundMessage={t`No such time zone`}
      error={invalid ?? false}
      filter={({ search }) => {
        const found = search === shown ? chosenFirst(choices, value) : findZones(choices, search);
        return found
          .slice(0, SHOWN)
          .map(({ zone, offset }) => ({ value: zone, label: zoneWords(zone, offset), disabled: false }));
      }}
      renderOption={({ option }) => <ZoneOption choice={byZone.get(option.value)} words={option.label} />}
    />
  );
}

function chosenFirst(choices: readonly ZoneChoice[], chosen: string | undefined): readonly ZoneChoice[] {
  const first = choices.filter(({ zone }) => zone === chosen);
  return [...first, ...choices.filter(({ zone }) => zone !== chosen)];
}

function ZoneOption({ choice, words }: { readonly choice: ZoneChoice | undefined; readonly words: string }) {
  if (choice === undefined) return words;
  return (
    <span className={classes.zone}>
      <span>
        {choice.city}
        <span className={classes.zoneName}> {choice.name === '' ? choice.zone : choice.name}</span>
      </span>
      <span className={classes.offset}>{choice.offset}</span>
    </span>
  );
}

/** `Madrid (UTC+01:00)`; what is no time zone stays as it is. */
const zoneWords = (zone: string, offset: string): string =>
  offset === '' || offset === zone ? zone : `${cityOf(zone)} (${offset})`;
