import { useLingui } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useReadAgain } from '../../application/queries.ts';
import type { TypedFromPaper } from '../recovery/KeyFromPaper.tsx';
import { RootField } from './RootField.tsx';

interface ConfirmRootProps {
  onConfirmed(): void;
  /** The buttons; one of them submits. */
  readonly children: ReactNode;
}

/** The root is typed back from paper, so that it is known to be there and to be right; then it is kept here no longer. */
export function ConfirmRoot({ onConfirmed, children }: ConfirmRootProps) {
  const { t } = useLingui();
  const client = useClient();
  const readAgain = useReadAgain();
  const [root, setRoot] = useState<TypedFromPaper>();
  const [error, setError] = useState<string>();
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (root === undefined) return setError(t`Type all groups as they stand on the paper.`);
    try {
      await client.directory.confirmRoot({ root });
      await readAgain('directory');
      onConfirmed();
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  return (
    <form onSubmit={(event) => void confirm(event)} noValidate>
      <Stack gap="md">
        <RootField
          autoFocus
          onChange={(next) => {
            setRoot(next);
            setError(undefined);
          }}
        />
        {error !== undefined && (
          <Text role="alert" c="var(--refusal-ink)">
            {error}
          </Text>
        )}
        {children}
      </Stack>
    </form>
  );
}
