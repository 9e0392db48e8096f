import { useLingui } from '@lingui/react/macro';
import { IconDoor } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRead } from '../application/queries.ts';
import { useLanguage } from '../language/useLanguage.ts';
import classes from './openSession.module.css';

interface OpenFrameProps {
  /** The vault is open: whose session it is can be asked. */
  readonly open: boolean;
  readonly children: ReactNode;
}

/**
 * The frame around the whole window of an open session: in its colour, with stripes, a door and words on two sides. It does not
 * name who is there: being known to attend can endanger them.
 */
export function OpenFrame({ open, children }: OpenFrameProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { data } = useRead('openSession', 'read', { language }, { enabled: open, keep: true });
  const plan = open ? data : undefined;
  const words = t`Open session with invited organisations`;
  return (
    <div className={classes.window}>
      <div className={classes.frame} aria-hidden />
      <header className={classes.band} title={words}>
        <IconDoor size={22} stroke={1.8} aria-hidden />
        <span className={classes.bandWords} role="note" aria-label={words}>
          {words}
        </span>
      </header>
      <div className={classes.inside}>{children}</div>
      <footer className={classes.foot}>
        <IconDoor size={16} stroke={1.8} aria-hidden />
        <span>{t`Only what this room may see is on this screen.`}</span>
        <span className={classes.footTitle}>
          {[plan?.symbol, plan?.title].filter((part) => part !== undefined && part !== '').join(' · ')}
        </span>
        {plan?.exercise === true && <b>{t`EXERCISE`}</b>}
      </footer>
    </div>
  );
}
