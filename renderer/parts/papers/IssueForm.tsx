import { useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { AmberdeskError } from '../../../domain/errors.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor, tell } from '../../application/errors.tsx';
import { saveEverything } from '../../application/saving.ts';
import classes from './papers.module.css';

interface IssueFormProps {
  readonly ids: readonly string[];
  close(): void;
}

/** Issues papers: says what that does, takes the name of the issue, and a reason where steps of the clearance are open. */
export function IssueForm({ ids, close }: IssueFormProps) {
  const { t } = useLingui();
  const client = useClient();
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  const asksWhy = error instanceof AmberdeskError && error.code === 'paper.notCleared';
  const issue = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await saveEverything();
      const { changed } = await client.papers.issue({ papers: ids.map((id) => RecordId.parse(id)), name, reason });
      tell(changed.length === 1 ? t`The paper is issued.` : t`Issued: ${changed.length}`);
      close();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <form onSubmit={(event) => void issue(event)}>
      <Stack gap="md">
        <ul className={classes.happens}>
          <li>{t`It gets its number, where it has none.`}</li>
          <li>{t`What it says now is kept as this issue, and can be read and compared for ever.`}</li>
          <li>{t`Nobody changes it any more. A new version is begun with a reason.`}</li>
        </ul>
        <TextInput
          label={t`Name of the issue`}
          description={t`Left empty: “First issue”, then “Rev. 1”, in the language of the paper.`}
          maxLength={80}
          value={name}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {(asksWhy || reason !== '') && (
          <Textarea
            label={t`Why it is issued all the same`}
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {error !== undefined && (
          <p role="alert" className={classes.wrong}>
            {sentenceFor(error)}
          </p>
        )}
        <Group gap="sm">
          <Button type="submit" leftSection={<IconLock size={16} stroke={1.6} aria-hidden />}>{t`Issue`}</Button>
          <Button variant="default" onClick={close}>{t`Not now`}</Button>
        </Group>
      </Stack>
    </form>
  );
}
