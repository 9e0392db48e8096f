import { Plural, useLingui } from '@lingui/react/macro';
import { useLength } from './useLength.ts';
import classes from './writing.module.css';

interface LengthPartProps {
  readonly type: string;
  readonly words: number;
  readonly pages: number | undefined;
}

/** Pages and minutes of a paper, with the limit where there is one; what is over it is said in words. */
export function LengthPart({ type, words, pages }: LengthPartProps) {
  const { t } = useLingui();
  const { limit, minutes, isOver, over } = useLength({ type, words, pages });
  return (
    <>
      <p className={classes.quiet}>
        {pages !== undefined && (
          <>
            <Plural value={pages} one="# page" other="# pages" />
            {', '}
          </>
        )}
        <Plural value={minutes} one="# minute read aloud" other="# minutes read aloud" />
        {'. '}
        {limit === undefined
          ? t`There is no limit for this type.`
          : t`The limit is ${limit.pages} pages and ${limit.minutes} minutes, at 130 words a minute.`}
      </p>
      {isOver && <p className={classes.over} role="status">{t`Too long: ${over}.`}</p>}
    </>
  );
}
