import { sentenceFor } from '../application/errors.tsx';
import classes from './settings.module.css';

interface OutcomeProps {
  /** What went wrong; nothing when undefined or null. */
  readonly error?: unknown;
  /** What went well. */
  readonly done?: string | undefined;
}

/** What came of an action, under it. */
export function Outcome({ error, done }: OutcomeProps) {
  const wrong = error !== undefined && error !== null;
  return (
    <p role="status" className={wrong ? classes.problem : classes.text} hidden={!wrong && done === undefined}>
      {wrong ? sentenceFor(error) : done}
    </p>
  );
}
