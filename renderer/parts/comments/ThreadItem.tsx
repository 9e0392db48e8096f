import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { tellError } from '../../application/errors.tsx';
import { useNotesStore } from '../notes/notesStore.ts';
import { CommentField } from './CommentField.tsx';
import { CommentText } from './CommentText.tsx';
import classes from './comments.module.css';
import { QuotedWords } from './QuotedWords.tsx';
import type { Thread } from './threads.ts';
import type { CommentsDesk } from './useComments.ts';
import type { NotePlace } from './useNotePlaces.ts';

interface ThreadItemProps {
  readonly thread: Thread;
  readonly desk: CommentsDesk;
  /** Where it stands in the text; undefined where nowhere. */
  readonly place: NotePlace | undefined;
}

/** One comment with its answers, or one private note. */
export function ThreadItem({ thread: { first, answers }, desk, place }: ThreadItemProps) {
  const { t } = useLingui();
  const [answering, setAnswering] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const { selected, asked, text } = useNotesStore();
  const isSelected = selected === first.id;
  const isOpen = text?.record === desk.view.id;
  useEffect(() => {
    if (!isSelected) return;
    item.current?.scrollIntoView({ block: 'nearest' });
    // Asked for from the text, the keyboard goes on here.
    if (asked > 0 && useNotesStore.getState().asked === asked) item.current?.focus({ preventScroll: true });
  }, [isSelected, asked]);
  return (
    <li
      ref={item}
      tabIndex={-1}
      className={classes.thread}
      data-resolved={first.resolved || undefined}
      data-selected={isSelected || undefined}
      data-note-item={first.id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.target !== event.currentTarget || !isOpen) return;
        event.stopPropagation();
        text.focus();
      }}
    >
      <QuotedWords note={first} place={place} desk={desk} />
      <CommentText note={first} desk={desk} />
      {answers.length > 0 && (
        <ul className={classes.answers}>
          {answers.map((answer) => (
            <li key={answer.id}>
              <CommentText note={answer} desk={desk} />
            </li>
          ))}
        </ul>
      )}
      {first.kind === 'comment' && (
        <div className={classes.buttons}>
          {!answering && (
            <Button variant="default" size="compact-sm" onClick={() => setAnswering(true)}>
              {t`Answer`}
            </Button>
          )}
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => void desk.resolve(first, !first.resolved).catch(tellError)}
          >
            {first.resolved ? t`Open again` : t`Resolve`}
          </Button>
        </div>
      )}
      {answering && (
        <CommentField
          autoFocus
          keep={`comments.unsent/${first.id}`}
          label={t`Your answer`}
          button={t`Send the answer`}
          send={async (words) => void (await desk.write({ kind: 'comment', text: words, replyTo: first.id }))}
          leave={() => setAnswering(false)}
        />
      )}
    </li>
  );
}
