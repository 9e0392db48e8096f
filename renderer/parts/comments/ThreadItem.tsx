import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { memo, useEffect, useRef, useState } from 'react';
import { tellError } from '../../application/errors.tsx';
import { formatShortMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useWriterWords } from '../inspector/writerWords.ts';
import { useNotesStore } from '../notes/notesStore.ts';
import { CommentField } from './CommentField.tsx';
import { CommentText } from './CommentText.tsx';
import classes from './comments.module.css';
import { QuotedWords } from './QuotedWords.tsx';
import type { CommentRow, Thread } from './threads.ts';
import type { CommentsDesk } from './useComments.ts';
import type { NotePlace } from './useNotePlaces.ts';

interface ThreadItemProps {
  readonly thread: Thread;
  readonly desk: CommentsDesk;
  /** How it was placed in the text; undefined where it stands nowhere there. */
  readonly how: NotePlace['how'] | undefined;
}

/** One comment with its answers, or one private note. */
export const ThreadItem = memo(function ThreadItem({ thread: { first, answers }, desk, how }: ThreadItemProps) {
  const { t } = useLingui();
  const [answering, setAnswering] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const isSelected = useNotesStore(({ selected }) => selected === first.id);
  const asked = useNotesStore((state) => (state.selected === first.id ? state.asked : 0));
  useEffect(() => {
    if (!isSelected) return;
    item.current?.scrollIntoView({ block: 'nearest' });
    // Asked for from the text, the keyboard goes on here.
    const { answered, answer } = useNotesStore.getState();
    if (asked <= answered) return;
    item.current?.focus({ preventScroll: true });
    answer();
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
        const { text } = useNotesStore.getState();
        if (event.key !== 'Escape' || event.target !== event.currentTarget || text?.record !== desk.record) return;
        event.stopPropagation();
        text.focus();
      }}
    >
      <QuotedWords note={first} how={how} desk={desk} />
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
      {first.turned !== undefined && <Turned note={first} turned={first.turned} />}
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
});

/** Who resolved a comment or opened it again, and when. */
function Turned({ note, turned }: { readonly note: CommentRow; readonly turned: NonNullable<CommentRow['turned']> }) {
  const { t } = useLingui();
  const language = useLanguage();
  const writerWords = useWriterWords();
  const who = turned.own ? t`you` : writerWords(turned.who);
  const when = formatShortMoment(turned.at, language);
  return (
    <p className={classes.became}>{note.resolved ? t`Resolved: ${who}, ${when}` : t`Opened again: ${who}, ${when}`}</p>
  );
}
