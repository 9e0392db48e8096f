import { useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { IconDoorExit } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useClient } from '../application/ApplicationContext.ts';
import { sentenceFor } from '../application/errors.tsx';
import { leaveOpenSession } from '../application/openSession.ts';
import classes from './openSession.module.css';

/**
 * Back to the desk, where everything closed is. A word is typed, which nobody does by leaning on a key or by one click
 * too many; the passphrase is not asked for, because a room full of people would see it typed.
 */
export function Leave({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const client = useClient();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<unknown>();
  const word = t`closed`;
  const matches = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
  const leave = (event: FormEvent) => {
    event.preventDefault();
    if (matches) leaveOpenSession(client).catch(setError);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={t`Leave the open session`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <form onSubmit={leave}>
        <Stack gap="md">
          <p className={classes.plainText}>
            {t`The desk comes back on this screen with everything that is closed: titles, names and papers. Turn off the projector, or make sure that nobody else sees the screen.`}
          </p>
          <p className={classes.plainText}>
            {t`To go away from the machine, lock it instead: unlocked again, it is still in the open session.`}
          </p>
          <TextInput
            label={t`Type “${word}” to leave`}
            value={typed}
            autoComplete="off"
            data-autofocus
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {error !== undefined && (
            <p role="alert" className={classes.wrong}>
              {sentenceFor(error)}
            </p>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t`Stay`}
            </Button>
            <Button type="submit" disabled={!matches} leftSection={<IconDoorExit size={16} stroke={1.6} aria-hidden />}>
              {t`Leave`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
