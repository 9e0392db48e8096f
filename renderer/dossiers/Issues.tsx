import { Plural, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconGitCompare, IconPrinter, IconStackPush } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { RecordId } from '../../domain/records/ids.ts';
import { supplementAddress, versionsAddress } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import { formatDate } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { useBookWords } from '../parts/dossiers/useBookWords.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import classes from './book.module.css';
import type { BookData, BookIssueLine } from './bookTypes.ts';

/** How the book was issued, and, beside each issue, what is different now. */
export function Issues({ book }: { readonly book: BookData }) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<string>();
  const issues = book.issues.toReversed();
  const shown = issues.find(({ id }) => id === chosen) ?? issues[0];
  if (shown === undefined) {
    return (
      <EmptyState icon={IconStackPush} title={t`The book was not issued yet`}>
        {t`An issue notes what the book held. Afterwards it is seen here what was added, changed and withdrawn since, and a supplement has that alone.`}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className={classes.issues}>
        {issues.map((issue) => (
          <Issue
            key={issue.id}
            issue={issue}
            book={book}
            isShown={issue.id === shown.id}
            show={() => setChosen(issue.id)}
          />
        ))}
      </ul>
      <Since book={book} issue={shown} />
    </>
  );
}

interface IssueProps {
  readonly issue: BookIssueLine;
  readonly book: BookData;
  readonly isShown: boolean;
  show(): void;
}

function Issue({ issue: { id, name, on, by, papers, pages }, book, isShown, show }: IssueProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const language = useLanguage();
  return (
    <li className={classes.issue} data-chosen={isShown || undefined}>
      <span>
        <b>{name}</b>, {formatDate(on, language)}
        {by !== undefined && <span className={classes.quiet}> {by.title}</span>}
      </span>
      <span>
        <Plural value={papers} one="# paper" other="# papers" />
      </span>
      <span>{t`to p. ${pages}`}</span>
      <Button size="xs" variant="default" aria-pressed={isShown} aria-label={t`Since then: ${name}`} onClick={show}>
        {t`Since then`}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}
        aria-label={t`Supplement… since ${name}`}
        onClick={() => navigate(supplementAddress(book.dossier, id))}
      >
        {t`Supplement…`}
      </Button>
    </li>
  );
}

/** What was added, changed, moved and withdrawn since an issue, paper by paper. */
function Since({ book, issue }: { readonly book: BookData; readonly issue: BookIssueLine }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const words = useBookWords();
  const { data } = useRead(
    'dossiers',
    'read',
    { dossier: RecordId.parse(book.dossier), since: issue.id },
    { keep: true },
  );
  if (data === undefined) return null;
  const news = data.papers.filter(({ change }) => change !== 'same');
  return (
    <section className={classes.section} aria-label={t`Since ${issue.name}`}>
      <h2 className={classes.heading}>{t`Since ${issue.name}`}</h2>
      {news.length === 0 && data.withdrawn.length === 0 && (
        <p className={classes.quiet}>{t`Nothing is different: the book is as it was issued.`}</p>
      )}
      <ul className={classes.papers}>
        {news.map(({ paper, number, title, change, had, now }) => (
          <li key={paper} className={classes.news} data-record={paper}>
            <span className={classes.change} data-change={change}>
              {words.changes[change]}
            </span>
            <span>{[number, title].filter(Boolean).join(' ')}</span>
            {change === 'changed' && had !== undefined && now !== undefined && (
              <Button
                size="compact-xs"
                variant="default"
                leftSection={<IconGitCompare size={14} stroke={1.6} aria-hidden />}
                aria-label={t`Compare ${title} with what the issue had`}
                onClick={() => navigate(versionsAddress(paper, had, now))}
              >
                {t`Compare`}
              </Button>
            )}
          </li>
        ))}
        {data.withdrawn.map(({ paper, title }) => (
          <li key={paper} className={classes.news} data-record={paper}>
            <span className={classes.change} data-change="withdrawn">{t`taken out since`}</span>
            <span>{title === '' ? t`A paper that is not here` : title}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
