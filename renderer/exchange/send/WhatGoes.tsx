import { useLingui } from '@lingui/react/macro';
import { Radio, Select, Stack, TextInput } from '@mantine/core';
import { RecordPicker } from '../../parts/picker/RecordPicker.tsx';
import { usePurposeWords } from '../words.ts';
import { type Purpose, usualFileName, type What } from './audience.ts';
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

const PURPOSES: readonly Purpose[] = [
  'dossier',
  'supplement',
  'contribution',
  'consultation',
  'notice',
  'delegation',
  'invitation',
  'open-session',
];

interface WhatForProps {
  readonly purpose: Purpose;
  readonly name: string;
  onPurpose(purpose: Purpose): void;
  onName(name: string): void;
}

/** What the bundle is for, which its reader sees, and what the file is called, which everybody sees. */
export function WhatFor({ purpose, name, onPurpose, onName }: WhatForProps) {
  const { t } = useLingui();
  const purposeWords = usePurposeWords();
  return (
    <div className={classes.part}>
      <Select
        label={t`Purpose`}
        allowDeselect={false}
        data={PURPOSES.map((value) => ({ value, label: purposeWords(value) }))}
        value={purpose}
        onChange={(next) => {
          const chosen = PURPOSES.find((one) => one === next);
          if (chosen !== undefined) onPurpose(chosen);
        }}
      />
      <TextInput
        label={t`Name of the file`}
        description={t`Whoever carries the file can read its name: let it say nothing.`}
        placeholder={usualFileName()}
        value={name}
        onChange={(event) => onName(event.currentTarget.value)}
      />
    </div>
  );
}
