import { useLingui } from '@lingui/react/macro';
import { IconDoor, IconLock } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { sentenceFor } from '../../application/errors.tsx';
import { ActionButton } from '../../parts/page/ActionButton.tsx';
import classes from './bare.module.css';
import { CueRead } from './CueEditor.tsx';
import { type Jump, PaperJump } from './PaperJump.tsx';
import { useChosenLine } from './useChosenLine.ts';
import { type Room, useRoom } from './useRoom.ts';
import { useRoomActions } from './useRoomActions.ts';
import { clockOf, useRoomWords } from './useRoomWords.ts';

/** For the chair, in a window of its own and a dark room: the words to say, what to do, what if late, what comes next. */
export function ChairPage() {
  const { id = '' } = useParams();
  const room = useRoom(id);
  if (room === undefined) return null;
  if (!('meeting' in room)) return <p role="alert">{sentenceFor(room.error)}</p>;
  return <Chair room={room} key={id} />;
}

function Chair({ room }: { readonly room: Room }) {
  const { t } = useLingui();
  const words = useRoomWords(room.zone);
  const [chosen, choose] = useChosenLine(room);
  const [jump, go] = useState<Jump>();
  const desk = useRef<HTMLElement>(null);
  const { actions, line, item } = useRoomActions(room, { chosen, choose, openPapers: () => go({ of: 'list' }) });
  const { clock, lines } = room;
  const next = lines.find((one) => one.item !== undefined && one.item.item === clock.next?.item);
  useDark();
  const isOpen = line?.session.access === 'open';
  const left = clock.underWay?.left;
  const isUnderWay = item !== undefined && item.item === clock.underWay?.item;
  useEffect(() => {
    document.title = [t`Chair`, room.title].filter(Boolean).join(' · ');
    desk.current?.focus({ preventScroll: true });
  }, [t, room.title]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is run by keyboard.
    <main ref={desk} className={classes.chair} data-room tabIndex={0} aria-label={t`View for the chair`}>
      <header className={classes.bar} data-access={line?.session.access}>
        {isOpen ? <IconDoor size={28} stroke={1.6} aria-hidden /> : <IconLock size={28} stroke={1.6} aria-hidden />}
        <b>{isOpen ? t`Open session` : t`Closed session`}</b>
        {room.rehearsal !== undefined && <em>{t`Rehearsal`}</em>}
        <span>{words.clock(room.now)}</span>
      </header>
      {line === undefined ? (
        <p>{t`Nothing is planned for this day.`}</p>
      ) : (
        <article className={classes.now}>
          <p className={classes.when}>
            {clockOf(line.startsAt)}
            {isUnderWay && left !== undefined && (
              <strong data-over={left < 0 || undefined}>
                {left < 0 ? t`${words.counted(-left)} over` : t`${words.counted(left)} left`}
              </strong>
            )}
          </p>
          <h1>
            {line.item?.number} {words.titleOf(line)}
          </h1>
          {line.cues.length === 0 && <p className={classes.quiet}>{t`There is no cue here.`}</p>}
          {line.cues.map((cue) => (
            <CueRead key={cue.cue} cue={cue} />
          ))}
        </article>
      )}
      <footer className={classes.foot}>
        <p>
          <span>{t`Next`}</span>{' '}
          {next === undefined
            ? t`Nothing more today`
            : `${clockOf(next.startsAt)} ${next.item?.number ?? ''} ${words.titleOf(next)}`}
        </p>
        <p data-late={(clock.behind ?? 0) >= 60 || undefined}>
          {[words.pace(clock.behind), clock.giveBack > 0 ? words.giveBack(clock.giveBack, clock.sessionEnds) : '']
            .filter(Boolean)
            .join(' · ')}
        </p>
        <div className={classes.keys}>
          <ActionButton action={actions.next} />
          <ActionButton action={actions.papers} />
        </div>
      </footer>
      {room.refused !== undefined && <p role="alert">{room.refused}</p>}
      <PaperJump jump={jump} item={item} items={room.items} meeting={room.meeting} go={go} />
    </main>
  );
}

/** A dark room asks for a dark window, whatever is chosen for the others. */
function useDark(): void {
  useEffect(() => {
    const { documentElement: root } = document;
    const before = root.getAttribute('data-mantine-color-scheme');
    root.setAttribute('data-mantine-color-scheme', 'dark');
    return () => {
      if (before !== null) root.setAttribute('data-mantine-color-scheme', before);
    };
  }, []);
}
