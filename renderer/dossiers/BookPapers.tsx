import { useLingui } from '@lingui/react/macro';
import { IconBook } from '@tabler/icons-react';
import { useState } from 'react';
import { papersBehind } from '../../domain/dossiers/plan.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import { AddPapers } from './AddPapers.tsx';
import { BookTools } from './BookTools.tsx';
import classes from './book.module.css';
import type { BookData } from './bookTypes.ts';
import { PaperActions } from './PaperActions.tsx';
import { PaperRow } from './PaperRow.tsx';
import { TabHead } from './TabHead.tsx';
import { type BookActions, planIn } from './useBook.ts';
import { useDropping } from './useDropping.ts';
import { useMeasured } from './useMeasured.ts';

interface BookPapersProps {
  readonly book: BookData;
  readonly actions: BookActions;
}

/** The papers of a book behind their tabs, with what is not ready; what was taken out since its issue; the meeting's others. */
export function BookPapers({ book, actions }: BookPapersProps) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<string>();
  const measured = useMeasured(book);
  const drop = useDropping(book, actions);
  const tabbable = book.papers.some(({ entry }) => entry === chosen) ? chosen : book.papers[0]?.entry;
  const plan = planIn(book);
  const groups = [undefined, ...book.tabs.map(({ id }) => id)];
  const places = new Map(book.papers.map(({ entry }, at) => [entry, at + 1]));
  return (
    <>
      <BookTools book={book} actions={actions} measured={measured} />
      <PaperActions book={book} actions={actions} chosen={chosen} choose={setChosen} />
      {book.papers.length === 0 && (
        <EmptyState icon={IconBook} title={t`Nothing is in this book yet`}>
          {t`Papers are put in below, by name, or dragged here from a list.`}
        </EmptyState>
      )}
      {groups.map((tab) => {
        const behind = papersBehind(plan, tab);
        const head = book.tabs.find(({ id }) => id === tab);
        if (head === undefined && behind.length === 0) return null;
        return (
          <section
            key={tab ?? ''}
            aria-label={head?.name ?? t`Without a tab`}
            className={classes.section}
            data-over={drop.over === (tab ?? '') || undefined}
            {...drop.onSection(tab)}
          >
            {head !== undefined && <TabHead tab={head} book={book} actions={actions} />}
            <ol className={classes.papers}>
              {behind.flatMap(({ id }) => {
                const line = book.papers.find(({ entry }) => entry === id);
                if (line === undefined) return [];
                return (
                  <PaperRow
                    key={id}
                    line={line}
                    place={places.get(id) ?? 0}
                    book={book}
                    actions={actions}
                    pages={measured.pagesOf(line)}
                    isTabbable={tabbable === id}
                    isChosen={chosen === id}
                    choose={() => setChosen(id)}
                    drop={drop}
                  />
                );
              })}
            </ol>
            {behind.length === 0 && <p className={classes.quiet}>{t`No paper stands behind this tab.`}</p>}
          </section>
        );
      })}
      {book.withdrawn.length > 0 && (
        <section className={classes.section} aria-label={t`Taken out since the issue`}>
          <h2 className={classes.heading}>{t`Taken out since the issue`}</h2>
          <ul className={classes.papers}>
            {book.withdrawn.map(({ paper, title, first, last }) => (
              <li key={paper} className={classes.gone} data-record={paper}>
                <span>{title === '' ? t`A paper that is not here` : title}</span>
                <span className={classes.pages}>{t`was p. ${first}–${last}`}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {book.isOwn && !book.deleted && <AddPapers book={book} actions={actions} drop={drop} />}
    </>
  );
}
