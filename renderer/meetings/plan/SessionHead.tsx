import { useLingui } from '@lingui/react/macro';
import { IconDoor, IconLock } from '@tabler/icons-react';
import { memo, type PointerEvent } from 'react';
import classes from './plan.module.css';
import type { Session } from './planTypes.ts';
import { SessionMenu } from './SessionMenu.tsx';

interface SessionHeadProps {
  readonly session: Session;
  readonly isChosen: boolean;
  choose(id: string): void;
  readonly tabbable: boolean;
  onGrab?(event: PointerEvent<HTMLElement>, session: Session): void;
}

/** The band of a session: closed with a lock, open with a door, and the word. */
export const SessionHead = memo(Head);

function Head({ session, isChosen, choose, tabbable, onGrab }: SessionHeadProps) {
  const { t } = useLingui();
  const { access, starts, ends, over, room, buffer } = session;
  const Sign = access === 'open' ? IconDoor : IconLock;
  return (
    <div className={classes.band} data-access={access}>
      <button
        type="button"
        className={classes.bandName}
        data-entry={session.session}
        aria-current={isChosen || undefined}
        tabIndex={tabbable ? 0 : -1}
        onFocus={() => choose(session.session)}
        onPointerDown={onGrab && ((event) => onGrab(event, session))}
      >
        <Sign size={15} stroke={1.6} aria-hidden />
        <span className={classes.bandWords}>
          {access === 'open' ? t`Open session with invited organisations` : t`Closed session`}
          {room !== '' && `, ${room}`}
          {buffer > 0 && `, ${t`${buffer} min between items`}`}
        </span>
        <span className={classes.bandHours}>
          {starts}–{ends}
          {over > 0 && `, ${t`over by ${over} min`}`}
        </span>
      </button>
      <SessionMenu session={session} />
    </div>
  );
}
