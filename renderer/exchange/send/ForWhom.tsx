import { useLingui } from '@lingui/react/macro';
import { Radio, Stack } from '@mantine/core';
import { RecordPicker } from '../../parts/picker/RecordPicker.tsx';
import { AllInvited } from './AllInvited.tsx';
import type { Whom } from './audience.ts';
import { ForGuest } from './ForGuest.tsx';
import classes from './send.module.css';

interface ForWhomProps {
  readonly value: Whom;
  /** What our own organisation is called. */
  readonly own: string;
  onChange(value: Whom): void;
}

/** For whom: the gate asks whether everyone named here may have it. */
export function ForWhom({ value, own, onChange }: ForWhomProps) {
  const { t } = useLingui();
  const choices: { readonly value: Whom['who']; readonly label: string }[] = [
    { value: 'board', label: t`The board: all members and the Secretariat` },
    { value: 'organisations', label: t`Delegations or organisations` },
    { value: 'persons', label: t`Single persons` },
    { value: 'ours', label: own === '' ? t`Our own organisation` : t`Our own desks: ${own}` },
    { value: 'bodies', label: t`Invited bodies` },
    ...(value.guest === undefined ? [] : [{ value: 'guest' as const, label: t`A speaker, for one item` }]),
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
        <Stack gap={6}>
          {choices.map((choice) => (
            <Radio key={choice.value} value={choice.value} label={choice.label} />
          ))}
        </Stack>
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
      {value.who === 'bodies' && (
        <RecordPicker
          multiple
          kinds={['organisation']}
          label={t`Which invited bodies`}
          description={t`Each body gets a file of its own, which names no other.`}
          value={value.bodies}
          onChange={(bodies) => onChange({ ...value, bodies })}
        />
      )}
      {value.who === 'guest' && value.guest !== undefined && (
        <ForGuest guest={value.guest} onChange={(guest) => onChange({ ...value, guest })} />
      )}
      {value.who === 'bodies' && (
        <AllInvited value={value.bodies} onChange={(bodies) => onChange({ ...value, bodies })} />
      )}
    </fieldset>
  );
}
