import { useLingui } from '@lingui/react/macro';
import { Radio } from '@mantine/core';
import { RecordPicker } from '../picker/RecordPicker.tsx';
import classes from './forWhom.module.css';
import { FOR, type For, type Whom } from './whom.ts';

interface ForWhomProps {
  readonly value: Whom;
  onChange(value: Whom): void;
}

/** For whom something leaves: ourselves, the board, one organisation, the open session. */
export function ForWhom({ value, onChange }: ForWhomProps) {
  const { t } = useLingui();
  const names: Readonly<Record<For, { readonly label: string; readonly description?: string }>> = {
    self: { label: t`Ourselves`, description: t`All that is here` },
    board: { label: t`The board`, description: t`Members and Secretariat` },
    organisation: { label: t`One organisation` },
    open: { label: t`The open session`, description: t`The invited bodies` },
  };
  return (
    <>
      <Radio.Group
        label={t`For whom`}
        value={value.whom}
        onChange={(chosen) => onChange({ ...value, whom: FOR.find((one) => one === chosen) ?? 'self' })}
      >
        <div className={classes.choices}>
          {FOR.map((one) => (
            <Radio key={one} size="sm" value={one} {...names[one]} />
          ))}
        </div>
      </Radio.Group>
      {value.whom === 'organisation' && (
        <RecordPicker
          kinds={['organisation']}
          label={t`Which organisation`}
          value={value.organisation}
          onChange={(organisation) => onChange({ ...value, organisation })}
        />
      )}
    </>
  );
}
