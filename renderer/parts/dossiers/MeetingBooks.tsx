import { Plural, useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { IconBook, IconDoor, IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { RecordId } from '../../../domain/records/ids.ts';
import { addressOf } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';
import { formatDate } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';

import { InConflict } from '../conflict/InConflict.tsx';
import { EmptyState } from '../empty/EmptyState.tsx';
import { HandlingBadge } from '../handling/HandlingBadge.tsx';
import classes from './dossiers.module.css';
import { NewBook } from './NewBook.tsx';
import { useBookWords } from './useBookWords.ts';

/** The books of a meeting: for whom, what they hold, whether it is ready, and how the last issue stands. */
export function MeetingBooks({ meeting }: { readonly meeting: string }) {
  const { t } = useLingui();
  const { books } = useBookWords();
  const language = useLanguage();
  const { data } = useRead('dossiers', 'list', { meeting: RecordId.parse(meeting) }, { keep: true });
  if (data === undefined) return null;
  if (data.length === 0) {
    return (
      <EmptyState icon={IconBook} title={t`There is no book yet`} actions={<NewBook meeting={meeting} books={data} />}>
        {t`A book has the papers of a meeting in the order in which they are read, behind tabs: one for the closed sessions, one for the open session. It is issued, printed for each member, and brought up to date.`}
      </EmptyState>
    );
  }
  return (
    <ul className={classes.books} aria-label={t`Dossiers`}>
      {data.map(({ dossier, title, book, label, conflicted, papers, notReady, issue, changes }) => (
        <li key={dossier} className={classes.book} data-record={dossier} data-open={book === 'open' || undefined}>
          <span className={classes.access}>
            {book === 'open' ? (
              <IconDoor size={16} stroke={1.6} aria-hidden />
            ) : (
              <IconLock size={16} stroke={1.6} aria-hidden />
            )}
            {books[book]}
          </span>
          <span className={classes.bookName}>
            <Anchor component={Link} to={addressOf('dossier', dossier)} className={classes.bookTitle ?? ''}>
              {title}
            </Anchor>
            <HandlingBadge label={label} />
            {conflicted && <InConflict record={dossier} />}
          </span>
          <span>
            <Plural value={papers} _0="No paper" one="# paper" other="# papers" />
          </span>
          <span data-unready={notReady > 0 || undefined} className={classes.ready}>
            {notReady === 0 ? t`Ready` : <Plural value={notReady} one="# not ready" other="# not ready" />}
          </span>
          <span className={classes.issued}>
            {issue === undefined ? t`Not issued yet` : `${issue.name}, ${formatDate(issue.on, language)}`}
            {changes > 0 && (
              <b>
                <Plural value={changes} one="# change since" other="# changes since" />
              </b>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
