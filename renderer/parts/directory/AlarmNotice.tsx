import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useClient } from '../../application/ApplicationContext.ts';
import { DIRECTORY } from '../../application/addresses.ts';
import { tellError } from '../../application/errors.tsx';
import { useReadAgain } from '../../application/queries.ts';
import { formatMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import classes from './directory.module.css';
import type { DirectoryAlarm } from './useDirectory.ts';

interface AlarmNoticeProps {
  readonly alarm: DirectoryAlarm;
  /** Shown outside the directory, to which it then leads. */
  readonly elsewhere?: boolean;
  /** What else can be done about it. */
  readonly children?: ReactNode;
}

/** An alarm of the directory: what happened, what to do, and that somebody has looked at it. */
export function AlarmNotice({ alarm, elsewhere = false, children }: AlarmNoticeProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useClient();
  const readAgain = useReadAgain();
  const { id, is, at, sentence } = alarm;
  const advice = {
    fork: t`Call the Secretariat and ask which one is right. Until the root has said so, take nothing over that depends on it.`,
    newKey: t`Call this person, by a number you already have, and compare the digits before you seal anything for the new installation.`,
    otherCard: t`Call the holder, by a number you already have. The card that is known here was not replaced.`,
  };
  const look = async () => {
    await client.directory.lookAt({ alarm: id });
    await readAgain('directory');
  };
  return (
    <div className={classes.alarm} role="alert">
      <IconAlertOctagon size={20} stroke={1.6} aria-hidden />
      <div>
        <strong>{sentence}</strong>
        <p>{advice[is]}</p>
        <div className={classes.noticeButtons}>
          {children}
          <Button size="compact-sm" variant="default" onClick={() => void look().catch(tellError)}>
            {t`I have looked at it`}
          </Button>
          {elsewhere && <Link to={DIRECTORY}>{t`Go to the directory`}</Link>}
          <span className={classes.when}>{formatMoment(at, language)}</span>
        </div>
      </div>
    </div>
  );
}
