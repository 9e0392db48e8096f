import { Plural, useLingui } from '@lingui/react/macro';
import { IconBookmarkPlus, IconHash } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { withTab } from '../../domain/dossiers/plan.ts';
import { useAction } from '../application/actions.ts';
import { readingAddress } from '../application/addresses.ts';
import { sentenceFor } from '../application/errors.tsx';
import { ToPage } from '../parts/dossiers/ToPage.tsx';
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
  const navigate = useNavigate();
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
      <ToPage
        papers={book.papers.map((line) => ({ paper: line.paper, pages: measured.pagesOf(line) }))}
        open={(paper) => navigate(readingAddress(paper, book.dossier))}
      />
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
