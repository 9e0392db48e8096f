import { Plural, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type Action, useAction } from '../../application/actions.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { Leaks } from '../../parts/leaks/Leaks.tsx';
import { WorkProgress } from '../../parts/work/WorkProgress.tsx';
import classes from './send.module.css';
import type { Sealing } from './useSealing.ts';

interface SealNowProps {
  readonly sealing: Sealing;
  readonly files: number;
  readonly disabled: boolean;
  /** Withheld names in what goes that nobody has decided on. */
  readonly undecided: number;
  onSeal(): void;
}

/** Seals what was put together; how far it is, a way to end it, and what went wrong, in its place. */
export function SealNow({ sealing, files, disabled, undecided, onSeal }: SealNowProps) {
  const { t } = useLingui();
  const { busy, job, at, error, made } = sealing;
  const action: Action = {
    id: 'exchange.sealNow',
    title: files > 1 ? t`Seal ${files} bundles` : t`Seal the bundle`,
    group: t`Exchange`,
    shortcut: 'mod+Enter',
    whileTyping: true,
    icon: IconLock,
    disabled: disabled || busy || undecided > 0,
    run: onSeal,
  };
  useAction(action);
  const title = at.of > 1 ? t`Sealing file ${at.file} of ${at.of}` : t`Sealing`;
  return (
    <div className={classes.seal}>
      {error !== undefined && (
        <div role="alert" className={classes.wrong}>
          <p>{sentenceFor(error)}</p>
          <Leaks error={error} />
        </div>
      )}
      {made > 0 && !busy && (
        <p className={classes.quiet}>
          <Plural
            value={made}
            one="# file was made before that, and stays."
            other="# files were made before that, and stay."
          />
        </p>
      )}
      {undecided > 0 && (
        <p className={classes.warning}>
          <Plural
            value={undecided}
            one="A withheld name stands in what goes: decide on it first."
            other="Withheld names stand in what goes in # places: decide on them first."
          />
        </p>
      )}
      {job === undefined ? (
        <div>
          <Button
            leftSection={<IconLock size={16} stroke={1.6} aria-hidden />}
            disabled={action.disabled === true}
            onClick={action.run}
          >
            {action.title}
          </Button>
        </div>
      ) : (
        <WorkProgress job={job} title={title} onCancel={sealing.cancel} />
      )}
      <p className={classes.quiet}>
        {t`Only those named can open it. What goes is shared from then on; drafts of what is withheld stay drafts.`}
      </p>
    </div>
  );
}
