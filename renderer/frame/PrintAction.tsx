import { useLingui } from '@lingui/react/macro';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { text } from '../../domain/records/text.ts';
import { useAction, useActions } from '../application/actions.ts';
import { printAddress } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';

/** Prints what is open or chosen: a paper, or the agenda of a meeting and of what belongs to it. */
export function PrintAction({ record }: { readonly record: string }) {
  const { data } = useRead('records', 'read', { id: record });
  // A meeting's own page offers it itself.
  const offered = useActions((state) => state.actions.has('meeting.print'));
  if (data === undefined || data.deleted) return null;
  switch (data.kind) {
    case 'paper':
      return <Offer what="paper" id={record} />;
    case 'meeting':
      return offered ? null : <Offer what="agenda" id={record} />;
    case 'session':
    case 'agendaItem': {
      const meeting = text(data.body.meeting);
      return meeting === '' || offered ? null : <Offer what="agenda" id={meeting} />;
    }
    default:
      return null;
  }
}

function Offer({ what, id }: { readonly what: 'agenda' | 'paper'; readonly id: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  useAction({
    id: 'record.print',
    title: what === 'paper' ? t`Print this paper` : t`Print the agenda`,
    group: t`Record`,
    icon: IconPrinter,
    shortcut: 'mod+P',
    whileTyping: true,
    run: () => navigate(printAddress(what, id)),
  });
  return null;
}
