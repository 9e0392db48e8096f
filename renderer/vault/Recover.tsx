import { useLingui } from '@lingui/react/macro';
import { Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { hasCode } from '../../domain/errors.ts';
import { RECOVERY_FORM } from '../../domain/vault/recoveryKey.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { tell } from '../application/errors.tsx';
import { useGate } from '../application/gate.ts';
import { faultOf, NewPassphrase, NO_PASSPHRASE } from '../parts/passphrase/NewPassphrase.tsx';
import { KeyFromPaper, type TypedFromPaper } from '../parts/recovery/KeyFromPaper.tsx';
import { Buttons } from './Buttons.tsx';
import { vaultName } from './folders.ts';
import { Problem } from './Problem.tsx';
import { Threshold } from './Threshold.tsx';

/** Opens a vault with the key of its recovery sheet, and gives it a new passphrase. */
export function Recover({ folder }: { readonly folder: string }) {
  const { t } = useLingui();
  const client = useClient();
  const show = useGate((state) => state.show);
  const [key, setKey] = useState<TypedFromPaper>();
  const [wrapped, setWrapped] = useState<string>();
  const [passphrase, setPassphrase] = useState(NO_PASSPHRASE);
  const [complain, setComplain] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const recover = async (event: FormEvent) => {
    event.preventDefault();
    setComplain(true);
    setError(undefined);
    if (key === undefined || faultOf(passphrase) !== undefined || busy) return;
    setBusy(true);
    try {
      await client.vault.recover({
        folder,
        recovery: key.join(' '),
        passphrase: passphrase.first,
        ...(wrapped === undefined || wrapped.trim() === '' ? {} : { wrapped }),
      });
      show(undefined);
      tell(t`The vault is open. From now on it opens with the new passphrase; the recovery sheet stays as it is.`);
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  };

  const keyFileLost = hasCode(error, 'vault.damaged') || hasCode(error, 'vault.recovery');
  return (
    <Threshold
      title={t`Open ${vaultName(folder)} with the recovery sheet`}
      lead={
        <p>{t`The sheet was printed when the vault was made. Without it and without the passphrase, nobody can open the vault.`}</p>
      }
    >
      <form onSubmit={(event) => void recover(event)} noValidate>
        <Stack gap="md">
          <KeyFromPaper
            label={t`Recovery key from the sheet`}
            form={RECOVERY_FORM}
            onChange={(typed) => {
              setKey(typed);
              setError(undefined);
            }}
            error={complain && key === undefined && t`Type all groups as they stand on the sheet.`}
            autoFocus
          />
          <NewPassphrase label={t`New passphrase`} value={passphrase} onChange={setPassphrase} complain={complain} />
          {(keyFileLost || wrapped !== undefined) && (
            <Textarea
              label={t`Wrapped key from the sheet`}
              description={t`Only if the vault’s own key files are lost: the lines between BEGIN and END, both included.`}
              value={wrapped ?? ''}
              onChange={(event) => setWrapped(event.currentTarget.value)}
              minRows={6}
              autoComplete="off"
              spellCheck={false}
            />
          )}
          <Problem error={error}>
            {keyFileLost && (
              <Text size="sm">{t`If the groups are right and the sheet is this vault’s, its key files may be lost: type the wrapped key too.`}</Text>
            )}
          </Problem>
        </Stack>
        <Buttons onBack={() => show(undefined)} next={t`Open the vault`} busy={busy} />
      </form>
    </Threshold>
  );
}
