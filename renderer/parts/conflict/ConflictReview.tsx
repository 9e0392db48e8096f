import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import type { Json, JsonObject } from '../../../domain/records/json.ts';
import { sentenceFor } from '../../application/errors.tsx';
import type { Conflict } from './answers.ts';
import { ConflictPanel } from './ConflictPanel.tsx';
import classes from './conflict.module.css';
import { inReadingOrder } from './conflictText.ts';
import { useResolving } from './resolvingPlace.ts';
import { useAnswers } from './useAnswers.ts';

interface ConflictReviewProps {
  /** Whose questions they are: what was answered is kept for it. */
  readonly record: string;
  readonly kind: string;
  /** What the record says with all sides together. */
  readonly body: JsonObject;
  readonly conflicts: readonly Conflict[];
  readonly names?: Readonly<Record<string, string>>;
  /** What the button says: `Resolve and go to the next`. */
  readonly action: string;
  /** Applies the answers to all questions. */
  onResolve(answers: Record<string, Json | null>): Promise<void>;
}

/** All open questions of one record, one under the other, with the button that answers them together. */
export function ConflictReview({ record, kind, body, conflicts, names = {}, action, onResolve }: ConflictReviewProps) {
  const { t } = useLingui();
  const { asked, answers, left, answer, values, forget } = useAnswers(record, kind, conflicts);
  const [applying, setApplying] = useState(false);
  const [error, setError] = useState<unknown>();
  const others = [...new Set(conflicts.flatMap(({ sides }) => sides.filter(({ own }) => !own).map(({ who }) => who)))];
  const resolve = async () => {
    setApplying(true);
    setError(undefined);
    try {
      await onResolve(values());
      forget();
    } catch (failure) {
      setError(failure);
    } finally {
      setApplying(false);
    }
  };
  const place = useResolving({
    title: action,
    group: t`Record`,
    icon: IconGitMerge,
    disabled: left > 0 || applying,
    run: () => void resolve(),
  });
  /** In a text the editor would take the shortcut for a new line. */
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (left === 0 && !applying) void resolve();
  };
  return (
    <div className={classes.review} ref={place} data-questions onKeyDownCapture={onKey}>
      {inReadingOrder(asked, body).map((conflict) => (
        <ConflictPanel
          key={conflict.path}
          kind={kind}
          conflict={conflict}
          body={body}
          names={names}
          answer={answers[conflict.path]}
          disabled={applying}
          onAnswer={(given) => answer(conflict.path, given)}
        />
      ))}
      {error !== undefined && (
        <p role="alert" className={classes.fault}>
          {sentenceFor(error)}
        </p>
      )}
      <div className={classes.resolve}>
        <span className={classes.quiet} aria-live="polite">
          {left > 0 ? (
            <Trans>
              {asked.length - left} of {asked.length} answered. All versions stay in the history.
            </Trans>
          ) : others.length === 1 ? (
            t`Both versions stay in the history. ${others[0]} sees your result in the next bundle.`
          ) : (
            t`All versions stay in the history. The others see your result in the next bundle.`
          )}
        </span>
        <Button disabled={left > 0} loading={applying} onClick={() => void resolve()}>
          {action}
        </Button>
      </div>
    </div>
  );
}
