import { useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { z } from 'zod';
import { usePreference } from '../../application/preferences.ts';
import { PaperBoard } from './PaperBoard.tsx';
import { PaperRegister } from './PaperRegister.tsx';
import classes from './papers.module.css';
import { ToChase } from './ToChase.tsx';

const View = z.enum(['list', 'board', 'chase']);

/** The papers of a meeting, or all: as a list, as a board by status, and those that are to be chased. */
export function PaperViews({ meeting }: { readonly meeting?: string }) {
  const { t } = useLingui();
  const [view, setView] = usePreference('papers.view', View, 'list');
  const of = meeting === undefined ? {} : { meeting };
  return (
    <div className={classes.views}>
      <SegmentedControl
        size="xs"
        aria-label={t`How papers are shown`}
        className={classes.switch ?? ''}
        value={view}
        onChange={(next) => setView(View.catch('list').parse(next))}
        data={[
          { value: 'list', label: t`List` },
          { value: 'board', label: t`By status` },
          { value: 'chase', label: t`To be chased` },
        ]}
      />
      {view === 'list' && <PaperRegister {...of} />}
      {view === 'board' && <PaperBoard {...of} />}
      {view === 'chase' && <ToChase {...of} />}
    </div>
  );
}
