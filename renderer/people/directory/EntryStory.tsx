import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconGitBranch, IconKey, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { receivedAddress } from '../../application/addresses.ts';
import { formatClock, formatDay, formatMomentDay } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { DirectoryAlarm, DirectoryLine } from '../../parts/directory/useDirectory.ts';
import classes from '../people.module.css';

const AT_ONCE = 30;

interface EntryStoryProps {
  readonly entries: readonly DirectoryLine[];
  readonly alarms: readonly DirectoryAlarm[];
}

/** The entries of the directory as they follow one another, the newest first, with those of a branch that does not hold. */
export function EntryStory({ entries, alarms }: EntryStoryProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [limit, setLimit] = useState(AT_ONCE);
  const days = Map.groupBy(entries.slice(0, limit), ({ at }) => dayOf(at));
  const seen = alarms.filter((alarm) => alarm.seen);
  return (
    <section aria-labelledby="directory-story">
      <div className={classes.headed}>
        <h2 id="directory-story">{t`Entry by entry`}</h2>
      </div>
      {[...days].map(([day, lines]) => (
        <section key={day} aria-label={formatDay(day, language)}>
          <h3 className={classes.day}>{formatDay(day, language)}</h3>
          <ol className={classes.entries}>
            {lines.map((line) => (
              <EntryLine key={`${line.number} ${line.digest}`} line={line} />
            ))}
          </ol>
        </section>
      ))}
      {entries.length > limit && (
        <Button variant="default" size="xs" mt="sm" onClick={() => setLimit(limit + 100)}>
          {t`Show earlier entries`}
        </Button>
      )}
      {seen.length > 0 && (
        <>
          <h3 className={classes.day}>{t`Alarms that were looked at`}</h3>
          <ul className={classes.records}>
            {seen.map(({ id, at, sentence }) => (
              <li key={id}>
                <span />
                <span>
                  {sentence} <span className={classes.soft}>{formatMomentDay(at, language)}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function EntryLine({ line }: { readonly line: DirectoryLine }) {
  const { t } = useLingui();
  const { number, at, sentence, signedBy, signerName, holds, bundle } = line;
  const Sign = !holds ? IconGitBranch : signedBy === 'root' ? IconKey : IconSignature;
  return (
    <li data-holds={holds}>
      <Sign size={16} stroke={1.6} aria-hidden />
      <span className={classes.number}>{number}</span>
      <div>
        <span>{sentence}</span>
        {!holds && <strong className={classes.notHolding}>{t`does not hold`}</strong>}
        <span className={classes.second}>
          {signedBy === 'root' ? t`Signed by the root` : <Trans>Signed by {signerName}</Trans>}
          {', '}
          <time dateTime={at}>{clockOf(at)}</time>
          {bundle !== undefined && (
            <>
              {' · '}
              <Link to={receivedAddress(bundle)}>{t`came with a bundle`}</Link>
            </>
          )}
        </span>
      </div>
    </li>
  );
}

const zoned = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(Temporal.Now.timeZoneId());
const dayOf = (at: string): string => zoned(at).toPlainDate().toString();
const clockOf = (at: string): string => formatClock(zoned(at));
