import { useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useClient } from '../application/ApplicationContext.ts';
import { useGate } from '../application/gate.ts';
import { useRead, useReadAgain } from '../application/queries.ts';
import { Outcome } from './Outcome.tsx';
import { Section } from './Section.tsx';

/** Deletes the exercise with everything in it, once its network's name is typed. Nothing in other vaults. */
export function ExerciseSection() {
  const { t } = useLingui();
  const client = useClient();
  const readAgain = useReadAgain();
  const { data } = useRead('vault', 'status', {});
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const network = data?.network;
  if (network?.exercise !== true) return null;

  const remove = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const { expect } = useGate.getState();
    expect('deleted');
    try {
      await client.vault.deleteExercise({ name: name.trim() });
      // The window is at the other vaults by now; one of them is gone.
      await readAgain('vault');
    } catch (reason) {
      expect(undefined);
      setError(reason);
      setBusy(false);
    }
  };

  return (
    <Section
      name="exercise"
      title={t`Delete the exercise`}
      text={t`The vault of the exercise goes with everything in it, and cannot be brought back. Your other vaults stay as they are.`}
    >
      <form onSubmit={(event) => void remove(event)} noValidate>
        <Group gap="sm" align="flex-end" wrap="nowrap">
          <TextInput
            label={t`To delete it, type its name: ${network.name}`}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            flex={1}
          />
          <Button type="submit" color="red" loading={busy} disabled={name.trim() !== network.name}>
            {t`Delete the exercise`}
          </Button>
        </Group>
        <Outcome error={error} />
      </form>
    </Section>
  );
}
