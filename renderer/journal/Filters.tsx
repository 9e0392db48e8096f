import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Input, Select, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useRead } from '../application/queries.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { DateField } from '../parts/dates/DateField.tsx';
import type { TypedDate } from '../parts/dates/typedDate.ts';
import classes from './journal.module.css';
import type { Filter } from './useJournalFilter.ts';

/** By words, by what was done, by day, and by what it is about. */
export function Filters({ filter }: { readonly filter: Filter }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { data: acts } = useRead('journal', 'acts', { language }, { keep: true });
  return (
    <search className={classes.filters}>
      <TextInput
        label={t`Search in the journal`}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        value={filter.search}
        onChange={(event) => filter.set({ q: event.currentTarget.value })}
        maxLength={200}
        className={classes.search ?? ''}
      />
      <Select
        label={t`What was done`}
        placeholder={t`Everything`}
        value={filter.act}
        data={(acts ?? []).map(({ act, name, lines }) => ({ value: act, label: `${name} (${lines})` }))}
        onChange={(act) => filter.set({ act })}
        clearable
        clearButtonProps={{ 'aria-label': t`Everything that was done` }}
        className={classes.act ?? ''}
      />
      <Day label={t`First day`} value={filter.from} onChange={(from) => filter.set({ from })} />
      <Day label={t`Last day`} value={filter.to} onChange={(to) => filter.set({ to })} />
      {filter.about !== undefined && (
        <p className={classes.about}>
          <span>
            <Trans>
              Only lines about <strong>{filter.about.name || t`one bundle`}</strong>
            </Trans>
          </span>
          <ActionIcon
            onClick={() => filter.set({ about: null, name: null })}
            aria-label={t`Lines about everything again`}
          >
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        </p>
      )}
      {!filter.isEmpty && (
        <Button
          variant="subtle"
          onClick={() => filter.set({ q: null, act: null, from: null, to: null, about: null, name: null })}
        >
          {t`Show all lines`}
        </Button>
      )}
    </search>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | null;
  onChange(value: string | null): void;
}

function Day({ label, value, onChange }: DayProps) {
  const id = useId();
  const [raw, setRaw] = useState<string>();
  const type = (typed: TypedDate) => {
    setRaw('raw' in typed ? typed.raw : undefined);
    if ('value' in typed) onChange(typed.value ?? null);
  };
  return (
    <Input.Wrapper label={label} labelProps={{ htmlFor: id }} className={classes.day ?? ''}>
      <DateField id={id} value={value ?? undefined} raw={raw} invalid={raw !== undefined} onType={type} />
    </Input.Wrapper>
  );
}
