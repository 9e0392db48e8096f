import { useLingui } from '@lingui/react/macro';
import { IconDoor } from '@tabler/icons-react';
import { useRead } from '../application/queries.ts';
import classes from './frame.module.css';

/** While another window shows the open session, this one says so: it is not that window, and shows everything. */
export function OpenElsewhere() {
  const { t } = useLingui();
  const { data } = useRead('openSession', 'state', {});
  if (data?.shown !== true) return null;
  const words = t`The open session is shown in another window. This one shows everything.`;
  return (
    <p className={classes.openElsewhere} role="status" title={words}>
      <IconDoor size={18} stroke={1.6} aria-hidden />
      <span className={classes.railName}>{words}</span>
    </p>
  );
}
