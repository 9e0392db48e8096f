import { useNavigate } from 'react-router';
import { addressOf } from '../../application/addresses.ts';
import { useSidePanel } from '../../application/sidePanel.ts';
import { useNotesStore } from '../notes/notesStore.ts';
import type { Gathered } from './groups.ts';

/** Leads to where a note stands: its record, its words in the text as soon as that is open, and the note beside it. */
export function useGoToNote() {
  const navigate = useNavigate();
  return ({ note, record, kind, how }: Pick<Gathered, 'note' | 'record' | 'kind' | 'how'>): void => {
    const { ask, seek } = useNotesStore.getState();
    if (kind === '') return;
    navigate(addressOf(kind, record));
    useSidePanel.getState().openAt('comments');
    if (how === 'whole' || how === 'unplaced') ask(note);
    else seek(note);
  };
}
