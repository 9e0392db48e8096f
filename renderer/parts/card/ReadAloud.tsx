import { useLingui } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { IconVolume } from '@tabler/icons-react';
import { useState } from 'react';
import { CardSquare } from './CardSquare.tsx';
import type { Card } from './CardTrust.tsx';
import classes from './card.module.css';
import { Digits } from './Digits.tsx';

/** The digits as large as the window, to be read to somebody, or held before a camera. */
export function ReadAloud({ card }: { readonly card: Pick<Card, 'name' | 'organisationName' | 'digits'> }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const { name, organisationName, digits } = card;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconVolume size={16} stroke={1.6} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t`Read aloud…`}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        fullScreen
        title={t`Card of ${name}, ${organisationName}`}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <div className={classes.aloudPage}>
          <Digits digits={digits} large />
          <div className={classes.aloudSide}>
            <CardSquare digits={digits} />
            <p>{t`Read one group after the other and let the other side repeat it. By video, hold the code before the camera.`}</p>
          </div>
        </div>
      </Modal>
    </>
  );
}
