import { useLingui } from '@lingui/react/macro';
import { Anchor, Button, Radio, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { hasCode } from '../../domain/errors.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { useGate } from '../application/gate.ts';
import { useReadAgain } from '../application/queries.ts';
import { PassphraseField } from '../parts/passphrase/PassphraseField.tsx';
import { Buttons } from './Buttons.tsx';
import { vaultName } from './folders.ts';
import { LockedBecause } from './LockedBecause.tsx';
import { Problem } from './Problem.tsx';
import { Threshold } from './Threshold.tsx';
import classes from './threshold.module.css';

interface KnownVault {
  readonly folder: string;
  readonly name: string;
}

interface UnlockProps {
  readonly vaults: readonly KnownVault[];
  /** The one that was open or asked for last, wherever it is. */
  readonly known: string | undefined;
  /** Without the ways to other vaults. */
  readonly alone?: boolean;
}

/** Chooses a vault, where there are several, and opens it with its passphrase. */
export function Unlock({ vaults, known, alone = false }: UnlockProps) {
  const { t } = useLingui();
  const client = useClient();
  const { reason, show } = useGate();
  const readAgain = useReadAgain();
  const all = withKnown(vaults, known);
  const [chosen, setChosen] = useState<string>();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const field = useRef<HTMLInputElement>(null);
  const vault = all.find(({ folder }) => folder === (chosen ?? known)) ?? all[0];
  const folder = vault?.folder ?? '';
  useEffect(() => field.current?.focus(), []);

  const lookAgain = () => {
    setError(undefined);
    void readAgain('vault');
  };
  const unlock = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      await client.vault.unlock({ folder, passphrase });
      setPassphrase('');
    } catch (reason) {
      setError(reason);
      field.current?.select();
    }
    setBusy(false);
  };

  return (
    <Threshold title={all.length === 1 ? t`Unlock ${vault?.name ?? ''}` : t`Unlock a vault`}>
      <LockedBecause reason={reason} />
      <form onSubmit={(event) => void unlock(event)} noValidate>
        <Stack gap="md">
          {all.length > 1 && (
            <Radio.Group
              label={t`Vault`}
              value={folder}
              onChange={(value) => {
                setChosen(value);
                setError(undefined);
              }}
            >
              <Stack gap="xs" mt={4}>
                {all.map((one) => (
                  <Radio key={one.folder} value={one.folder} label={one.name} />
                ))}
              </Stack>
            </Radio.Group>
          )}
          <PassphraseField
            label={t`Passphrase`}
            value={passphrase}
            onChange={setPassphrase}
            error={
              hasCode(error, 'vault.passphrase') && t`The passphrase is not right. Nothing was changed; try again.`
            }
            ref={field}
          />
          {error !== undefined && !hasCode(error, 'vault.passphrase') && (
            <Problem error={error}>
              <WhatToDo error={error} folder={folder} onAgain={lookAgain} />
            </Problem>
          )}
          {hasCode(error, 'vault.passphrase') && (
            <Text size="sm" c="var(--second)">
              {t`Look at the keyboard’s language and at Caps Lock, and show what you typed. The file of the vault is as it was written: it is the passphrase.`}
            </Text>
          )}
        </Stack>
        <Buttons next={busy ? t`Unlocking` : t`Unlock`} busy={busy} disabled={passphrase === '' || folder === ''} />
        <Text role="status" size="sm" c="var(--third)" mih={20}>
          {busy && t`Unlocking takes a second or two, so that guessing takes for ever.`}
        </Text>
      </form>
      {!alone && (
        <div className={classes.links}>
          <Anchor component="button" type="button" onClick={() => show({ of: 'recover', folder })}>
            {t`I have lost my passphrase`}
          </Anchor>
          <Anchor component="button" type="button" onClick={() => show({ of: 'elsewhere' })}>
            {t`Open a vault from elsewhere`}
          </Anchor>
          <Anchor component="button" type="button" onClick={() => show({ of: 'exercise' })}>
            {t`Look at the exercise`}
          </Anchor>
          <Anchor component="button" type="button" onClick={() => show({ of: 'begin' })}>
            {t`Make another desk`}
          </Anchor>
        </div>
      )}
    </Threshold>
  );
}

function withKnown(vaults: readonly KnownVault[], known: string | undefined): readonly KnownVault[] {
  if (known === undefined || vaults.some(({ folder }) => folder === known)) return vaults;
  return [{ folder: known, name: vaultName(known) }, ...vaults];
}

interface WhatToDoProps {
  readonly error: unknown;
  readonly folder: string;
  readonly onAgain: () => void;
}

/** What helps, by what went wrong. */
function WhatToDo({ error, folder, onAgain }: WhatToDoProps): ReactNode {
  const { t } = useLingui();
  const show = useGate((state) => state.show);
  if (hasCode(error, 'vault.damaged')) {
    return (
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          {t`It is not the passphrase. If only the key file is damaged, the recovery sheet opens the vault; else restore the newest backup.`}
        </Text>
        <Button size="xs" variant="default" onClick={() => show({ of: 'recover', folder })}>
          {t`Use the recovery sheet`}
        </Button>
        <Button size="xs" variant="default" onClick={() => show({ of: 'restore', folder })}>
          {t`Restore a backup`}
        </Button>
      </Stack>
    );
  }
  if (hasCode(error, 'vault.missing')) {
    return (
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t`If it is on a disk or a stick, plug it in and look again.`}</Text>
        <Button size="xs" variant="default" onClick={onAgain}>{t`Look again`}</Button>
      </Stack>
    );
  }
  return null;
}
