import { useLingui } from '@lingui/react/macro';
import { Radio, Stack } from '@mantine/core';
import { RecordPicker } from '../../parts/picker/RecordPicker.tsx';
import type { What } from './audience.ts';
import classes from './send.module.css';

interface WhatGoesProps {
  readonly value: What;
  onChange(value: What): void;
}

const WAYS: readonly What['of'][] = ['meeting', 'records', 'everything'];

/** What goes: a meeting with all that belongs to it, chosen records, or everything. */
export function WhatGoes({ value, onChange }: WhatGoesProps) {
  const { t } = useLingui();
  const words: Readonly<Record<What['of'], string>> = {
    meeting: t`A meeting, with what belongs to it`,
    records: t`Chosen records`,
    everything: t`Everything`,
  };
  return (
    <fieldset className={classes.part}>
      <legend>{t`What`}</legend>
      <Radio.Group
        aria-label={t`What`}
        value={value.of}
        onChange={(next) => {
          const of = WAYS.find((way) => way === next);
          if (of !== undefined) onChange({ ...value, of });
        }}
      >
        <Stack gap={6}>
          {WAYS.map((way) => (
            <Radio key={way} value={way} label={words[way]} />
          ))}
        </Stack>
      </Radio.Group>
      {value.of === 'meeting' && (
        <RecordPicker
          kinds={['meeting']}
          label={t`Which meeting`}
          value={value.meeting}
          onChange={(meeting) => onChange({ ...value, meeting })}
        />
      )}
      {value.of === 'records' && (
        <RecordPicker
          multiple
          kinds={[]}
          label={t`Which records`}
          value={value.records}
          onChange={(records) => onChange({ ...value, records })}
        />
      )}
    </fieldset>
  );
}
