import { useLingui } from '@lingui/react/macro';
import { Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useReadAgain } from '../../application/queries.ts';
import classes from './recovery.module.css';
import { chooseGroups, isGroup, type Recovery } from './recovery.ts';

interface ConfirmGroupsProps {
  readonly recovery: Recovery;
  readonly onConfirmed: () => void;
  /** The buttons; one of them submits. */
  readonly children: ReactNode;
}

/** Two groups are typed back from the paper, so that the sheet is known to exist and to be right. */
export function ConfirmGroups({ recovery, onConfirmed, children }: ConfirmGroupsProps) {
  const { t } = useLingui();
  const client = useClient();
  const readAgain = useReadAgain();
  const [[first, second]] = useState(() => chooseGroups(recovery.groups.length));
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  /** The group that is wrong, or, with what the application said, the last one. */
  const [complaint, setComplaint] = useState<{ readonly of: number; readonly error?: unknown }>();

  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = [first, second].find((place) => !isGroup(typed[place] ?? '', recovery.groups[place]));
    if (wrong !== undefined) {
      setComplaint({ of: wrong });
      return;
    }
    try {
      await client.vault.confirmRecovery({});
      await readAgain('vault');
      onConfirmed();
    } catch (error) {
      setComplaint({ of: second, error });
    }
  };

  const words =
    complaint?.error === undefined
      ? t`That is not what the sheet says. Compare it character by character.`
      : sentenceFor(complaint.error);
  return (
    <form onSubmit={(event) => void confirm(event)} noValidate>
      <Stack gap="lg">
        <Group gap="md" align="flex-start" grow>
          {[first, second].map((place, index) => (
            <TextInput
              key={place}
              label={t`Group ${place} of the sheet`}
              value={typed[place] ?? ''}
              className={classes.typed ?? ''}
              onChange={(event) => {
                setTyped({ ...typed, [place]: event.currentTarget.value });
                setComplaint(undefined);
              }}
              error={complaint?.of === place && words}
              autoFocus={index === 0}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={12}
            />
          ))}
        </Group>
        {children}
      </Stack>
    </form>
  );
}
