import { useLingui } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Card } from '../../parts/card/CardTrust.tsx';
import type { Directory } from '../../parts/directory/useDirectory.ts';
import { AdmitForm } from './AdmitForm.tsx';

interface AdmitHolderProps {
  readonly card: Card;
  readonly directory: Directory | undefined;
  /** Which of the holder and the organisation are among the records. */
  readonly known: ReadonlySet<string>;
}

/**
 * A verified card whose holder is not in the network yet: the Secretariat takes them into the records, under the ids by
 * which the card names them, and admits the installation to the directory, so that bundles reach it and records name them.
 */
export function AdmitHolder({ card, directory, known }: AdmitHolderProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const title = t`Take in ${card.name}`;
  const close = () => setOpen(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)} aria-label={title}>
        {t`Take in…`}
      </Button>
      <Modal opened={open} onClose={close} title={title} size={560} closeButtonProps={{ 'aria-label': t`Close` }}>
        <AdmitForm card={card} directory={directory} known={known} title={title} onClose={close} />
      </Modal>
    </>
  );
}
