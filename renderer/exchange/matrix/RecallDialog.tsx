import { Plural, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconRotate2 } from '@tabler/icons-react';
import { useClient } from '../../application/ApplicationContext.ts';
import { AskReason } from '../../parts/reason/AskReason.tsx';
import { useSaveWords } from '../../parts/work/useSaveWords.ts';
import { usualFileName } from '../../parts/work/usualFileName.ts';
import { WorkProgress } from '../../parts/work/WorkProgress.tsx';
import matrixClasses from './matrix.module.css';

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
  const { job, error, done, save, cancel } = useSaveWords((file, job, reason: string) =>
    client.exchange.recall({ bundle, reason, file, job }),
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
    <AskReason
      happens={[
        t`A file is sealed for all who were addressed. You send it to them, by any way.`,
        t`Once they open it, what your bundle brought is taken back there, and they are shown your reason.`,
        t`Where something was built upon a record, it stays, and you are told how many.`,
        t`What somebody read, printed or copied is not undone by it.`,
      ]}
      label={t`Why it is recalled`}
      description={t`The addressees read it.`}
      longest={2000}
      act={t`Seal the recall`}
      icon={<IconRotate2 size={16} stroke={1.6} aria-hidden />}
      error={error}
      working={job !== undefined && <WorkProgress job={job} title={t`Sealing`} onCancel={cancel} />}
      onAct={(reason) => void save(usualFileName(), reason)}
      onClose={onClose}
    />
  );
}
