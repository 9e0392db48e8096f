import { useLingui } from '@lingui/react/macro';
import { IconAlarm } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Notice } from '../../../domain/exchange/manifest.ts';
import { TwoZones } from '../dates/TwoZones.tsx';
import { HandlingBadge } from '../handling/HandlingBadge.tsx';
import classes from './notice.module.css';

interface NoticeWordsProps {
  readonly notice: Notice;
  /** Who warns. */
  readonly from: string;
  /** Where it is gone on with. */
  readonly children?: ReactNode;
}

/** A notice, with what is asked and until when. */
export function NoticeWords({ notice, from, children }: NoticeWordsProps) {
  const { t } = useLingui();
  const { label, says, asks, until, zone } = notice;
  return (
    <div className={classes.notice} role="note" aria-label={t`Notice from ${from}`}>
      <IconAlarm size={20} stroke={1.6} aria-hidden />
      <div className={classes.words}>
        <p className={classes.head}>
          <strong>{t`Notice from ${from}`}</strong> <HandlingBadge label={label} />
        </p>
        <p className={classes.says}>{says}</p>
        {asks !== '' && (
          <p>
            <strong>{t`Asked:`}</strong> {asks}
          </p>
        )}
        {until !== undefined && (
          <p>
            <strong>{t`Until:`}</strong>{' '}
            <TwoZones at={until} zone={zone ?? 'UTC'} otherZone={Temporal.Now.timeZoneId()} withDay />
          </p>
        )}
      </div>
      {children}
    </div>
  );
}
