import { useLingui } from '@lingui/react/macro';
import { Popover, TextInput, UnstyledButton } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { effectiveHandling } from '../../../../domain/handling/change.ts';
import type { Label } from '../../../../domain/handling/handling.ts';
import { useClient } from '../../../application/ApplicationContext.ts';
import { tellError } from '../../../application/errors.tsx';
import { HandlingPicker } from '../../handling/HandlingPicker.tsx';
import classes from '../editor.module.css';

interface PortionReadersProps {
  /** The portion's record. */
  readonly portion: string;
  /** Where others are told that it may be read. */
  readonly readAt: string;
  /** What the placeholder is to say, once the choice is made. */
  onChosen(label: Label, readAt: string): void;
}

/** Who may see a portion, and where others may ask to read it: chosen in its place. */
export function PortionReaders({ portion, readAt, onChosen }: PortionReadersProps) {
  const { t } = useLingui();
  const client = useClient();
  const [isOpen, setOpen] = useState(false);
  const [where, setWhere] = useState(readAt);
  const change = (next: boolean) => {
    setOpen(next);
    if (next) return setWhere(readAt);
    client.records
      .read({ id: portion })
      .then(({ handling, body }) => onChosen(effectiveHandling(handling, body).label, where.trim()), tellError);
  };
  return (
    <Popover opened={isOpen} onChange={change} position="bottom-start" trapFocus returnFocus withinPortal shadow="md">
      <Popover.Target>
        <UnstyledButton className={classes.portionAct ?? ''} onClick={() => change(!isOpen)}>
          <IconUsers size={16} stroke={1.6} aria-hidden />
          {t`Who may see it`}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.portionReaders ?? ''} aria-label={t`Who may see it`}>
        <HandlingPicker record={portion} />
        <TextInput
          mt="md"
          label={t`Where others may ask to read it`}
          placeholder={t`the Registry`}
          value={where}
          onChange={(event) => setWhere(event.currentTarget.value)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
