import { Plural, useLingui } from '@lingui/react/macro';
import { Tabs, VisuallyHidden } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAction } from '../application/actions.ts';
import { addressOf, booksAddress, printAddress } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import { formatDate } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { InConflict } from '../parts/conflict/InConflict.tsx';
import { useBookWords } from '../parts/dossiers/useBookWords.ts';
import { HandlingBadge } from '../parts/handling/HandlingBadge.tsx';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { RecordMenu } from '../parts/record/RecordMenu.tsx';
import { BookPapers } from './BookPapers.tsx';
import classes from './book.module.css';
import type { BookData } from './bookTypes.ts';
import { Copies } from './Copies.tsx';
import { IssueBook } from './IssueBook.tsx';
import { Issues } from './Issues.tsx';
import { useBook } from './useBook.ts';

/** A book: its papers in order, how it was issued, and who has a copy. */
export function Book({ book }: { readonly book: BookData }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const { books } = useBookWords();
  const actions = useBook(book);
  const record = useRead('records', 'read', { id: book.dossier });
  const { meeting, issues, papers, copies } = book;
  const tab = search.get('tab') ?? 'papers';
  const group = t`Dossier`;
  const print = {
    id: 'book.print',
    title: t`Print the book`,
    group,
    icon: IconPrinter,
    shortcut: 'mod+P',
    whileTyping: true,
    run: () => navigate(printAddress('dossier', book.dossier)),
  };
  useAction(print);
  const last = issues.at(-1);
  const unready = papers.filter(({ notReady }) => notReady.length > 0).length;
  const back = meeting === undefined ? '/meetings' : booksAddress(meeting.record);
  return (
    <Page>
      <PageHead
        title={book.title}
        crumbs={[
          { title: t`Meetings`, address: '/meetings' },
          ...(meeting === undefined
            ? []
            : [
                { title: meeting.title, address: addressOf('meeting', meeting.record) },
                { title: t`Dossiers`, address: back },
              ]),
        ]}
        marks={
          <>
            <HandlingBadge label={book.label} />
            {book.conflicted && <InConflict record={book.dossier} />}
          </>
        }
        line={
          <span className={classes.line}>
            <span>{books[book.book]}</span>
            <span>
              <Plural value={papers.length} _0="No paper" one="# paper" other="# papers" />
            </span>
            <span data-unready={unready > 0 || undefined}>
              {unready === 0 ? t`All are ready` : <Plural value={unready} one="# not ready" other="# not ready" />}
            </span>
            <span>{last === undefined ? t`Not issued yet` : `${last.name}, ${formatDate(last.on, language)}`}</span>
          </span>
        }
        actions={
          <>
            <ActionButton action={print} />
            {book.mayIssue && !book.deleted && <IssueBook book={book} />}
            {record.data !== undefined && (
              <RecordMenu
                record={record.data}
                title={book.title}
                words={{ more: t`More with this book`, remove: t`Delete this book`, group }}
                back={back}
              />
            )}
          </>
        }
      />
      {actions.refused !== undefined && (
        <p role="alert" className={classes.refused}>
          {actions.refused}
        </p>
      )}
      <VisuallyHidden role="status">{actions.told}</VisuallyHidden>
      <Tabs
        value={tab}
        onChange={(next) => setSearch(next === null || next === 'papers' ? {} : { tab: next }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List aria-label={t`Dossier`} className={classes.tabList ?? ''}>
          <Tabs.Tab value="papers">{t`Papers ${papers.length}`}</Tabs.Tab>
          <Tabs.Tab value="issues">{t`Issues ${issues.length}`}</Tabs.Tab>
          <Tabs.Tab value="copies">{t`Copies ${copies.length}`}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="papers">
          <BookPapers book={book} actions={actions} />
        </Tabs.Panel>
        <Tabs.Panel value="issues">
          <Issues book={book} />
        </Tabs.Panel>
        <Tabs.Panel value="copies">
          <Copies book={book} actions={actions} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
