import { useLingui } from '@lingui/react/macro';
import { Radio, Select } from '@mantine/core';
import { RecordId } from '../../domain/records/ids.ts';
import { RecordPicker } from '../parts/picker/RecordPicker.tsx';
import { useRecordName } from '../parts/picker/recordName.ts';
import { useTitles } from '../parts/picker/useTitles.ts';
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
    { value: 'asked', label: t`Whom it is asked of`, description: t`That body or person alone` },
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
          .filter(({ value }) => value !== 'asked' || defaults.asked.length > 0)
          .map(({ value, label, description }) => (
            <Radio key={value} size="sm" value={value} label={label} description={description} />
          ))}
      </div>
      {choices.audience === 'asked' && defaults.asked.length > 1 && (
        <WhichAsked choices={choices} defaults={defaults} change={change} />
      )}
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

/** To which of several that are asked. */
function WhichAsked({ choices, defaults, change }: Pick<AudienceChoiceProps, 'choices' | 'defaults' | 'change'>) {
  const { t } = useLingui();
  const nameOf = useRecordName();
  const parties = defaults.asked.map(({ party }) => party);
  const { titles } = useTitles(parties);
  return (
    <Select
      label={t`To whom`}
      allowDeselect={false}
      value={parties.find((party) => party === choices.asked) ?? parties[0] ?? null}
      onChange={(party) => change({ asked: party === null ? null : RecordId.parse(party) })}
      data={parties.map((party) => ({ value: party, label: nameOf(titles.get(party)) }))}
    />
  );
}
