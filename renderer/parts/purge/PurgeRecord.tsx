import { useLingui } from '@lingui/react/macro';
import { Alert, Modal, TextInput } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useUndo } from '../../application/undo.ts';
import { AskReason } from '../reason/AskReason.tsx';
import { useWork } from '../work/useWork.ts';
import { WorkProgress } from '../work/WorkProgress.tsx';
import { usePurged } from './purged.ts';

interface PurgeRecordProps {
  readonly record: string;
  readonly title: string;
  onClose(): void;
}

/**
 * Removes for good what our organisation wrote: the one thing that cannot be taken back. Says what will happen, asks why,
 * and has the name typed.
 */
export function PurgeRecord(props: PurgeRecordProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={600}
      title={t`Remove for good`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <Purge {...props} />
    </Modal>
  );
}

function Purge({ record, title, onClose }: PurgeRecordProps) {
  const { t } = useLingui();
  const client = useClient();
  const [typed, setTyped] = useState('');
  const work = useWork((why: string, job) =>
    client.exchange.purge({ record: RecordId.parse(record), reason: why, job }),
  );
  const purge = async (reason: string) => {
    const made = await work.start(reason);
    if (made === undefined) return;
    // What could be taken back before may name what is no more.
    useUndo.getState().forget();
    const { cleaned, unreachable, outside } = made.backups;
    onClose();
    usePurged.getState().tell({ cleaned, copiesLeft: unreachable > 0 || outside });
  };
  return (
    <AskReason
      happens={[
        t`Its text, all earlier versions, attachments, portions, comments and notes on it go, here and in the backups of this vault.`,
        t`Everybody to whom it went gets the order with your next bundle: it is shown to them, and carried out.`,
        t`What stays is that it existed, who wrote it, and your reason.`,
        t`What somebody printed, saved or copied elsewhere is not reached.`,
      ]}
      label={t`Why it is removed`}
      description={t`It travels with the order, and everybody concerned reads it: name nobody in it.`}
      longest={2000}
      further={
        <TextInput
          label={t`Type its name: ${title}`}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      }
      act={t`Remove for good`}
      icon={<IconEraser size={16} stroke={1.6} aria-hidden />}
      color="red"
      ready={typed.trim() === title.trim()}
      error={work.error}
      working={
        work.job !== undefined && <WorkProgress job={work.job} title={t`Removing for good`} onCancel={work.cancel} />
      }
      onAct={(reason) => void purge(reason)}
      onClose={onClose}
    >
      <Alert color="red" title={t`Nobody can take this back.`}>
        {t`For consent that was withdrawn, or a grave mistake. For everything else there is deleting, which can be undone.`}
      </Alert>
    </AskReason>
  );
}
