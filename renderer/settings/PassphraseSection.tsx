import { useLingui } from '@lingui/react/macro';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { hasCode } from '../../domain/errors.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { leaveFor } from '../application/gate.ts';
import { useRead } from '../application/queries.ts';
import { faultOf, NewPassphrase, NO_PASSPHRASE } from '../parts/passphrase/NewPassphrase.tsx';
import { PassphraseField } from '../parts/passphrase/PassphraseField.tsx';
import { Outcome } from './Outcome.tsx';
import { Section } from './Section.tsx';

/** Another passphrase; or another key, where the passphrase may be known to others. */
export function PassphraseSection() {
  const { t } = useLingui();
  const client = useClient();
  const { data } = useRead('vault', 'status', {});
  const [open, setOpen] = useState(false);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(NO_PASSPHRASE);
  const [complain, setComplain] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [done, setDone] = useState(false);
  const folder = data?.folder;

  const close = () => {
    setOpen(false);
    setCurrent('');
    setNext(NO_PASSPHRASE);
    setComplain(false);
    setError(undefined);
  };
  const change = async (event: FormEvent) => {
    event.preventDefault();
    setComplain(true);
    if (busy || faultOf(next) !== undefined) return;
    setBusy(true);
    setError(undefined);
    try {
      await client.vault.changePassphrase({ current, next: next.first });
      close();
      setDone(true);
    } catch (reason) {
      setError(reason);
    }
    setBusy(false);
  };

  return (
    <Section
      name="passphrase"
      title={t`Passphrase`}
      text={t`The new passphrase opens this vault and its backups. Copies that were made before still open with the old one.`}
    >
      {open ? (
        <form onSubmit={(event) => void change(event)} noValidate>
          <Group gap="md" mb="md" grow>
            <PassphraseField
              label={t`Present passphrase`}
              value={current}
              onChange={setCurrent}
              error={hasCode(error, 'vault.passphrase') && t`The passphrase is not right.`}
              autoFocus
            />
          </Group>
          <NewPassphrase label={t`New passphrase`} value={next} onChange={setNext} complain={complain} />
          {!hasCode(error, 'vault.passphrase') && <Outcome error={error} />}
          <Group gap="sm" mt="md">
            <Button type="submit" loading={busy} disabled={current === ''}>
              {t`Change the passphrase`}
            </Button>
            <Button variant="default" onClick={close} disabled={busy}>
              {t`Cancel`}
            </Button>
          </Group>
        </form>
      ) : (
        <div>
          <Button
            variant="default"
            onClick={() => {
              setOpen(true);
              setDone(false);
            }}
          >
            {t`Change the passphrase`}
          </Button>
        </div>
      )}
      <Outcome done={done ? t`The passphrase was changed.` : undefined} />
      {folder !== undefined && (
        <Text size="sm" c="var(--second)">
          {t`If others may know the passphrase, changing it is not enough.`}{' '}
          <Anchor component="button" type="button" inherit onClick={() => void leaveFor({ of: 'newKey', folder })}>
            {t`Give the vault a new key`}
          </Anchor>
        </Text>
      )}
    </Section>
  );
}
