import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Distribution } from '../../../domain/handling/handling.ts';
import { RecordPicker } from '../picker/RecordPicker.tsx';
import classes from './handling.module.css';
import type { HandlingDesk } from './useHandling.ts';

/**
 * Lets those who must act see what is kept within an organisation, and nobody else: TLP:AMBER, limited to the
 * organisations and persons named, by one act that is recorded and can be taken back.
 */
export function WidenToNamed({ desk: { standing, change } }: { readonly desk: HandlingDesk }) {
  const { t } = useLingui();
  const [organisations, setOrganisations] = useState<readonly string[]>([]);
  const [persons, setPersons] = useState<readonly string[]>([]);
  const own = standing.author.organisation;
  const widen = () => {
    const others = organisations.filter((id) => id !== own);
    change({
      mark: {
        label: 'TLP:AMBER',
        distribution: Distribution.parse({ to: 'named', organisations: [own, ...others], persons }),
      },
    });
  };
  return (
    <fieldset className={classes.widen}>
      <legend>{t`Widen to those who must act`}</legend>
      <RecordPicker
        kinds={['organisation']}
        label={t`Organisations beside ours`}
        multiple
        value={organisations}
        onChange={setOrganisations}
      />
      <RecordPicker kinds={['person']} label={t`Persons beside ours`} multiple value={persons} onChange={setPersons} />
      <Button
        size="xs"
        variant="default"
        mt="xs"
        disabled={organisations.length + persons.length === 0}
        onClick={widen}
      >
        {t`Widen to them, and nobody else`}
      </Button>
    </fieldset>
  );
}
