import { useLingui } from '@lingui/react/macro';
import { CloseButton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { InConflict } from '../conflict/InConflict.tsx';
import { StricterBadge } from '../handling/StricterBadge.tsx';
import classes from './picker.module.css';
import { useRecordName } from './recordName.ts';
import type { Titled } from './useTitles.ts';

interface ChosenRecordProps {
  /** Undefined when it is not here. */
  readonly record: Titled | undefined;
  /** Absent where nothing may be removed. */
  readonly remove?: (() => void) | undefined;
}

/** One of several chosen records; Delete, Backspace or its button takes it out. */
export function ChosenRecord({ record, remove }: ChosenRecordProps) {
  const { t } = useLingui();
  const name = useRecordName()(record);
  const gone = record === undefined || record.deleted;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    event.stopPropagation();
    remove?.();
  };
  return (
    <span className={classes.chip} data-gone={gone || undefined}>
      <span className={classes.chipName}>{name}</span>
      {record?.deleted && <span className={classes.gone}>{t`deleted`}</span>}
      {record?.conflicted && <InConflict record={record.id} />}
      <StricterBadge label={record?.label} />
      {remove !== undefined && (
        <CloseButton size="xs" aria-label={t`Remove ${name}`} onClick={remove} onKeyDown={onKeyDown} />
      )}
    </span>
  );
}
