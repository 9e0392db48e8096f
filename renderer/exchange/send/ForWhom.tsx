import { useLingui } from '@lingui/react/macro';
import { Radio, SimpleGrid } from '@mantine/core';
import { RecordPicker } from '../../parts/picker/RecordPicker.tsx';
import type { Whom } from './audience.ts';
import classes from './send.module.css';

interface ForWhomProps {
  readonly value: Whom;
  onChange(value: Whom): void;
}

/** For whom: the gate asks whether everyone named here may have it. */
export function ForWhom({ value, onChange }: ForWhomProps) {
  const { t } = useLingui();
  const choices: { readonly value: Whom['who']; readonly label: string }[] = [
    { value: 'board', label: t`Board` },
    { value: 'organisations', label: t`Organisations` },
    { value: 'persons', label: t`Persons` },
    { value: 'body', label: t`Invited body` },
  ];
  return (
    <fieldset className={classes.part}>
      <legend>{t`For whom`}</legend>
      <Radio.Group
        aria-label={t`For whom`}
        value={value.who}
        onChange={(next) => {
          const who = choices.find((choice) => choice.value === next)?.value;
          if (who !== undefined) onChange({ ...value, who });
        }}
      >
        <SimpleGrid cols={2} spacing={6} verticalSpacing={6}>
          {choices.map((choice) => (
            <Radio key={choice.value} value={choice.value} label={choice.label} />
          ))}
        </SimpleGrid>
      </Radio.Group>
      {value.who === 'organisations' && (
        <RecordPicker
          multiple
          kinds={['organisation']}
          label={t`Which organisations`}
          value={value.organisations}
          onChange={(organisations) => onChange({ ...value, organisations })}
        />
      )}
      {value.who === 'persons' && (
        <RecordPicker
          multiple
          kinds={['person']}
          label={t`Which persons`}
          value={value.persons}
          onChange={(persons) => onChange({ ...value, persons })}
        />
      )}
      {value.who === 'body' && (
        <RecordPicker
          kinds={['organisation']}
          label={t`Which invited body`}
          description={t`Each body gets a bundle of its own, which names no other.`}
          value={value.body}
          onChange={(body) => onChange({ ...value, body })}
        />
      )}
    </fieldset>
  );
}
