import { useLingui } from '@lingui/react/macro';
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { LOCK_AFTER } from '../../domain/vault/lockRules.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { useRead, useReadAgain } from '../application/queries.ts';
import { Outcome } from './Outcome.tsx';
import { Section } from './Section.tsx';

/** After how long without anybody there the vault locks. */
export function LockSection() {
  const { t } = useLingui();
  const client = useClient();
  const readAgain = useReadAgain();
  const { data } = useRead('vault', 'status', {});
  const [typed, setTyped] = useState<string | number>();
  const [error, setError] = useState<unknown>();
  const value = typed ?? data?.lockAfterMinutes ?? LOCK_AFTER.usual;

  const save = async () => {
    setTyped(undefined);
    if (typeof value !== 'number' || value === data?.lockAfterMinutes) return;
    const minutes = Math.min(LOCK_AFTER.most, Math.max(LOCK_AFTER.least, Math.round(value)));
    try {
      await client.vault.lockAfter({ minutes });
      setError(undefined);
      await readAgain('vault');
    } catch (reason) {
      setError(reason);
    }
  };

  return (
    <Section
      name="lock"
      title={t`Locking`}
      text={t`The vault also locks when the computer sleeps, when its disk is taken away, and at the lock in the top bar.`}
    >
      <NumberInput
        label={t`Lock after minutes without typing or moving`}
        value={value}
        onChange={setTyped}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save();
        }}
        min={LOCK_AFTER.least}
        max={LOCK_AFTER.most}
        allowDecimal={false}
        allowNegative={false}
        w={360}
      />
      <Outcome error={error} />
    </Section>
  );
}
