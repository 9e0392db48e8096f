import { useLingui } from '@lingui/react/macro';
import { Radio } from '@mantine/core';
import { RecordId } from '../../domain/records/ids.ts';
import { RecordPicker } from '../parts/picker/RecordPicker.tsx';
import { type Defaults, PrintChoices } from './choices.ts';
import classes from './print.module.css';

interface AudienceChoiceProps {
  readonly choices: PrintChoices;
  readonly defaults: Defaults;
  /** It may be printed for those outside the network. */
  readonly outside: boolean;
  /** It may be printed for those who hold the chair. */
  readonly chairs: boolean;
  change(changes: Partial<PrintChoices>): void;
}

/** For whom it is printed. */
export function AudienceChoice({ choices, defaults, outside, chairs, change }: AudienceChoiceProps) {
  const { t } = useLingui();
  const audiences = [
    { value: 'self', label: t`Ourselves`, description: t`All that is here` },
    { value: 'chairs', label: t`Chair and Co-Chair`, description: t`The organisations that hold the chair` },
    { value: 'board', label: t`The board`, description: t`Members and Secretariat` },
    { value: 'organisation', label: t`One organisation`, description: undefined },
    { value: 'open', label: t`The open session`, description: t`The invited bodies` },
  ] as const;
  return (
    <Radio.Group
      label={t`For whom`}
      value={choices.audience}
      onChange={(value) => change({ audience: PrintChoices.shape.audience.parse(value) })}
    >
      <div className={classes.choices}>
        {audiences
          .filter(({ value }) => (outside || value !== 'open') && (chairs || value !== 'chairs'))
          .map(({ value, label, description }) => (
            <Radio key={value} size="sm" value={value} label={label} description={description} />
          ))}
      </div>
      {choices.audience === 'organisation' && (
        <RecordPicker
          kinds={['organisation']}
          label={t`Which organisation`}
          value={choices.organisation}
          onChange={(organisation) =>
            change({ organisation: organisation === null ? null : RecordId.parse(organisation) })
          }
        />
      )}
      {choices.audience === 'open' && (
        <RecordPicker
          multiple
          kinds={['organisation']}
          label={t`Invited bodies`}
          value={choices.bodies ?? defaults.bodies}
          onChange={(bodies) => change({ bodies: bodies.map((body) => RecordId.parse(body)) })}
        />
      )}
    </Radio.Group>
  );
}
