import { Plural, useLingui } from '@lingui/react/macro';
import { Button, Group, Select, Stack } from '@mantine/core';
import { IconRubberStamp } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { formatDate } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { Minuted } from './minuted.ts';
import classes from './minutes.module.css';

interface ApproveProps {
  readonly ids: readonly string[];
  readonly minuted: Minuted;
  readonly at: string | undefined;
  close(): void;
}

/** Approves minutes: says at which meeting or item that was done. They stand from then on. */
export function Approve({ ids, minuted, at, close }: ApproveProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useClient();
  const { occasions } = minuted;
  const known = occasions.some(({ record }) => record === at) ? at : occasions[0]?.record;
  const [chosen, setChosen] = useState(known ?? '');
  const [error, setError] = useState<unknown>();
  const approve = async () => {
    try {
      await client.minutes.approve({ minutes: [...ids], at: chosen });
      close();
    } catch (failure) {
      setError(failure);
    }
  };
  const count = ids.length;
  return (
    <Stack gap="md">
      <Select
        label={t`Approved at`}
        allowDeselect={false}
        value={chosen}
        onChange={(value) => setChosen(value ?? chosen)}
        comboboxProps={{ withinPortal: false }}
        data={occasions.map(({ record, title, meeting, starts }) => ({
          value: record,
          label: [meeting, title, meeting === '' ? formatDate(starts, language) : ''].filter(Boolean).join(', '),
        }))}
      />
      <p className={classes.quiet}>
        {t`Approved minutes stand as they are. Opening them again takes a reason, which stays with them.`}
      </p>
      {error !== undefined && <p role="alert">{sentenceFor(error)}</p>}
      <Group gap="sm">
        <Button
          leftSection={<IconRubberStamp size={16} stroke={1.6} aria-hidden />}
          onClick={() => void approve()}
          data-autofocus
        >
          <Plural value={count} one="Approve the minutes" other="Approve the minutes of # items" />
        </Button>
        <Button variant="default" onClick={close}>{t`Not now`}</Button>
      </Group>
    </Stack>
  );
}
