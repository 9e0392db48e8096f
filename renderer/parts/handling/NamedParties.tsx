import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { allowsDistribution } from '../../../domain/handling/change.ts';
import { Distribution, type Label } from '../../../domain/handling/handling.ts';
import { RecordPicker } from '../picker/RecordPicker.tsx';

type Named = Extract<Distribution, { to: 'named' }>;

interface NamedPartiesProps {
  readonly label: Label;
  readonly named: Named;
  onChange(named: Distribution): void;
}

/** Those whom a distribution names: persons for TLP:RED, one organisation for TLP:AMBER+STRICT, else both. */
export function NamedParties({ label, named, onChange }: NamedPartiesProps) {
  const { t } = useLingui();
  const [lacking, setLacking] = useState(false);
  const change = (organisations: readonly string[], persons: readonly string[]) => {
    const distribution = Distribution.parse({ to: 'named', organisations, persons });
    const fits = allowsDistribution(label, distribution);
    setLacking(!fits);
    if (fits) onChange(distribution);
  };
  const error = lacking ? t`Name somebody, or choose another label.` : undefined;
  if (label === 'TLP:AMBER+STRICT') {
    return (
      <RecordPicker
        kinds={['organisation']}
        label={t`Organisation`}
        error={error}
        value={named.organisations[0] ?? null}
        onChange={(id) => change(id === null ? [] : [id], [])}
      />
    );
  }
  return (
    <>
      {label !== 'TLP:RED' && (
        <RecordPicker
          kinds={['organisation']}
          label={t`Organisations`}
          error={error}
          multiple
          value={named.organisations}
          onChange={(organisations) => change(organisations, named.persons)}
        />
      )}
      <RecordPicker
        kinds={['person']}
        label={t`Persons`}
        error={label === 'TLP:RED' ? error : undefined}
        multiple
        value={named.persons}
        onChange={(persons) => change(named.organisations, persons)}
      />
    </>
  );
}
