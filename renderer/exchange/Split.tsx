import type { ReactNode } from 'react';
import classes from './exchange.module.css';

interface SplitProps {
  readonly left: ReactNode;
  /** Stays below what is gone through. */
  readonly foot?: ReactNode;
  /** What the right side is, for those who do not see it. */
  readonly reading: string;
  readonly right: ReactNode;
}

/** A page in two: what is gone through, and what is read of it. */
export function Split({ left, foot, reading, right }: SplitProps) {
  return (
    <div className={classes.split}>
      <div className={classes.left}>
        <div className={classes.through}>{left}</div>
        {foot}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard. */}
      <section className={classes.right} aria-label={reading} tabIndex={0}>
        {right}
      </section>
    </div>
  );
}
