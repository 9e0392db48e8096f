import { Plural, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { IconBookmarkPlus, IconHash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { withTab } from '../../domain/dossiers/plan.ts';
import { useAction } from '../application/actions.ts';
import { readingAddress } from '../application/addresses.ts';
import { sentenceFor } from '../application/errors.tsx';
import { pageOf, paperOnPage } from '../parts/dossiers/paperOnPage.ts';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import { WorkProgress } from '../parts/work/WorkProgress.tsx';
import classes from './book.module.css';
import type { BookData } from './bookTypes.ts';
import type { BookActions } from './useBook.ts';
import type { Measured } from './useMeasured.ts';

interface BookToolsProps {
  readonly book: BookData;
  readonly actions: BookActions;
  readonly measured: Measured;
}

/** Above the papers: to a page, its pages counted, another tab. */
export function BookTools({ book, actions, measured }: BookToolsProps) {
  const { t } = useLingui();
  const isMine = book.isOwn && !book.deleted;
  const group = t`Dossier`;
  const count = {
    id: 'book.count',
    title: t`Count the pages`,
    group,
    icon: IconHash,
    disabled: measured.job !== undefined || book.papers.length === 0,
    run: measured.count,
  };
  const addTab = {
    id: 'book.addTab',
    title: t`Add a tab`,
    group,
    icon: IconBookmarkPlus,
    disabled: !isMine,
    run: () =>
      void actions.arrange(t`added a tab`, (plan) =>
        withTab(plan, crypto.randomUUID(), t`Tab ${plan.tabs.length + 1}`),
      ),
  };
  useAction(count);
  useAction(addTab);
  return (
    <div className={classes.tools}>
      <ToPage book={book} measured={measured} />
      <span className={classes.toolsEnd}>
        {measured.job !== undefined && (
          <WorkProgress job={measured.job} title={t`Counting the pages`} onCancel={measured.cancel} />
        )}
        {measured.error !== undefined && <span role="alert">{sentenceFor(measured.error)}</span>}
        {measured.pages !== undefined && (
          <span>
            <Plural value={measured.pages} one="# page" other="# pages" />
          </span>
        )}
        {measured.job === undefined && <ActionButton action={count} />}
        {isMine && <ActionButton action={addTab} />}
      </span>
    </div>
  );
}

/** From a page number of the printed book to the paper that stands there. */
function ToPage({ book, measured }: Pick<BookToolsProps, 'book' | 'measured'>) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const papers = book.papers.map((line) => ({ paper: line.paper, pages: measured.pagesOf(line) }));
  if (!papers.some(({ pages }) => pages !== undefined)) return null;
  const go = (event: FormEvent) => {
    event.preventDefault();
    const found = paperOnPage(papers, pageOf(typed));
    setMissing(found === undefined);
    if (found !== undefined) navigate(readingAddress(found, book.dossier));
  };
  return (
    <form onSubmit={go} className={classes.toPage}>
      <TextInput
        size="xs"
        label={t`To page`}
        placeholder="37"
        value={typed}
        error={missing ? t`No paper stands on that page.` : undefined}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setMissing(false);
        }}
      />
      <Button type="submit" size="xs" variant="default">
        {t`Open the paper`}
      </Button>
    </form>
  );
}
