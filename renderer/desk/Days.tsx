import { useLingui } from '@lingui/react/macro';
import { IconDoor, IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { planAddress } from '../application/addresses.ts';
import { formatWeekday } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import classes from './desk.module.css';
import type { DeskMeeting } from './useDesk.ts';

type Session = DeskMeeting['sessions'][number];

/** The days of the meeting: closed sessions as bands of ink with a lock, open ones with a door; each leads to the timetable. */
export function Days({ meeting }: { readonly meeting: DeskMeeting }) {
  const { t } = useLingui();
  const language = useLanguage();
  const days = [...Map.groupBy(meeting.sessions, ({ date }) => date)];
  if (days.length === 0) return null;
  const title = days.length === 1 ? t`The day` : days.length === 2 ? t`The two days` : t`The ${days.length} days`;
  return (
    <section aria-labelledby="desk-days" className={classes.section}>
      <h2 id="desk-days">{title}</h2>
      <div className={classes.days}>
        {days.map(([date, sessions]) => (
          <div key={date}>
            <h3>{formatWeekday(date, language)}</h3>
            {sessions.map((session) => (
              <Band key={session.session} meeting={meeting.record} session={session} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function Band({ meeting, session }: { readonly meeting: string; readonly session: Session }) {
  const { t } = useLingui();
  const { access, starts, ends, items } = session;
  const isOpen = access === 'open';
  const Sign = isOpen ? IconDoor : IconLock;
  return (
    <Link to={planAddress(meeting, session.session)} className={isOpen ? classes.open : classes.closed}>
      <Sign size={18} stroke={1.6} aria-hidden />
      <span>
        <span className={classes.hours}>
          {isOpen ? t`Open, ${starts} to ${ends}` : t`Closed, ${starts} to ${ends}`}
        </span>
        <span className={classes.items}>{items.length === 0 ? t`No items yet` : items.join(' · ')}</span>
      </span>
    </Link>
  );
}
