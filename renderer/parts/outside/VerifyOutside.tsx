import { useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { IconWorldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useUndo } from '../../application/undo.ts';
import { AskReason } from '../reason/AskReason.tsx';
import classes from './outside.module.css';

interface VerifyOutsideProps {
  readonly paper: string;
  readonly opened: boolean;
  onClose(): void;
}

/** Notes that somebody made sure where a paper from outside comes from: a deliberate act, with how it was done. */
export function VerifyOutside({ paper, opened, onClose }: VerifyOutsideProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={560}
      title={t`Verify where it comes from`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <Verify paper={paper} onClose={onClose} />
    </Modal>
  );
}

function Verify({ paper, onClose }: Pick<VerifyOutsideProps, 'paper' | 'onClose'>) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const [error, setError] = useState<unknown>();
  const verify = async (reason: string) => {
    const id = RecordId.parse(paper);
    const order = { paper: id, reason };
    try {
      await client.replies.verify(order);
      did({
        label: t`Verified where it comes from`,
        undo: () =>
          client.records.edit({ id, changes: { provenance: 'outside', verification: null, verifiedBy: null } }),
        redo: () => client.replies.verify(order),
      });
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <AskReason
      label={t`How you made sure`}
      longest={1000}
      act={t`Note it as verified`}
      icon={<IconWorldCheck size={16} stroke={1.6} aria-hidden />}
      error={error}
      onAct={(reason) => void verify(reason)}
      onClose={onClose}
    >
      <p className={classes.plain}>
        {t`You asked the sender by another way than it came, or know the hand that gave it to you. Who has this paper sees who verified it, when and how; it says nothing of whether the text is true.`}
      </p>
    </AskReason>
  );
}
