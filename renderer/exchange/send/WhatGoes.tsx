import { useLingui } from '@lingui/react/macro';
import { Checkbox, Radio, Stack } from '@mantine/core';
import { RecordPicker } from '../../parts/picker/RecordPicker.tsx';
import type { What } from './audience.ts';
import classes from './send.module.css';

interface WhatGoesProps {
  readonly value: What;
  /** It is known what they have, so that it can be left out. */
  readonly maySpare: boolean;
  onChange(value: What): void;
}

const WAYS: readonly What['of'][] = ['meeting', 'records', 'lacking', 'everything'];

/** What goes: a meeting with all that belongs to it, chosen records, all that they lack, or everything. */
export function WhatGoes({ value, maySpare, onChange }: WhatGoesProps) {
  const { t } = useLingui();
  const words: Readonly<Record<What['of'], string>> = {
    meeting: t`A meeting, with what belongs to it`,
    records: t`Chosen records`,
    lacking: t`All they lack`,
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
            <Radio
              key={way}
              value={way}
              label={words[way]}
              disabled={way === 'lacking' && !maySpare}
              {...(way === 'lacking' ? { description: t`What is new or changed since they said what they have.` } : {})}
            />
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
      {(value.of === 'meeting' || value.of === 'records') && maySpare && (
        <Checkbox
          label={t`Leave out what they already have`}
          checked={value.delta}
          onChange={(event) => onChange({ ...value, delta: event.currentTarget.checked })}
        />
      )}
    </fieldset>
  );
}
