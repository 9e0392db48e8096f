import { useLingui } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import classes from './conflict.module.css';

/** Where a record's questions are answered, among all others in conflict. */
export const conflictAddress = (record: string): string => `/exchange/conflicts?record=${record}`;

interface InConflictProps {
  readonly record: string;
  /** Inside what is itself chosen or opened: words without a link of their own. */
  readonly plain?: boolean;
  /** Where the list has the keys. */
  readonly tabIndex?: number;
}

/** Beside the name of a record in conflict, wherever it stands: says so, and leads to its questions. */
export function InConflict({ record, plain = false, tabIndex }: InConflictProps) {
  const { t } = useLingui();
  const inside = (
    <>
      <IconAlertTriangle size={14} stroke={1.6} aria-hidden />
      {t`in conflict`}
    </>
  );
  if (plain) return <span className={classes.mark}>{inside}</span>;
  return (
    <Link
      to={conflictAddress(record)}
      className={classes.mark}
      {...(tabIndex === undefined ? {} : { tabIndex })}
      onClick={(event) => event.stopPropagation()}
    >
      {inside}
    </Link>
  );
}
