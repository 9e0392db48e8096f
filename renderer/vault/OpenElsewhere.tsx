import { useLingui } from '@lingui/react/macro';
import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { AmberdeskError } from '../../domain/errors.ts';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { tellError } from '../application/errors.tsx';
import { useGate } from '../application/gate.ts';
import { Buttons } from './Buttons.tsx';
import { Problem } from './Problem.tsx';
import { Threshold } from './Threshold.tsx';

/** Names the folder of a vault that is not where vaults are kept. */
export function OpenElsewhere() {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const { show, choose: chooseVault } = useGate();
  const [folder, setFolder] = useState('');
  const [error, setError] = useState<unknown>();

  const choose = async () => {
    const [chosen] = await host.chooseFiles({ endings: ['db'], multiple: false });
    if (chosen !== undefined) setFolder(chosen.file.replace(/[/\\][^/\\]*$/, ''));
  };
  const goOn = async (event: FormEvent) => {
    event.preventDefault();
    const path = folder.trim().replace(/^"(.*)"$/, '$1');
    try {
      if (path === '') throw new AmberdeskError('vault.missing');
      await client.vault.listBackups({ folder: path });
      chooseVault(path);
    } catch (reason) {
      setError(reason);
    }
  };

  return (
    <Threshold
      title={t`Open a vault from elsewhere`}
      lead={<p>{t`A vault is a folder whose name ends in .amberdesk. It stays where it is.`}</p>}
    >
      <form onSubmit={(event) => void goOn(event)} noValidate>
        <Stack gap="md">
          <TextInput
            label={t`Folder`}
            description={t`With its whole path, as your file manager shows it.`}
            value={folder}
            onChange={(event) => {
              setFolder(event.currentTarget.value);
              setError(undefined);
            }}
            autoComplete="off"
            spellCheck={false}
            autoFocus
          />
          {host.kind === 'electron' && (
            <div>
              <Button variant="default" onClick={() => void choose().catch(tellError)}>
                {t`Choose vault.db in the folder`}
              </Button>
            </div>
          )}
          <Problem error={error} />
        </Stack>
        <Buttons onBack={() => show(undefined)} next={t`Continue`} />
      </form>
    </Threshold>
  );
}
