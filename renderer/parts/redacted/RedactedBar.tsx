import { Trans } from '@lingui/react/macro';
import classes from './redacted.module.css';

/** What stands for a passage that was blacked out: always as wide, with the word in it that is read aloud. */
export function RedactedBar() {
  return (
    <span className={classes.bar}>
      <Trans>redacted</Trans>
    </span>
  );
}
