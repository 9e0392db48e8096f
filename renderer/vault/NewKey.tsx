import { useLingui } from '@lingui/react/macro';
import { List, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { hasCode } from '../../domain/errors.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { useGate } from '../application/gate.ts';
import { faultOf, NewPassphrase, NO_PASSPHRASE } from '../parts/passphrase/NewPassphrase.tsx';
import { PassphraseField } from '../parts/passphrase/PassphraseField.tsx';
import { Buttons } from './Buttons.tsx';
import { Problem } from './Problem.tsx';
import { Threshold } from './Threshold.tsx';

/** The passphrase may be known to others: a new key for the vault and its backups. The vault is locked after. */
export function NewKey({ folder }: { readonly folder: string }) {
  const { t } = useLingui();
  const client = useClient();
  const { show, expect } = useGate();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(NO_PASSPHRASE);
  const [complain, setComplain] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [left, setLeft] = useState<readonly string[]>([]);

  const rekey = async (event: FormEvent) => {
    event.preventDefault();
    setComplain(true);
    if (faultOf(next) !== undefined || busy) return;
    setBusy(true);
    setError(undefined);
    expect('newKey');
    try {
      const answer = await client.vault.rekey({ folder, current, next: next.first });
      if (answer.left.length === 0) show(undefined);
      else setLeft(answer.left);
    } catch (reason) {
      setError(reason);
    }
    expect(undefined);
    setBusy(false);
  };

  if (left.length > 0) {
    return (
      <Threshold title={t`The vault has a new key`}>
        <Stack gap="md">
          <Text>{t`These backups open with neither passphrase and were left as they are. Delete them if you do not need them:`}</Text>
          <List>
            {left.map((name) => (
              <List.Item key={name}>{name}</List.Item>
            ))}
          </List>
        </Stack>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            show(undefined);
          }}
        >
          <Buttons next={t`Unlock`} />
        </form>
      </Threshold>
    );
  }
  return (
    <Threshold
      title={t`The passphrase may be known to others`}
      lead={
        <p>
          {t`The vault and its backups are encrypted anew under a new key and a new passphrase. Copies that somebody already has still open with the old one. It takes up to a minute; then the vault is locked.`}
        </p>
      }
    >
      <form onSubmit={(event) => void rekey(event)} noValidate>
        <Stack gap="md">
          <PassphraseField
            label={t`Present passphrase`}
            value={current}
            onChange={setCurrent}
            error={
              hasCode(error, 'vault.passphrase') && t`The passphrase is not right. Nothing was changed; try again.`
            }
            autoFocus
          />
          <NewPassphrase label={t`New passphrase`} value={next} onChange={setNext} complain={complain} />
          {!hasCode(error, 'vault.passphrase') && <Problem error={error} />}
        </Stack>
        <Buttons
          onBack={() => show(undefined)}
          next={t`Give the vault a new key`}
          busy={busy}
          disabled={current === ''}
        />
      </form>
    </Threshold>
  );
}
