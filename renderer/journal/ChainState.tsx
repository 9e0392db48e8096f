import { Plural, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useRead } from '../application/queries.ts';
import classes from './journal.module.css';

/** Whether the journal is as it was written, and if not, which line is not. */
export function ChainState() {
  const { t } = useLingui();
  const { data } = useRead('journal', 'verify', {}, { keep: true });
  if (data === undefined) return <span className={classes.chain}>{t`Its lines are being followed…`}</span>;
  const { broken, lines } = data;
  if (broken === undefined) {
    return (
      <span className={classes.chain} role="status">
        <IconCircleCheck size={16} stroke={1.6} aria-hidden />
        <Plural value={lines} one="Its one line is as it was written." other="All # lines are as they were written." />
      </span>
    );
  }
  const { line, is } = broken;
  const sentences: Readonly<Record<typeof is, string>> = {
    changed: t`Line ${line} was changed by something else than Amberdesk.`,
    missing: t`Line ${line} was taken out by something else than Amberdesk.`,
    order: t`Line ${line} does not follow the line before it.`,
    cut: t`From line ${line} on, the journal was cut off.`,
  };
  return (
    <span className={classes.broken} role="alert">
      <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
      {sentences[is]} {t`What is written before it stands. Keep a backup, and tell the Secretariat.`}
    </span>
  );
}
