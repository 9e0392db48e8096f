import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { RecordId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import { addressOf } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import { useSidePanel } from '../application/sidePanel.ts';
import { useNotesStore } from '../parts/notes/notesStore.ts';
import { Page } from '../parts/page/Page.tsx';
import { RecordPage } from '../parts/record/RecordPage.tsx';

/**
 * The address of what belongs to another record: a portion, a comment, a private note. Leads to that record, with the
 * note chosen; where it is not here, shows what belongs to it.
 */
export function PaperOf() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { data: part, error } = useRead('records', 'read', { id });
  const whole = text(part?.kind === 'portion' ? part.body.paper : part?.body.record);
  const isKnown = RecordId.safeParse(whole).success;
  const { data: record, error: missing } = useRead('records', 'read', { id: whole }, { enabled: isKnown });
  const isNote = part?.kind === 'comment' || part?.kind === 'annotation';
  const kind = record?.kind;
  useEffect(() => {
    if (kind === undefined || part === undefined || part.deleted) return;
    navigate(addressOf(kind, whole), { replace: true });
    if (!isNote) return;
    useSidePanel.getState().openAt('comments');
    useNotesStore.getState().ask(id);
  }, [kind, whole, part, isNote, id, navigate]);
  if (error !== null || missing !== null || (part !== undefined && (!isKnown || part.deleted))) return <RecordPage />;
  return <Page>{null}</Page>;
}
