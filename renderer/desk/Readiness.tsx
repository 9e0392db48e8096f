import { Plural, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RecordId } from '../../domain/records/ids.ts';
import { addressOf } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import { formatDate, formatDayOf } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import classes from './desk.module.css';
import type { DeskData } from './useDesk.ts';

interface ReadinessProps {
  readonly data: DeskData;
  readonly isSecretariat: boolean;
}

/** How far the dossier is: only what the records and the bundles of this vault say. */
export function Readiness({ data: { meeting, readiness }, isSecretariat }: ReadinessProps) {
  const { t } = useLingui();
  const language = useLanguage();
  if (meeting === undefined || readiness === undefined) return null;
  const { total, issued, cleared, submitted, late, expected, sentTo, members, received } = readiness;
  const lateFrom = [...new Set(late.flatMap(({ from }) => from))].join(', ');
  const lines: [string, ReactNode][] = [
    [t`Papers issued`, t`${issued} of ${total}`],
    [t`Cleared, not issued`, cleared],
    [t`Handed in, to be cleared`, submitted],
    [t`Expected`, expected.length],
    [t`Late`, late.length > 0 && lateFrom !== '' ? t`${late.length}, from ${lateFrom}` : late.length],
  ];
  if (isSecretariat && members > 0) lines.push([t`Dossier sealed for`, t`${sentTo.length} of ${members} capitals`]);
  if (!isSecretariat && received !== undefined) lines.push([t`Dossier received`, formatDayOf(received, language)]);
  return (
    <section aria-labelledby="desk-readiness" className={classes.section}>
      <h2 id="desk-readiness">{t`Readiness of the dossier`}</h2>
      {total === 0 ? (
        <p className={classes.none}>
          {t`No papers yet.`}{' '}
          <Link to={`${addressOf('meeting', meeting.record)}?tab=papers`}>{t`Papers of the meeting`}</Link>
        </p>
      ) : (
        <dl className={classes.facts}>
          {lines.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <Books meeting={meeting.record} />
      {isSecretariat && sentTo.length > 0 && <p className={classes.quiet}>{sentTo.join(', ')}</p>}
    </section>
  );
}

/** The books of the meeting: how they were issued, and what is different since. */
function Books({ meeting }: { readonly meeting: RecordId }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { data = [] } = useRead('dossiers', 'list', { meeting }, { keep: true });
  if (data.length === 0) return null;
  return (
    <ul className={classes.books} aria-label={t`Dossiers`}>
      {data.map(({ dossier, title, issue, changes }) => (
        <li key={dossier}>
          <Link to={addressOf('dossier', dossier)}>{title}</Link>
          <span>{issue === undefined ? t`Not issued yet` : `${issue.name}, ${formatDate(issue.on, language)}`}</span>
          {changes > 0 && (
            <b>
              <Plural value={changes} one="# change since" other="# changes since" />
            </b>
          )}
        </li>
      ))}
    </ul>
  );
}
