import { useLingui } from '@lingui/react/macro';
import { Button, UnstyledButton } from '@mantine/core';
import { quoteOf } from '../../../domain/papers/gatherNotes.ts';
import { tellError } from '../../application/errors.tsx';
import { useNotesStore } from '../notes/notesStore.ts';
import classes from './comments.module.css';
import { shortened } from './NewNoteField.tsx';
import type { CommentRow } from './threads.ts';
import type { CommentsDesk } from './useComments.ts';
import type { NotePlace } from './useNotePlaces.ts';

interface QuotedWordsProps {
  readonly note: CommentRow;
  readonly how: NotePlace['how'] | undefined;
  readonly desk: CommentsDesk;
}

/** The words that a note is on, which lead to them; what became of them; and how it gets to other words. */
export function QuotedWords({ note, how, desk }: QuotedWordsProps) {
  const { t } = useLingui();
  const isOpen = useNotesStore(({ text }) => text?.record === desk.record);
  const { anchor } = note;
  if (anchor === undefined) return null;
  const words = anchor.quote === '' ? t`A whole paragraph` : shortened(quoteOf(anchor));
  const go = () => {
    const { text, select } = useNotesStore.getState();
    select(note.id);
    text?.reveal(note.id);
  };
  const moveHere = () => {
    const here = useNotesStore.getState().text?.anchorHere();
    if (here !== undefined) desk.move(note, here).catch(tellError);
  };
  return (
    <div className={classes.quoted}>
      {isOpen && how !== undefined ? (
        <UnstyledButton className={classes.quote} data-kind={note.kind} onClick={go} title={t`Go to these words`}>
          <q className={classes.bare}>{words}</q>
        </UnstyledButton>
      ) : (
        <blockquote className={classes.quote} data-kind={note.kind}>
          {words}
        </blockquote>
      )}
      {(how === 'changed' || how === 'near' || how === 'rewritten') && (
        <p className={classes.became}>{t`These words were changed since.`}</p>
      )}
      {how === 'moved' && <p className={classes.became}>{t`These words stand elsewhere now.`}</p>}
      {isOpen && (how === undefined || how === 'changed') && note.own && (
        <Button
          variant="default"
          size="compact-xs"
          mb={4}
          onMouseDown={(event) => event.preventDefault()}
          onClick={moveHere}
        >
          {t`Put it on the words chosen in the text`}
        </Button>
      )}
    </div>
  );
}
