import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { LABELS, type Label } from '../../../domain/handling/handling.ts';
import { addressOf } from '../../application/addresses.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { formatMomentDay } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { DirectorySeat } from '../../parts/directory/useDirectory.ts';
import { HandlingBadge } from '../../parts/handling/HandlingBadge.tsx';
import { KindIcon } from '../../parts/kinds/KindIcon.tsx';
import classes from '../people.module.css';
import { usePurposeName } from './purposeName.ts';

/** What an installation could open, by what was sealed and received here: bundles, and records with their marks. */
export function CouldOpenList({ seat }: { readonly seat: Pick<DirectorySeat, 'installation' | 'name'> }) {
  const { t } = useLingui();
  const language = useLanguage();
  const purposeName = usePurposeName();
  const { data, error } = useRead('directory', 'couldOpen', { installation: seat.installation });
  if (error !== null) return <p role="alert">{sentenceFor(error)}</p>;
  if (data === undefined) return <p>{t`Being gathered…`}</p>;
  const { bundles } = data;
  // The strictest first; of what is not here the mark is not known.
  const strictness = (label: Label | undefined) => (label === undefined ? LABELS.length : LABELS.indexOf(label));
  const records = data.records.toSorted(
    (one, other) =>
      strictness(one.label) - strictness(other.label) ||
      one.title.localeCompare(other.title, language, { numeric: true }),
  );
  if (bundles.length === 0 && records.length === 0) {
    return (
      <p>{t`Nothing was sealed for it here, and nothing that came here names it. What others sealed for it is not known here.`}</p>
    );
  }
  const counts = LABELS.flatMap((label) => {
    const count = records.filter((record) => record.label === label).length;
    return count === 0 ? [] : [{ label, count }];
  });
  return (
    <div className={classes.couldOpen}>
      <p>
        <Plural value={records.length} one="# record" other="# records" />{' '}
        <Trans>
          in <Plural value={bundles.length} one="# bundle" other="# bundles" />. What others sealed for it is not known
          here.
        </Trans>
      </p>
      <ul className={classes.counts}>
        {counts.map(({ label, count }) => (
          <li key={label}>
            <HandlingBadge label={label} /> {count}
          </li>
        ))}
      </ul>
      <section aria-label={t`What it could open`} className={classes.scrolled}>
        <h3>{t`Records`}</h3>
        <ul className={classes.records}>
          {records.map(({ record, kind, title, label, wrote }) => (
            <li key={record}>
              <KindIcon kind={kind} />
              <span>
                {title === '' ? (
                  <span className={classes.soft}>{t`A record that is not here`}</span>
                ) : (
                  <Link to={addressOf(kind, record)}>{title}</Link>
                )}
                {wrote && <span className={classes.soft}> {t`(it wrote on it itself)`}</span>}
              </span>
              {label !== undefined && <HandlingBadge label={label} />}
            </li>
          ))}
        </ul>
        <h3>{t`Bundles`}</h3>
        <ul className={classes.records}>
          {bundles.map(({ bundle, direction, purpose, created, senderName, records: inside }) => (
            <li key={bundle}>
              <span />
              <span>
                <Link to={`/exchange/${direction === 'in' ? 'received' : 'sent'}/${bundle}`}>
                  {purposeName(purpose)}
                </Link>
                <span className={classes.soft}>
                  {' '}
                  <Trans>
                    from {senderName}, {formatMomentDay(created, language)}
                  </Trans>
                </span>
              </span>
              <span className={classes.soft}>
                <Plural value={inside} one="# record" other="# records" />
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
