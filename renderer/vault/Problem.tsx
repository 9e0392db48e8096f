import type { ReactNode } from 'react';
import { sentenceFor } from '../application/errors.tsx';
import classes from './threshold.module.css';

interface ProblemProps {
  readonly error: unknown;
  /** What to do about it, beyond what the sentence says. */
  readonly children?: ReactNode;
}

/** What went wrong, where it went wrong. */
export function Problem({ error, children }: ProblemProps) {
  if (error === undefined) return null;
  return (
    <div className={classes.problem} role="alert">
      <p>{sentenceFor(error)}</p>
      {children !== undefined && <div className={classes.problemAction}>{children}</div>}
    </div>
  );
}
