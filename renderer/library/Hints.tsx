import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import classes from './library.module.css';

interface HintsProps {
  readonly narrowed: boolean;
  /** Takes the filters away. */
  widen(): void;
}

/** What helps where nothing was found. */
export function Hints({ narrowed, widen }: HintsProps) {
  const { t } = useLingui();
  return (
    <section className={classes.hints}>
      <h2>{t`Nothing found`}</h2>
      {narrowed && (
        <p>
          {t`The results are narrowed.`}{' '}
          <Button variant="light" size="compact-sm" onClick={widen}>
            {t`Search in everything`}
          </Button>
        </p>
      )}
      <ul>
        <li>{t`Try fewer words: all of them have to be there.`}</li>
        <li>{t`Parts of words are found too, from three letters on. Accents and capitals make no difference.`}</li>
        <li>
          <Trans>
            <q>“two words”</q> finds them side by side, <q>sanct*</q> all that begins so, <q>-word</q> leaves out.
          </Trans>
        </li>
        <li>{t`Names and numbers of papers can be typed as they are written: CB/8/4.`}</li>
      </ul>
    </section>
  );
}
