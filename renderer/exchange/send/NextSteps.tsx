import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import classes from './send.module.css';

interface NextStepsProps {
  /** What the file is called, where it was sealed in this window. */
  readonly file?: string;
  readonly several?: boolean;
  /** How many parts it was cut into. */
  readonly volumes?: number | undefined;
  /** It lies in the exchange folder. */
  readonly inFolder?: boolean | undefined;
  /** It is under words, not to keys. */
  readonly underWords: boolean;
}

/** What to do with what was sealed: this application sends nothing itself. */
export function NextSteps({ file, several = false, volumes, inFolder = false, underWords }: NextStepsProps) {
  const { t } = useLingui();
  return (
    <section aria-labelledby="sent-next">
      <h2 id="sent-next" className={classes.wordsHead}>{t`What to do next`}</h2>
      <ol className={classes.next}>
        <li>
          {inFolder ? (
            t`Nothing: it lies in the exchange folder, and what carries the folder carries it. It is encrypted.`
          ) : several ? (
            t`Send each file to those it is for, by any way: mail, a stick, a shared folder. It is encrypted.`
          ) : file === undefined ? (
            t`Send the file by any way: mail, a stick, a shared folder. It is encrypted.`
          ) : (
            <Trans>
              Send the file <strong>{file}</strong> by any way: mail, a stick, a shared folder. It is encrypted.
            </Trans>
          )}
        </li>
        {volumes !== undefined && (
          <li>
            <Plural
              value={volumes}
              one="It is # part."
              other="It is # parts: all of them must arrive. They are dropped on the window together."
            />
          </li>
        )}
        {underWords ? (
          <li>{t`Tell the words by another way. Whoever has both the file and the words can read it.`}</li>
        ) : (
          <li>
            {t`Once they have opened it, their next bundle says so.`}{' '}
            <Anchor component={Link} to="/exchange?tab=sent" inherit underline="always">
              {t`What was sent`}
            </Anchor>
          </li>
        )}
      </ol>
      <p className={classes.quiet}>{t`This application sends nothing itself.`}</p>
    </section>
  );
}
