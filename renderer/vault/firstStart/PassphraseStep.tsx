import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type ChosenPassphrase, faultOf, NewPassphrase } from '../../parts/passphrase/NewPassphrase.tsx';
import { Buttons } from '../Buttons.tsx';
import { Problem } from '../Problem.tsx';

interface PassphraseStepProps {
  readonly value: ChosenPassphrase;
  readonly onChange: (value: ChosenPassphrase) => void;
  readonly about: readonly string[];
  /** The vault is made, and nothing here knows the passphrase any more. */
  readonly fixed: boolean;
  readonly onBack: () => void;
  /** Makes the vault where it is not made yet. */
  readonly onNext: () => Promise<void>;
}

/** What opens the vault. Going on makes it. */
export function PassphraseStep({ value, onChange, about, fixed, onBack, onNext }: PassphraseStepProps) {
  const { t } = useLingui();
  const [complain, setComplain] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const goOn = async (event: FormEvent) => {
    event.preventDefault();
    setComplain(true);
    if (busy || (!fixed && faultOf(value) !== undefined)) return;
    setBusy(true);
    setError(undefined);
    try {
      await onNext();
    } catch (reason) {
      setError(reason);
    }
    setBusy(false);
  };

  return (
    <form onSubmit={(event) => void goOn(event)} noValidate>
      {fixed ? (
        <Text>{t`The passphrase is set. You can change it in settings once you are inside.`}</Text>
      ) : (
        <NewPassphrase value={value} onChange={onChange} complain={complain} about={about} autoFocus />
      )}
      <Problem error={error} />
      <Buttons onBack={onBack} next={fixed ? t`Continue` : t`Make the vault`} busy={busy} />
    </form>
  );
}
