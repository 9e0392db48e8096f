import { useLingui } from '@lingui/react/macro';
import { Alert, Button, SegmentedControl } from '@mantine/core';
import { IconPresentation, IconPrinter, IconUserStar } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useHost } from '../../application/ApplicationContext.ts';
import { useAction } from '../../application/actions.ts';
import { addressOf, roomAddress, runningOrderPrintAddress } from '../../application/addresses.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useSubject } from '../../application/sidePanel.ts';
import { formatWeekday } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useOpenSessionAction } from '../../parts/openSession/OpenSessionAction.tsx';
import { ActionButton } from '../../parts/page/ActionButton.tsx';
import { NotHere } from '../../parts/page/NotHere.tsx';
import { Page } from '../../parts/page/Page.tsx';
import { PageHead } from '../../parts/page/PageHead.tsx';
import { ClockCard } from './ClockCard.tsx';
import { CueEditor, CueRead } from './CueEditor.tsx';
import { ItemNotes } from './ItemNotes.tsx';
import { keyOf, OrderList } from './OrderList.tsx';
import { type Jump, PaperJump } from './PaperJump.tsx';
import classes from './room.module.css';
import { useChosenLine } from './useChosenLine.ts';
import { type Room, useRoom } from './useRoom.ts';
import { useRoomActions } from './useRoomActions.ts';
import { useRoomWords } from './useRoomWords.ts';

/** In the room: the running order of the day with the clock. */
export function RoomPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const room = useRoom(id);
  useSubject(id);
  if (room === undefined) return <Page wide>{null}</Page>;
  if (!('meeting' in room)) {
    return <NotHere crumbs={[{ title: t`Meetings`, address: '/meetings' }]} why={sentenceFor(room.error)} />;
  }
  return <Held room={room} key={id} />;
}

function Held({ room }: { readonly room: Room }) {
  const { t } = useLingui();
  const language = useLanguage();
  const navigate = useNavigate();
  const host = useHost();
  const [chosen, choose] = useChosenLine(room);
  const [jump, go] = useState<Jump>();
  const [editing, setEditing] = useState(false);
  const desk = useRef<HTMLDivElement>(null);
  const { actions, line, item } = useRoomActions(room, { chosen, choose, openPapers: () => go({ of: 'list' }) });
  const words = useRoomWords(room.zone);
  const { meeting, plan, day, rehearsal } = room;
  const title = room.title === '' ? t`Without a name` : room.title;
  const open = useOpenSessionAction(meeting);
  const chair = {
    id: 'room.chair',
    title: t`View for the chair`,
    group: t`Room`,
    icon: IconUserStar,
    run: () => host.openWindow(`${roomAddress(meeting, 'chair')}?day=${day}`),
  };
  const wall = {
    id: 'room.wall',
    title: t`View for the wall`,
    group: t`Room`,
    icon: IconPresentation,
    run: () => {
      // In an open session the wall shows what was released to the room, and nothing else.
      if (room.session?.access === 'open') open.run();
      else host.openWindow(`${roomAddress(meeting, 'wall')}?day=${day}`);
    },
  };
  const print = {
    id: 'room.print',
    title: t`Print running order`,
    group: t`Room`,
    icon: IconPrinter,
    shortcut: 'mod+P',
    whileTyping: true,
    run: () => navigate(runningOrderPrintAddress(meeting, day)),
  };
  useAction(chair);
  useAction(wall);
  useAction(print);
  useAction(open);
  useEffect(() => desk.current?.focus({ preventScroll: true }), []);
  const about = line === undefined ? undefined : (line.item?.item ?? line.session.session);
  return (
    <div className={classes.page} data-access={room.session?.access}>
      <PageHead
        title={t`Room`}
        windowTitle={t`Room · ${title}`}
        crumbs={[
          { title: t`Meetings`, address: '/meetings' },
          { title, address: addressOf('meeting', meeting) },
        ]}
        line={
          plan.days.length > 1 && (
            <SegmentedControl
              size="xs"
              aria-label={t`Day of the meeting`}
              value={String(day)}
              onChange={(value) => room.setDay(Number(value))}
              data={plan.days.map((one) => ({ value: String(one.day), label: formatWeekday(one.date, language) }))}
            />
          )
        }
        actions={
          <>
            <ActionButton action={wall} />
            <ActionButton action={chair} />
            <ActionButton action={print} />
          </>
        }
      />
      {(rehearsal !== undefined || room.isElsewhen) && (
        <div className={classes.rehearsal} role="status">
          {rehearsal === undefined ? (
            <>
              <span>{t`Today is not this day of the meeting. In a rehearsal nothing is noted in the records.`}</span>
              <Button size="xs" variant="default" onClick={() => room.rehearse(true)}>
                {t`Rehearse this day`}
              </Button>
            </>
          ) : (
            <>
              <b>{t`Rehearsal`}</b>
              <span>{t`Nothing is noted in the records; the clock began at the day’s first line.`}</span>
              <Button size="xs" variant="default" onClick={() => room.rehearse(false)}>
                {t`End the rehearsal`}
              </Button>
            </>
          )}
        </div>
      )}
      {room.refused !== undefined && (
        <Alert color="red" role="alert" withCloseButton closeButtonLabel={t`Close`} onClose={room.forgive}>
          {room.refused}
        </Alert>
      )}
      <p className={classes.told} aria-live="polite">
        {room.told}
      </p>
      <div className={classes.halves}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is run by keyboard. */}
        <section ref={desk} className={classes.desk} data-room tabIndex={0} aria-label={t`Running order and its keys`}>
          <div className={classes.tools}>
            <ActionButton action={actions.next} primary />
            <ActionButton action={actions.end} />
            <ActionButton action={actions.begin} />
            <ActionButton action={actions.papers} />
            <ActionButton action={actions.concluded} />
            <ActionButton action={actions.adjourned} />
            <ActionButton action={actions.notReached} />
          </div>
          <p
            className={classes.keys}
          >{t`N next · E end · B begin · P papers · C, A, R what became of it · arrows choose`}</p>
          {room.lines.length === 0 ? (
            <p className={classes.hint}>{t`Nothing is planned for this day.`}</p>
          ) : (
            <OrderList room={room} chosen={chosen} choose={choose} />
          )}
        </section>
        <aside className={classes.side} aria-label={t`What is chosen`}>
          <ClockCard room={room} />
          {line !== undefined && (
            <>
              <h2 className={classes.chosen}>
                {line.item?.number} {words.titleOf(line)}
              </h2>
              {!editing && line.cues.map((cue) => <CueRead key={cue.cue} cue={cue} />)}
              <Button size="compact-xs" variant="subtle" aria-expanded={editing} onClick={() => setEditing(!editing)}>
                {editing ? t`Read the cue` : t`Write the cue…`}
              </Button>
              {editing && about !== undefined && (
                <CueEditor
                  key={keyOf(line)}
                  meeting={meeting}
                  about={about}
                  moment={line.of === 'before' || line.of === 'after' ? line.of : 'during'}
                />
              )}
              {item !== undefined && <ItemNotes item={item.item} />}
            </>
          )}
        </aside>
      </div>
      <PaperJump jump={jump} item={item} items={room.items} meeting={room.meeting} go={go} />
    </div>
  );
}
