import { useLingui } from '@lingui/react/macro';
import { IconDoor, IconLock } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { valueName } from '../../../domain/records/valueNames.ts';
import { useAction } from '../../application/actions.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { capitalised } from '../../language/capitalised.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useOpenSessionAction } from '../../parts/openSession/OpenSessionAction.tsx';
import { ActionButton } from '../../parts/page/ActionButton.tsx';
import classes from './bare.module.css';
import { type Room, useRoom } from './useRoom.ts';
import { useRoomWords } from './useRoomWords.ts';

/**
 * For the wall of a closed session: the number, title and purpose of the item, and what time it has left. In an open session
 * it shows nothing but the way to the window of the open session, which holds what was released to the room.
 */
export function WallPage() {
  const { id = '' } = useParams();
  const room = useRoom(id);
  if (room === undefined) return null;
  if (!('meeting' in room)) return <p role="alert">{sentenceFor(room.error)}</p>;
  return <Wall room={room} key={id} />;
}

function Wall({ room }: { readonly room: Room }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useRoomWords(room.zone);
  const open = useOpenSessionAction(room.meeting);
  useAction(open);
  const { clock, lines, session } = room;
  const about = clock.underWay?.item ?? clock.next?.item;
  const item = lines.find((line) => line.item !== undefined && line.item.item === about)?.item;
  const left = clock.underWay?.left;
  const isOpen = session?.access === 'open';
  useEffect(() => {
    document.title = isOpen ? t`Open session` : t`Closed session`;
  }, [t, isOpen]);
  if (isOpen) {
    return (
      <main className={classes.wall} data-access="open">
        <IconDoor size={56} stroke={1.6} aria-hidden />
        <h1>{t`Open session`}</h1>
        <p>{t`In an open session the wall shows what was released to the room, in a window that holds nothing else.`}</p>
        <ActionButton action={open} primary />
      </main>
    );
  }
  return (
    <main className={classes.wall} data-access="closed">
      <p className={classes.bar} data-access="closed">
        <IconLock size={28} stroke={1.6} aria-hidden />
        <b>{t`Closed session`}</b>
        {room.rehearsal !== undefined && <em>{t`Rehearsal`}</em>}
        <span>{words.clock(room.now)}</span>
      </p>
      {item === undefined ? (
        <h1>{t`Nothing more today`}</h1>
      ) : (
        <>
          <p className={classes.number}>{item.number}</p>
          <h1>{item.title || t`Break`}</h1>
          {item.purpose !== undefined && (
            <p>{capitalised(valueName('agendaItem', 'purpose', item.purpose, language) ?? item.purpose)}</p>
          )}
          <p className={classes.left} data-over={(left ?? 0) < 0 || undefined}>
            {left === undefined
              ? t`Begins at ${item.starts}`
              : left < 0
                ? t`${words.counted(-left)} over`
                : t`${words.counted(left)} left`}
          </p>
        </>
      )}
    </main>
  );
}
