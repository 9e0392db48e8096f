import { useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { addressOf } from '../../application/addresses.ts';
import { formatDate } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useTitles } from '../../parts/picker/useTitles.ts';
import type { MinutedItem } from './minuted.ts';
import classes from './minutes.module.css';

/** When and where minutes were approved, and each time that they were opened again, with the reason. */
export function Reopened({ minutes }: { readonly minutes: NonNullable<MinutedItem['minutes']> }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { approvedOn, approvedAt, reopenings, status } = minutes;
  const { titles } = useTitles(approvedAt === undefined ? [] : [approvedAt.record]);
  const kind = approvedAt && titles.get(approvedAt.record)?.kind;
  if (status !== 'approved' && reopenings.length === 0) return null;
  return (
    <ul className={classes.story} aria-label={t`Approval`}>
      {status === 'approved' && (
        <li>
          {t`Approved on ${formatDate(approvedOn ?? '', language)}`}
          {approvedAt !== undefined && ' · '}
          {approvedAt !== undefined && kind !== undefined && (
            <Anchor component={Link} to={addressOf(kind, approvedAt.record)} inherit>
              {approvedAt.title}
            </Anchor>
          )}
        </li>
      )}
      {reopenings.map(({ on, reason }) => (
        <li key={`${on} ${reason}`}>{t`Opened again on ${formatDate(on, language)}: ${reason}`}</li>
      ))}
    </ul>
  );
}
