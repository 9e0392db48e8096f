import { useLingui } from '@lingui/react/macro';
import { Button, Progress } from '@mantine/core';
import { useJobs } from '../../application/jobs.ts';
import classes from './work.module.css';

interface WorkProgressProps {
  readonly job: string;
  /** What is being done: `Setting up the exercise`. */
  readonly title: string;
  readonly onCancel: () => void;
}

/** How far long work is, with a way to cancel it. */
export function WorkProgress({ job, title, onCancel }: WorkProgressProps) {
  const { t } = useLingui();
  const running = useJobs((state) => state.jobs.find((one) => one.job === job));
  const share = running !== undefined && running.total > 0 ? Math.min(1, running.done / running.total) : undefined;
  return (
    <div className={classes.work}>
      <span role="status">{title}</span>
      <Progress
        value={share === undefined ? 100 : share * 100}
        animated={share === undefined}
        aria-label={title}
        className={classes.bar ?? ''}
      />
      <Button variant="default" onClick={onCancel}>{t`Cancel`}</Button>
    </div>
  );
}
