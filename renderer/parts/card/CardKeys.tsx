import { useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useReadAgain } from '../../application/queries.ts';
import { useDirectory } from '../directory/useDirectory.ts';

/** Which sort of keys this installation has, and the other sort where the network has it or is not joined yet. */
export function CardKeys() {
  const { t } = useLingui();
  const client = useClient();
  const readAgain = useReadAgain();
  const directory = useDirectory();
  const [made, setMade] = useState(false);
  const [error, setError] = useState<unknown>();
  if (directory === undefined) return null;
  const { keys, ownKeys } = directory;
  const other = ownKeys === 'classic' ? 'hybrid' : 'classic';
  const isWrong = keys !== undefined && keys !== ownKeys;
  const renew = async () => {
    setError(undefined);
    try {
      await client.directory.renewKeys({ keys: other });
      await Promise.all([readAgain('directory'), readAgain('exchange')]);
      setMade(true);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <div>
      <Group gap="md">
        <span>{ownKeys === 'hybrid' ? t`Its keys are post-quantum.` : t`Its keys are classic.`}</span>
        {(keys === undefined || isWrong) && (
          <Button size="compact-sm" variant="default" onClick={() => void renew()}>
            {other === 'hybrid' ? t`Make post-quantum keys` : t`Make classic keys`}
          </Button>
        )}
      </Group>
      <Text role="status" size="sm" c={error === undefined ? 'var(--second)' : 'var(--refusal-ink)'}>
        {error !== undefined
          ? sentenceFor(error)
          : made
            ? t`The keys are made. Give the new card to the others; its digits are the same as before.`
            : isWrong
              ? t`The network has the other sort: make keys of it, and give the new card to the Secretariat.`
              : keys === undefined
                ? t`All installations of a network have the same sort. Make the other only if its Secretariat asks for it.`
                : null}
      </Text>
    </div>
  );
}
