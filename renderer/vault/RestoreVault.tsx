import { useLingui } from '@lingui/react/macro';
import { Radio, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { hasCode } from '../../domain/errors.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { tell } from '../application/errors.tsx';
import { useGate } from '../application/gate.ts';
import { useRead } from '../application/queries.ts';
import { formatMoment } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { formatBytes } from '../parts/backups/formatBytes.ts';
import { PassphraseField } from '../parts/passphrase/PassphraseField.tsx';
import { Buttons } from './Buttons.tsx';
import { vaultName } from './folders.ts';
import { Problem } from './Problem.tsx';
import { Threshold } from './Threshold.tsx';

/** Puts a backup in the vault's place. What it replaces is kept beside it. */
export function RestoreVault({ folder }: { readonly folder: string }) {
  const { t } = useLingui();
  const client = useClient();
  const language = useLanguage();
  const { show, expect } = useGate();
  const backups = useRead('vault', 'listBackups', { folder });
  const [chosen, setChosen] = useState<string>();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const backup = chosen ?? backups.data?.[0]?.name;

  const restore = async (event: FormEvent) => {
    event.preventDefault();
    if (backup === undefined || busy) return;
    setBusy(true);
    setError(undefined);
    expect('asked');
    try {
      await client.vault.restore({ folder, backup, passphrase });
      show(undefined);
      tell(t`The backup is open. What it replaced is kept beside it.`);
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
    expect(undefined);
  };

  return (
    <Threshold
      title={t`Restore a backup of ${vaultName(folder)}`}
      lead={
        <p>
          {t`The backup takes the vault’s place; what it replaces is kept in the folder. What was written after the backup is not in it. The restored vault is a new device: others must verify its card again.`}
        </p>
      }
    >
      <form onSubmit={(event) => void restore(event)} noValidate>
        <Stack gap="md">
          {backups.data?.length === 0 && <Text>{t`There is no backup beside this vault.`}</Text>}
          <Radio.Group label={t`Backup`} value={backup ?? ''} onChange={setChosen}>
            <Stack gap="xs" mt={4}>
              {backups.data?.map(({ name, made, bytes }) => (
                <Radio
                  key={name}
                  value={name}
                  label={`${formatMoment(made, language)} · ${formatBytes(bytes, language)}`}
                />
              ))}
            </Stack>
          </Radio.Group>
          <PassphraseField
            label={t`Passphrase`}
            description={t`The one that the vault has now.`}
            value={passphrase}
            onChange={setPassphrase}
            error={
              hasCode(error, 'vault.passphrase') && t`The passphrase is not right. Nothing was changed; try again.`
            }
          />
          {!hasCode(error, 'vault.passphrase') && <Problem error={error ?? backups.error ?? undefined} />}
        </Stack>
        <Buttons
          onBack={() => show(undefined)}
          next={t`Restore this backup`}
          busy={busy}
          disabled={backup === undefined || passphrase === ''}
        />
      </form>
    </Threshold>
  );
}
