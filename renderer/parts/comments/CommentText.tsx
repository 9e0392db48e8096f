import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconLock, IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { tellError } from '../../application/errors.tsx';
import { formatShortMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { StricterBadge } from '../handling/StricterBadge.tsx';
import { useWriterWords } from '../inspector/writerWords.ts';
import { CommentField } from './CommentField.tsx';
import classes from './comments.module.css';
import type { CommentRow } from './threads.ts';
import type { CommentsDesk } from './useComments.ts';

interface CommentTextProps {
  readonly note: CommentRow;
  readonly desk: CommentsDesk;
}

/** What somebody wrote, who and when; one's own is reworded and deleted. */
export function CommentText({ note, desk }: CommentTextProps) {
  const { t } = useLingui();
  const writerWords = useWriterWords();
  const language = useLanguage();
  const [rewording, setRewording] = useState(false);
  const isNote = note.kind === 'annotation';
  const Sign = isNote ? IconLock : IconMessage;
  return (
    <article className={classes.comment}>
      <p className={classes.author}>
        <Sign size={14} stroke={1.6} aria-hidden />
        <span>
          {isNote
            ? note.text === ''
              ? t`Highlighted, for yourself alone`
              : t`Private note`
            : note.own
              ? t`You`
              : writerWords(note.who)}
        </span>
        <time dateTime={note.at}>{formatShortMoment(note.at, language)}</time>
        {note.resolved && <span>{t`resolved`}</span>}
        {!isNote && <StricterBadge label={note.label} />}
        {note.own && !rewording && (
          <span className={classes.own}>
            <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setRewording(true)}>
              {note.text === '' ? t`Add words` : t`Reword`}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              onClick={() => void desk.remove(note).catch(tellError)}
            >
              {t`Delete`}
            </Button>
          </span>
        )}
      </p>
      {rewording ? (
        <CommentField
          autoFocus
          initial={note.text}
          keep={`comments.reworded/${note.id}`}
          label={isNote ? t`Words of the private note` : t`Words of the comment`}
          button={t`Keep the change`}
          send={(words) => desk.reword(note, words)}
          leave={() => setRewording(false)}
        />
      ) : (
        note.text !== '' && (
          <p className={classes.text} dir="auto">
            {note.text}
          </p>
        )
      )}
    </article>
  );
}
