import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { sentenceFor } from '../application/errors.tsx';
import { useSaveWords } from '../parts/work/useSaveWords.ts';
import { usualFileName } from '../parts/work/usualFileName.ts';
import { WorkProgress } from '../parts/work/WorkProgress.tsx';
import classes from './exchange.module.css';

interface SaveWordsProps {
  readonly title: string;
  /** Whom it is about, for those who do not see what it stands beside. */
  readonly about?: string;
  readonly icon?: Icon;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  /** What is said once it was made. */
  readonly said: string;
  make(file: string, job: string): Promise<object>;
}

/** A button that makes a bundle of words alone, with progress, and says in its place what became of it. */
export function SaveWords({ title, about, icon: Sign, primary, disabled = false, said, make }: SaveWordsProps) {
  const { t } = useLingui();
  const { job, error, done, save, cancel } = useSaveWords(make);
  if (job !== undefined) return <WorkProgress job={job} title={t`Sealing`} onCancel={cancel} />;
  return (
    <span className={classes.saveWords}>
      <Button
        size={primary === true ? 'sm' : 'compact-sm'}
        variant={primary === true ? 'filled' : 'default'}
        disabled={disabled}
        aria-label={about === undefined ? title : `${title} ${about}`}
        leftSection={Sign && <Sign size={16} stroke={1.6} aria-hidden />}
        onClick={() => void save(usualFileName())}
      >
        {title}
      </Button>
      <span role="status" className={classes.quiet}>
        {done !== undefined && said}
      </span>
      {error !== undefined && (
        <span role="alert" className={classes.wrong}>
          {sentenceFor(error)}
        </span>
      )}
    </span>
  );
}
