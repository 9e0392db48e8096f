import { useLingui } from '@lingui/react/macro';
import { minutesOf } from '../../../domain/meetings/timing.ts';
import { formatWeekday } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { type Axis, axisOf, BAND, itemSpans, lanesOf, spanOf } from './axis.ts';
import { ItemBlock } from './ItemBlock.tsx';
import { usePlan } from './PlanContext.tsx';
import classes from './plan.module.css';
import type { Session } from './planTypes.ts';
import { previewOf } from './preview.ts';
import { SessionHead } from './SessionHead.tsx';
import { Tray } from './Tray.tsx';
import type { useDragging } from './useDragging.ts';
import { useLengthWords } from './useLengthWords.ts';

/** Below the last item of a session that is full. */
const FOOT = 3;

interface TimetableProps {
  readonly dragging: ReturnType<typeof useDragging>;
  /** The entry that Tab comes to. */
  readonly tabbable: string | undefined;
}

/** Days beside one another on one axis of time. */
export function Timetable({ dragging, tabbable }: TimetableProps) {
  const { plan } = usePlan();
  const sessions = previewOf(plan.sessions, dragging.drag);
  const axis = axisOf(sessions);
  return (
    <>
      <div className={classes.scroll} data-dragging={dragging.drag !== undefined || undefined}>
        <div
          className={classes.days}
          style={{ gridTemplateColumns: `46px repeat(${plan.days.length}, minmax(300px, 1fr))` }}
        >
          <div className={classes.hours} style={{ height: axis.height }} aria-hidden>
            {axis.hours.map(({ hour, at }) => (
              <span key={hour} className={classes.hour} style={{ top: at }}>
                {hour % 24}:00
              </span>
            ))}
          </div>
          {plan.days.map(({ day, date }) => (
            <Day
              key={day}
              day={day}
              date={date}
              sessions={sessions.filter((session) => session.day === day)}
              axis={axis}
              dragging={dragging}
              tabbable={tabbable}
            />
          ))}
        </div>
      </div>
      <Tray dragging={dragging} tabbable={tabbable} />
    </>
  );
}

interface DayProps extends TimetableProps {
  readonly day: number;
  readonly date: string;
  readonly sessions: readonly Session[];
  readonly axis: Axis;
}

function Day({ day, date, sessions, axis, dragging, tabbable }: DayProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const lengthWords = useLengthWords();
  const name = formatWeekday(date, language);
  const planned = sessions.flatMap(({ items }) => items).filter(({ type }) => type === 'item');
  const total = planned.reduce((sum, { minutes }) => sum + minutes, 0);
  const lanes = lanesOf(sessions);
  return (
    <section className={classes.day} data-day={day} aria-label={name}>
      <h2 className={classes.dayName}>
        {name} <span>{total === 0 ? t`nothing planned yet` : t`${lengthWords(total)} planned`}</span>
      </h2>
      <div className={classes.column} style={{ height: axis.height }}>
        {axis.hours.map(({ hour, at }) => (
          <span key={hour} className={classes.hourLine} style={{ top: at }} aria-hidden />
        ))}
        {sessions.map((session, index) => (
          <Band
            key={session.session}
            session={session}
            next={sessions[index + 1]}
            lane={lanes.get(session.session)}
            axis={axis}
            dragging={dragging}
            tabbable={tabbable}
          />
        ))}
        {sessions.length === 0 && <p className={classes.noSession}>{t`No session on this day`}</p>}
      </div>
    </section>
  );
}

interface BandProps extends TimetableProps {
  readonly session: Session;
  readonly next: Session | undefined;
  readonly lane: { readonly lane: number; readonly of: number } | undefined;
  readonly axis: Axis;
}

function Band({ session, next, lane, axis, dragging, tabbable }: BandProps) {
  const { drag } = dragging;
  const { chosen, choose } = usePlan();
  const { starts, ends } = spanOf(session);
  const top = axis.begin(starts) - BAND;
  const height = axis.end(ends) - top + FOOT;
  const spans = itemSpans(session);
  const target = drag?.of === 'item' && drag.target?.to === session.session ? drag.target : undefined;
  const planned = axis.end(minutesOf(session.ends)) - top;
  const width = 100 / (lane?.of ?? 1);
  return (
    <>
      <div
        className={classes.session}
        style={{ top, height, left: `${(lane?.lane ?? 0) * width}%`, width: `${width}%` }}
        data-access={session.access}
        data-session={session.session}
        data-target={(target !== undefined && target.before === null) || undefined}
        data-moving={(drag?.of === 'session' && drag.id === session.session) || undefined}
      >
        <SessionHead
          session={session}
          isChosen={chosen?.id === session.session}
          choose={choose}
          tabbable={tabbable === session.session}
          onGrab={dragging.grabSession}
        />
        {session.items.map((item, index) => {
          const span = spans[index] ?? { starts, ends: starts };
          const from = axis.begin(span.starts) - top;
          const tall = Math.max(axis.end(span.ends) - top - from, 24);
          const isDragged = drag?.of === 'item' && drag.id === item.item;
          return (
            <ItemBlock
              key={item.item}
              item={item}
              tabbable={tabbable === item.item}
              rows={Math.max(0, Math.floor((tall - 26) / 19))}
              isTarget={target?.before === item.item}
              style={{
                top: from,
                height: tall - 2,
                ...(isDragged ? { transform: `translate(${drag.dx}px, ${drag.dy}px)`, zIndex: 20 } : {}),
              }}
              isChosen={chosen?.id === item.item}
              choose={choose}
              onGrab={dragging.grabItem}
              onStretch={dragging.stretchItem}
            />
          );
        })}
        {session.over > 0 && <span className={classes.overLine} style={{ top: planned }} aria-hidden />}
        <span
          className={classes.sessionEdge}
          data-edge={session.session}
          aria-hidden
          onPointerDown={(event) => dragging.stretchSession(event, session)}
        />
      </div>
      {session.afterwards !== '' && (
        <p className={classes.afterwards} style={between(axis, ends, next)}>
          <span>{session.afterwards}</span>
        </p>
      )}
    </>
  );
}

/** Between a session's end and the next one of the day; under it when there is none. */
function between(axis: Axis, ends: number, next: Session | undefined) {
  const top = axis.end(ends);
  return next === undefined ? { top: top + 4 } : { top, height: axis.begin(spanOf(next).starts) - BAND - top };
}
