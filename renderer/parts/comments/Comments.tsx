import { Plural, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { tellError } from '../../application/errors.tsx';
import { formatShortMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useWriterWords } from '../inspector/writerWords.ts';
import { CommentField } from './CommentField.tsx';
import classes from './comments.module.css';
import type { CommentRow, Thread } from './threads.ts';
import { type CommentsDesk, useComments } from './useComments.ts';

/** Threads of comments on a record: written, answered, resolved, and one's own deleted. */
export function Comments({ record }: { readonly record: string }) {
  const { t } = useLingui();
  const desk = useComments(record);
  const [showsResolved, setShowsResolved] = useState(false);
  if (desk === undefined) return null;
  const resolved = desk.threads.filter(({ first }) => first.resolved);
  const shown = showsResolved ? desk.threads : desk.threads.filter(({ first }) => !first.resolved);
  return (
    <>
      <CommentField
        keep={`comments.unsent/${record}`}
        label={t`Comment on this record`}
        button={t`Send the comment`}
        send={(text) => desk.write({ text })}
      />
      {desk.threads.length === 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t`No comments yet. They go where the record goes, and no further.`}
        </Text>
      )}
      <ul className={classes.threads}>
        {shown.map((thread) => (
          <ThreadItem key={thread.first.id} thread={thread} desk={desk} />
        ))}
      </ul>
      {resolved.length > 0 && !showsResolved && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShowsResolved(true)}>
          <Plural value={resolved.length} one="Show # resolved" other="Show # resolved" />
        </Button>
      )}
    </>
  );
}

interface ThreadItemProps {
  readonly thread: Thread;
  readonly desk: CommentsDesk;
}

function ThreadItem({ thread: { first, answers }, desk }: ThreadItemProps) {
  const { t } = useLingui();
  const [answering, setAnswering] = useState(false);
  const comment = (row: CommentRow) => (
    <CommentText comment={row} remove={() => desk.remove(row.id).catch(tellError)} />
  );
  return (
    <li className={classes.thread} data-resolved={first.resolved || undefined}>
      {first.quote !== '' && <blockquote className={classes.quote}>{first.quote}</blockquote>}
      {comment(first)}
      {answers.length > 0 && (
        <ul className={classes.answers}>
          {answers.map((answer) => (
            <li key={answer.id}>{comment(answer)}</li>
          ))}
        </ul>
      )}
      <div className={classes.buttons}>
        {!answering && (
          <Button variant="default" size="compact-sm" onClick={() => setAnswering(true)}>
            {t`Answer`}
          </Button>
        )}
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => void desk.resolve(first.id, !first.resolved).catch(tellError)}
        >
          {first.resolved ? t`Open again` : t`Resolve`}
        </Button>
      </div>
      {answering && (
        <CommentField
          autoFocus
          keep={`comments.unsent/${first.id}`}
          label={t`Your answer`}
          button={t`Send the answer`}
          send={(text) => desk.write({ text, replyTo: first.id })}
          leave={() => setAnswering(false)}
        />
      )}
    </li>
  );
}

interface CommentTextProps {
  readonly comment: CommentRow;
  remove(): void;
}

function CommentText({ comment, remove }: CommentTextProps) {
  const { t } = useLingui();
  const writerWords = useWriterWords();
  const language = useLanguage();
  return (
    <article className={classes.comment}>
      <p className={classes.author}>
        <span>{comment.own ? t`You` : writerWords(comment.who)}</span>
        <time dateTime={comment.at}>{formatShortMoment(comment.at, language)}</time>
        {comment.resolved && <span>{t`resolved`}</span>}
        {comment.own && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={remove}>
            {t`Delete`}
          </Button>
        )}
      </p>
      <p className={classes.text} dir="auto">
        {comment.text}
      </p>
    </article>
  );
}
