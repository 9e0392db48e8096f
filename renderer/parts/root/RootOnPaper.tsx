import { useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ConfirmRoot } from './ConfirmRoot.tsx';
import { PrintRoot } from './PrintRoot.tsx';

interface RootOnPaperProps {
  onConfirmed(): void;
  /** Another way on, beside the buttons: `Later`. */
  readonly children?: ReactNode;
}

/** The root goes on paper and is typed back from it. */
export function RootOnPaper({ onConfirmed, children }: RootOnPaperProps) {
  const { t } = useLingui();
  const [confirming, setConfirming] = useState(false);
  const [saved, setSaved] = useState(false);
  if (confirming) {
    return (
      <ConfirmRoot onConfirmed={onConfirmed}>
        <Group gap="sm">
          <Button type="submit">{t`Confirm`}</Button>
          <Button variant="default" onClick={() => setConfirming(false)}>
            {t`Back to the paper`}
          </Button>
          {children}
        </Group>
      </ConfirmRoot>
    );
  }
  return (
    <Stack gap="md">
      <PrintRoot onSaved={() => setSaved(true)} />
      <Group gap="sm">
        <Button variant={saved ? 'filled' : 'default'} onClick={() => setConfirming(true)}>
          {t`I have it on paper`}
        </Button>
        {children}
      </Group>
    </Stack>
  );
}
