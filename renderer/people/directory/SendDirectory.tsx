import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { Standing } from '../../parts/directory/Standing.tsx';
import { useSaveWords } from '../../parts/work/useSaveWords.ts';
import { usualFileName } from '../../parts/work/usualFileName.ts';
import { WorkProgress } from '../../parts/work/WorkProgress.tsx';
import classes from '../people.module.css';

/** Seals the directory alone, in one file for all installations of the network. */
export function SendDirectory({ onClose }: { onClose(): void }) {
  const { t } = useLingui();
  const client = useClient();
  const { data, error } = useRead('directory', 'covered', { audience: { kind: 'board' } });
  const installations = data?.installations.filter(({ own }) => !own) ?? [];
  const sealing = useSaveWords((file, job) =>
    client.exchange.seal({
      selection: { of: 'records', records: [] },
      audience: { kind: 'board' },
      addressees: installations.map(({ installation }) => installation),
      purpose: 'directory',
      file,
      job,
    }),
  );
  if (error !== null) return <p role="alert">{sentenceFor(error)}</p>;
  if (data === undefined) return null;
  const { leftOut } = data;
  const organisations = new Set(installations.map(({ organisation }) => organisation)).size;
  if (sealing.done !== undefined) {
    return (
      <Stack gap="md">
        <Text role="status">
          {t`Sealed and saved. Send the file to everybody by the usual way; only those named can open it.`}
        </Text>
        <Group gap="sm">
          <Button onClick={onClose} data-autofocus>{t`Close`}</Button>
          <Link to={`/exchange/sent/${sealing.done.bundle}`} onClick={onClose}>{t`Look at what was sealed`}</Link>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <Text>
        {installations.length === 0 ? (
          t`No other installation of the board is trusted here and in force yet.`
        ) : (
          <Trans>
            One file with the directory and nothing else, for{' '}
            <Plural value={installations.length} one="# installation" other="# installations" /> of{' '}
            <Plural value={organisations} one="# organisation" other="# organisations" />.
          </Trans>
        )}
      </Text>
      {leftOut.length > 0 && (
        <div>
          <h3 className={classes.small}>{t`Left out`}</h3>
          <ul className={classes.records}>
            {leftOut.map((seat) => (
              <li key={seat.installation}>
                <span />
                <span>
                  {seat.name}, {seat.organisationName}
                </span>
                <Standing seat={seat} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {sealing.error !== undefined && (
        <Text role="alert" c="var(--refusal-ink)">
          {sentenceFor(sealing.error)}
        </Text>
      )}
      {sealing.job !== undefined ? (
        <WorkProgress job={sealing.job} title={t`Sealing`} onCancel={sealing.cancel} />
      ) : (
        <Group gap="sm">
          <Button
            leftSection={<IconLock size={16} stroke={1.6} aria-hidden />}
            onClick={() => void sealing.save(usualFileName())}
            disabled={installations.length === 0}
          >
            {t`Seal the directory`}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t`Not now`}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
