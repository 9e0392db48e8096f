import { useLingui } from '@lingui/react/macro';
import {
  IconCalendar,
  IconClockPlay,
  IconMailDown,
  IconMailShare,
  IconMapPin,
  IconPrinter,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { RecordView } from '../../contract/records/calls.ts';
import { text } from '../../domain/records/text.ts';
import { useAction } from '../application/actions.ts';
import { inviteAddress, printAddress, replyAddress, roomAddress, sendAddress } from '../application/addresses.ts';
import { formatDays } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { usePutUpAction } from '../parts/adoption/usePutUpAction.ts';
import { InConflict } from '../parts/conflict/InConflict.tsx';
import { useOpenSessionAction } from '../parts/openSession/OpenSessionAction.tsx';
import { useTakeReplies } from '../parts/outside/useTakeReplies.ts';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { RecordMenu } from '../parts/record/RecordMenu.tsx';
import classes from './meetings.module.css';

export type MeetingRecord = z.output<typeof RecordView>;

/** The meeting's name, where and when it is, and what is made of it. */
export function MeetingHead({ record }: { readonly record: MeetingRecord }) {
  const { t } = useLingui();
  const language = useLanguage();
  const navigate = useNavigate();
  const { id, body } = record;
  const title = record.title === '' ? t`Without a name` : record.title;
  const place = [text(body.venue), text(body.city)].filter(Boolean).join(', ');
  const days = formatDays(text(body.starts), text(body.ends), language);
  const when = [days, text(body.zone)].filter(Boolean).join(', ');
  const print = {
    id: 'meeting.print',
    title: t`Print agenda`,
    group: t`Meeting`,
    icon: IconPrinter,
    shortcut: 'mod+P',
    whileTyping: true,
    run: () => navigate(printAddress('agenda', id)),
  };
  const seal = {
    id: 'meeting.seal',
    title: t`Seal dossier…`,
    group: t`Meeting`,
    icon: IconMailShare,
    run: () => navigate(sendAddress({ meeting: id })),
  };
  useAction({
    id: 'meeting.printRunningOrder',
    title: t`Print running order`,
    group: t`Meeting`,
    icon: IconPrinter,
    run: () => navigate(printAddress('runningOrder', id)),
  });
  useAction({
    id: 'meeting.printAnnotated',
    title: t`Print annotated agenda`,
    group: t`Meeting`,
    icon: IconPrinter,
    run: () => navigate(printAddress('annotatedAgenda', id)),
  });
  const room = {
    id: 'meeting.room',
    title: t`Room`,
    group: t`Meeting`,
    icon: IconClockPlay,
    run: () => navigate(roomAddress(id)),
  };
  useAction(room);
  useTakeReplies(id);
  usePutUpAction(id);
  const invite = {
    id: 'meeting.invite',
    title: t`Seal for invited bodies…`,
    group: t`Meeting`,
    icon: IconUsersGroup,
    run: () => navigate(inviteAddress(id)),
  };
  const reply = {
    id: 'meeting.reply',
    title: t`Take in an answer…`,
    group: t`Meeting`,
    icon: IconMailDown,
    run: () => navigate(replyAddress(id)),
  };
  useAction(invite);
  useAction(reply);
  const open = useOpenSessionAction(id);
  useAction(print);
  useAction(open);
  useAction(seal);
  return (
    <PageHead
      title={title}
      crumbs={[{ title: t`Meetings`, address: '/meetings' }]}
      line={
        <span className={classes.chips}>
          {place !== '' && (
            <span className={classes.chip}>
              <IconMapPin size={15} stroke={1.6} aria-hidden />
              {place}
            </span>
          )}
          {when !== '' && (
            <span className={classes.chip}>
              <IconCalendar size={15} stroke={1.6} aria-hidden />
              {when}
            </span>
          )}
          {record.deleted && <span className={classes.gone}>{t`deleted`}</span>}
          {record.conflicted && <InConflict record={record.id} />}
        </span>
      }
      actions={
        <>
          <ActionButton action={room} />
          <ActionButton action={open} />
          <ActionButton action={print} />
          <ActionButton action={seal} primary />
          <RecordMenu
            record={record}
            title={title}
            words={{ more: t`More with this meeting`, remove: t`Delete this meeting`, group: t`Meeting` }}
            back="/meetings"
          />
        </>
      }
    />
  );
}
