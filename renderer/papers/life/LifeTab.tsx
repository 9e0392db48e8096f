import { useLingui } from '@lingui/react/macro';
import type { RecordView } from '../../parts/form/formKeeper.ts';
import { Clearance } from './Clearance.tsx';
import { CommissionFacts } from './CommissionFacts.tsx';
import { Course } from './Course.tsx';
import { Issues } from './Issues.tsx';
import classes from './life.module.css';

interface LifeTabProps {
  readonly view: RecordView;
  readonly readOnly: boolean;
  compare(from: string, to: string): void;
}

/** The way of a paper: who asked for it, who clears it, its issues, and how it came to its status. */
export function LifeTab({ view, readOnly, compare }: LifeTabProps) {
  const { t } = useLingui();
  return (
    <div className={classes.life}>
      <section aria-labelledby="life-commission">
        <h2 id="life-commission">{t`The request`}</h2>
        <CommissionFacts view={view} readOnly={readOnly} />
      </section>
      <section aria-labelledby="life-clearance">
        <h2 id="life-clearance">{t`Clearance`}</h2>
        <Clearance view={view} readOnly={readOnly} compare={compare} />
      </section>
      <section aria-labelledby="life-issues">
        <h2 id="life-issues">{t`Issues`}</h2>
        <Issues view={view} compare={compare} />
      </section>
      <section aria-labelledby="life-course">
        <h2 id="life-course">{t`What became of it`}</h2>
        <Course view={view} />
      </section>
    </div>
  );
}
