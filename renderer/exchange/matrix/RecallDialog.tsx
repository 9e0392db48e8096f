import { Plural, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { IconRotate2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useSaveWords } from '../../parts/work/useSaveWords.ts';
import { usualFileName } from '../../parts/work/usualFileName.ts';
import { WorkProgress } from '../../parts/work/WorkProgress.tsx';
import classes from '../exchange.module.css';
import matrixClasses from './matrix.module.css';

const LONGEST = 2000;

/** Asks all addressees of a bundle to withdraw it: what will happen, why, and the file that says so. */
export function RecallDialog({ bundle, onClose }: { readonly bundle: string; onClose(): void }) {
  const { t } = useLingui();
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t`Recall the bundle`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <Recall bundle={bundle} onClose={onClose} />
    </Modal>
  );
}

function Recall({ bundle, onClose }: { readonly bundle: string; onClose(): void }) {
  const { t } = useLingui();
  const client = useClient();
  const [reason, setReason] = useState('');
  const { job, error, done, save, cancel } = useSaveWords((file, job) =>
    client.exchange.recall({ bundle, reason: reason.trim(), file, job }),
  );
  if (done !== undefined) {
    return (
      <Stack gap="md">
        <p role="status" className={matrixClasses.plain}>
          <Plural
            value={done.addressees}
            one="The recall is sealed for # addressee. Send the file to them; the matrix shows who has answered."
            other="The recall is sealed for # addressees. Send the file to all of them; the matrix shows who has answered."
          />
        </p>
        <Group>
          <Button onClick={onClose} data-autofocus>{t`Close`}</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <ul className={matrixClasses.happens}>
        <li>{t`A file is sealed for all who were addressed. You send it to them, by any way.`}</li>
        <li>{t`Once they open it, what your bundle brought is taken back there, and they are shown your reason.`}</li>
        <li>{t`Where something was built upon a record, it stays, and you are told how many.`}</li>
        <li>{t`What somebody read, printed or copied is not undone by it.`}</li>
      </ul>
      <Textarea
        label={t`Why it is recalled`}
        description={t`The addressees read it.`}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={LONGEST}
        value={reason}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error !== undefined && (
        <p role="alert" className={classes.wrong}>
          {sentenceFor(error)}
        </p>
      )}
      {job !== undefined ? (
        <WorkProgress job={job} title={t`Sealing`} onCancel={cancel} />
      ) : (
        <Group gap="sm">
          <Button
            disabled={reason.trim() === ''}
            leftSection={<IconRotate2 size={16} stroke={1.6} aria-hidden />}
            onClick={() => void save(usualFileName())}
          >
            {t`Seal the recall`}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t`Not now`}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
