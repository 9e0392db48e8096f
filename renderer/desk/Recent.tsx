import { useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { addressOf } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import { formatShortMoment } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { useRecordName } from '../parts/picker/recordName.ts';
import classes from './desk.module.css';

const SHOWN = 6;

/** What was last at work here. */
export function Recent() {
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = useRecordName();
  const { data } = useRead('records', 'register', {
    kinds: ['meeting', 'agendaItem', 'paper', 'person', 'organisation'],
    columns: [],
    filters: [],
    sort: [{ column: '$updated', descending: true }],
    offset: 0,
    limit: SHOWN,
  });
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <section aria-labelledby="desk-recent" className={classes.section}>
      <h2 id="desk-recent">{t`Changed last`}</h2>
      <ul className={classes.recent}>
        {data.rows.map(({ id, kind, title, updated }) => (
          <li key={id}>
            <Link to={addressOf(kind, id)}>{nameOf({ kind, title })}</Link>
            <time className={classes.quiet} dateTime={updated}>
              {formatShortMoment(updated, language)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
