import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconCalendar,
  IconDots,
  IconExternalLink,
  IconMailShare,
  IconMapPin,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { RecordView } from '../../contract/records/calls.ts';
import { text } from '../../domain/records/text.ts';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { useAction } from '../application/actions.ts';
import { addressOf, printAddress, sendAddress } from '../application/addresses.ts';
import { tell, tellError } from '../application/errors.tsx';
import { useUndo } from '../application/undo.ts';
import { formatDays } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { PageHead } from '../parts/page/PageHead.tsx';
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
  useAction(print);
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
          {record.conflicted && <span className={classes.gone}>{t`in conflict`}</span>}
        </span>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}
            onClick={print.run}
          >
            {print.title}
          </Button>
          <Button leftSection={<IconMailShare size={16} stroke={1.6} aria-hidden />} onClick={seal.run}>
            {seal.title}
          </Button>
          <More record={record} title={title} />
        </>
      }
    />
  );
}

function More({ record, title }: { readonly record: MeetingRecord; readonly title: string }) {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const navigate = useNavigate();
  const did = useUndo((state) => state.did);
  const { id } = record;
  const remove = async () => {
    const reason = t`Deleted by hand`;
    await client.records.remove({ id, reason });
    did({
      label: t`deleted “${title}”`,
      undo: () => client.records.restore({ id }),
      redo: () => client.records.remove({ id, reason }),
    });
    tell(t`Deleted: ${title}`);
    navigate('/meetings');
  };
  const removal = {
    id: 'record.remove',
    title: t`Delete this meeting`,
    group: t`Meeting`,
    disabled: record.deleted || record.unknown,
    run: () => void remove().catch(tellError),
  };
  useAction(removal);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t`More with this meeting`}>
          <IconDots size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconExternalLink size={16} stroke={1.6} aria-hidden />}
          onClick={() => host.openWindow(addressOf('meeting', id))}
        >
          {t`Open in a window of its own`}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
          disabled={removal.disabled}
          onClick={removal.run}
        >
          {removal.title}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
