import { useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { hasCode } from '../../domain/errors.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { useRead, useReadAgain } from '../application/queries.ts';
import { PassphraseField } from '../parts/passphrase/PassphraseField.tsx';
import { ConfirmGroups } from '../parts/recovery/ConfirmGroups.tsx';
import { RecoverySheet } from '../parts/recovery/RecoverySheet.tsx';
import type { Recovery } from '../parts/recovery/recovery.ts';
import { Outcome } from './Outcome.tsx';
import { Section } from './Section.tsx';
import classes from './settings.module.css';

type Step = 'state' | 'ask' | { readonly recovery: Recovery; readonly confirming: boolean };

/** Whether there is a sheet that opens the vault, and how to make another. */
export function RecoverySection() {
  const { t } = useLingui();
  const readAgain = useReadAgain();
  const { data } = useRead('vault', 'status', {});
  const [step, setStep] = useState<Step>('state');
  const leave = () => {
    setStep('state');
    void readAgain('vault');
  };
  return (
    <Section
      name="recovery"
      title={t`Recovery sheet`}
      text={t`It opens the vault when the passphrase is lost. Keep it as you keep a passport, not with this computer.`}
    >
      {step === 'state' && (
        <>
          {data?.recoveryConfirmed === true && (
            <p className={classes.state}>
              <IconCircleCheck size={18} stroke={1.6} aria-hidden />
              {t`You confirmed that you have the sheet.`}
            </p>
          )}
          {data?.recoveryConfirmed === false && !data.network?.exercise && (
            <p className={`${classes.state} ${classes.warning}`}>
              <IconAlertTriangle size={18} stroke={1.6} aria-hidden />
              {t`Not confirmed: if the passphrase is lost, so is everything in the vault. The key is not shown twice; make a new sheet.`}
            </p>
          )}
          <div>
            <Button variant="default" onClick={() => setStep('ask')}>
              {t`Make a new sheet`}
            </Button>
          </div>
        </>
      )}
      {step === 'ask' && (
        <AskPassphrase onKey={(recovery) => setStep({ recovery, confirming: false })} onCancel={leave} />
      )}
      {typeof step === 'object' && !step.confirming && (
        <>
          <RecoverySheet recovery={step.recovery} withShares />
          <Group gap="sm">
            <Button variant="default" onClick={() => setStep({ ...step, confirming: true })}>
              {t`I have the sheet`}
            </Button>
          </Group>
        </>
      )}
      {typeof step === 'object' && step.confirming && (
        <ConfirmGroups recovery={step.recovery} onConfirmed={leave}>
          <Group gap="sm">
            <Button type="submit">{t`Confirm`}</Button>
            <Button variant="default" onClick={() => setStep({ ...step, confirming: false })}>
              {t`Back to the sheet`}
            </Button>
            <Button variant="subtle" onClick={leave}>
              {t`Later`}
            </Button>
          </Group>
        </ConfirmGroups>
      )}
    </Section>
  );
}

interface AskPassphraseProps {
  readonly onKey: (recovery: Recovery) => void;
  readonly onCancel: () => void;
}

/** The key that opens everything is given to who knows the passphrase only. */
function AskPassphrase({ onKey, onCancel }: AskPassphraseProps) {
  const { t } = useLingui();
  const client = useClient();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      onKey(await client.vault.newRecovery({ passphrase }));
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void make(event)} noValidate>
      <Text size="sm" c="var(--second)" mb="sm">
        {t`The new sheet replaces the old one, which then opens only copies made until now.`}
      </Text>
      <PassphraseField
        label={t`Passphrase`}
        value={passphrase}
        onChange={setPassphrase}
        error={hasCode(error, 'vault.passphrase') && t`The passphrase is not right.`}
        autoFocus
      />
      {!hasCode(error, 'vault.passphrase') && <Outcome error={error} />}
      <Group gap="sm" mt="sm">
        <Button type="submit" loading={busy} disabled={passphrase === ''}>
          {t`Make a new sheet`}
        </Button>
        <Button variant="default" onClick={onCancel} disabled={busy}>
          {t`Cancel`}
        </Button>
      </Group>
    </form>
  );
}
