import { Plural, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import { useWork } from '../../parts/work/useWork.ts';
import { WorkProgress } from '../../parts/work/WorkProgress.tsx';
import classes from '../exchange.module.css';
import { waitingInOrder } from '../waiting.ts';
import type { Bundle } from '../words.ts';
import bundlesClasses from './bundles.module.css';

/**
 * Where several bundles wait: accepts all of them, one after the other in the order in which they were sealed. Each has
 * its own backup before and can be taken back; what they disagree on waits among the conflicts.
 */
export function AcceptWaiting({ bundles }: { readonly bundles: readonly Bundle[] }) {
  const { t } = useLingui();
  const client = useClient();
  const [at, setAt] = useState<{ readonly bundle: number; readonly of: number }>();
  const ends = useRef(false);
  const work = useWork((bundle: string, job) => client.exchange.accept({ bundle, job }));
  const waiting = waitingInOrder(bundles);
  const acceptAll = async () => {
    ends.current = false;
    for (const [index, { bundle, organisationName: from }] of waiting.entries()) {
      setAt({ bundle: index + 1, of: waiting.length });
      if ((await work.start(bundle)) === undefined || ends.current) break;
      useUndo.getState().did({ label: t`accepted from ${from}`, undo: () => client.exchange.undo({ bundle }) });
    }
    setAt(undefined);
  };
  if (at !== undefined && work.job !== undefined) {
    return (
      <WorkProgress
        job={work.job}
        title={t`Accepting bundle ${at.bundle} of ${at.of}`}
        onCancel={() => {
          ends.current = true;
          work.cancel();
        }}
      />
    );
  }
  if (waiting.length < 2 && work.error === undefined) return null;
  return (
    <div className={bundlesClasses.acceptWaiting}>
      {waiting.length > 1 && (
        <>
          <Button
            variant="default"
            disabled={at !== undefined}
            leftSection={<IconChecks size={16} stroke={1.6} aria-hidden />}
            onClick={() => void acceptAll()}
          >
            <Plural value={waiting.length} one="Accept # bundle" other="Accept all # that wait, in their order" />
          </Button>
          <span className={classes.quiet}>{t`Or look at each first: what is opened here changes nothing.`}</span>
        </>
      )}
      {work.error !== undefined && (
        <p role="alert" className={classes.wrong}>
          {sentenceFor(work.error)}
        </p>
      )}
    </div>
  );
}
