import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useWork } from '../../parts/work/useWork.ts';
import { WorkProgress } from '../../parts/work/WorkProgress.tsx';
import classes from '../exchange.module.css';
import type { Lacking } from './matrixTypes.ts';

/** What each addressee lacks, counted when somebody asks: it takes the gate once for each. */
export function useLacking(): { readonly button: ReactNode; of(installation: string): Lacking | undefined } {
  const { t } = useLingui();
  const client = useClient();
  const { data: cards = [] } = useRead('exchange', 'cards', {});
  const [counted, setCounted] = useState<readonly Lacking[]>([]);
  const addressees = cards
    .filter(({ trust, role }) => (trust === 'verified' || trust === 'vouched') && role !== 'guest')
    .map(({ installation }) => installation);
  const work = useWork((asked: typeof addressees, job) => client.exchange.lacking({ addressees: asked, job }));
  const count = async () => setCounted((await work.start(addressees)) ?? []);
  return {
    of: (installation) => counted.find((one) => one.installation === installation),
    button:
      work.job !== undefined ? (
        <WorkProgress job={work.job} title={t`Counting what each lacks`} onCancel={work.cancel} />
      ) : (
        <>
          <Button
            size="compact-sm"
            variant="default"
            disabled={addressees.length === 0}
            leftSection={<IconListCheck size={16} stroke={1.6} aria-hidden />}
            onClick={() => void count()}
          >
            {t`Count what each lacks`}
          </Button>
          {work.error !== undefined && (
            <span role="alert" className={classes.wrong}>
              {sentenceFor(work.error)}
            </span>
          )}
        </>
      ),
  };
}
