import { useLingui } from '@lingui/react/macro';
import { IconKey } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useRead } from '../../application/queries.ts';
import { AlarmNotice } from './AlarmNotice.tsx';
import classes from './directory.module.css';
import { useDirectory } from './useDirectory.ts';

/**
 * What must not pass unseen about keys and the directory: alarms that nobody has looked at, and a root that is not on
 * paper yet. Nothing while there is none.
 */
export function TrustNotices() {
  const { t } = useLingui();
  const directory = useDirectory();
  const alarms = directory?.alarms.filter(({ seen }) => !seen) ?? [];
  const { data: status } = useRead('vault', 'status', {});
  // In an exercise nobody has to.
  const waits = directory?.root?.waiting === true && directory.maySign && status?.network?.exercise === false;
  if (directory === undefined || (alarms.length === 0 && !waits)) return null;
  return (
    <section aria-label={t`Keys and trust`} className={classes.notices}>
      {alarms.map((alarm) => (
        <AlarmNotice key={alarm.id} alarm={alarm} elsewhere />
      ))}
      {waits && (
        <div className={classes.notice}>
          <IconKey size={18} stroke={1.6} aria-hidden />
          <div>
            <strong>{t`The root of the network still waits here to be put on paper.`}</strong>
            <p>{t`While it does, who opens this vault can change the Secretariat’s own keys. Print it, confirm it, and it is kept here no longer.`}</p>
            <Link to="/settings?section=root">{t`Put the root on paper`}</Link>
          </div>
        </div>
      )}
    </section>
  );
}
