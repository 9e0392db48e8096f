import { useLingui } from '@lingui/react/macro';
import { Button, Popover, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { InstallationId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useReadAgain } from '../../application/queries.ts';
import classes from './card.module.css';

interface VerifyCardProps {
  readonly installation: string;
  readonly name: string;
  readonly digits: string;
  onVerified?(): void;
}

/** Notes that somebody had the holder read the digits, and that they are the same. */
export function VerifyCard({ installation, name, digits, onVerified }: VerifyCardProps) {
  const { t } = useLingui();
  const client = useClient();
  const readAgain = useReadAgain();
  const [open, setOpen] = useState(false);
  const [by, setBy] = useState('');
  const [error, setError] = useState<string>();
  const verify = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (by.trim() === '') return setError(t`Say who compared the digits.`);
    try {
      await client.exchange.verifyCard({ installation: InstallationId.parse(installation), verifiedBy: by.trim() });
      setOpen(false);
      await readAgain('exchange');
      onVerified?.();
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus width={340}>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setOpen(!open)}
          aria-label={t`Verify the card of ${name}`}
        >
          {t`Verify…`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={(event) => void verify(event)} aria-label={t`Verify the card of ${name}`}>
          <Stack gap="sm">
            <Text>{t`Have ${name} read these digits to you, in person or by a voice you know. Only if they are the same:`}</Text>
            <Text className={classes.digitsLine ?? ''}>{digits}</Text>
            <TextInput
              data-autofocus
              label={t`Compared by`}
              value={by}
              error={error}
              onChange={(event) => {
                setBy(event.currentTarget.value);
                setError(undefined);
              }}
            />
            <Button type="submit">{t`The digits are the same`}</Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
