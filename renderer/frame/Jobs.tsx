import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Indicator, Popover, Progress, Text } from '@mantine/core';
import { IconProgress, IconX } from '@tabler/icons-react';
import { useClient } from '../application/ApplicationContext.ts';
import { tellError } from '../application/errors.tsx';
import { type RunningJob, useJobs } from '../application/jobs.ts';
import classes from './frame.module.css';
import { QUIET_WORK, WORK_WORDS } from './jobWords.ts';

/** Long work that is under way, with how far it is and a way to cancel it. Not there when there is none. */
export function Jobs() {
  const all = useJobs((state) => state.jobs);
  const jobs = all.filter(({ work }) => !QUIET_WORK.includes(work));
  const { t } = useLingui();
  const client = useClient();
  if (jobs.length === 0) return null;
  return (
    <Popover width={320} position="bottom-end">
      <Indicator label={jobs.length} size={16} disabled={jobs.length < 2}>
        <Popover.Target>
          <Button variant="default" size="xs" leftSection={<IconProgress size={16} stroke={1.6} aria-hidden />}>
            {t`In progress`}
          </Button>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown>
        <ul className={classes.jobs}>
          {jobs.map((job) => (
            <JobLine key={job.job} job={job} cancel={() => client.jobs.cancel({ job: job.job }).catch(tellError)} />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function JobLine({ job, cancel }: { readonly job: RunningJob; readonly cancel: () => void }) {
  const { t, i18n } = useLingui();
  const words = WORK_WORDS[job.work];
  const name = words === undefined ? t`Working` : i18n._(words);
  const share = job.total > 0 ? Math.min(1, job.done / job.total) : 0;
  const left = secondsLeft(job, share);
  return (
    <li className={classes.job}>
      <div>
        <Text size="sm">{name}</Text>
        <Progress value={share * 100} aria-label={name} size="sm" my={4} />
        <Text size="xs" c="dimmed">
          {left === undefined ? t`Working out how long it takes` : t`About ${left} s left`}
        </Text>
      </div>
      <ActionIcon aria-label={t`Cancel: ${name}`} onClick={cancel}>
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </li>
  );
}

/** From how long the part that is done took; undefined before that says anything. */
function secondsLeft({ started }: RunningJob, share: number): number | undefined {
  const passed = (performance.now() - started) / 1000;
  return share < 0.03 || passed < 1 ? undefined : Math.max(1, Math.round((passed / share) * (1 - share)));
}
