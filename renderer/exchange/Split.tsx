import { type ReactNode, useEffect, useRef } from 'react';
import classes from './exchange.module.css';

interface SplitProps {
  readonly left: ReactNode;
  /** Stays below what is gone through. */
  readonly foot?: ReactNode;
  /** What the right side is, for those who do not see it. */
  readonly reading: string;
  readonly right: ReactNode;
  /** What is being read: where the two are one under the other, another choice brings it into view. */
  readonly chosen?: string;
}

/** Where the two stand one under the other (see `exchange.module.css`). */
const NARROW = '(max-width: 900px), (max-height: 560px)';

/** A page in two: what is gone through, and what is read of it. */
export function Split({ left, foot, reading, right, chosen }: SplitProps) {
  const section = useRef<HTMLElement>(null);
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current === chosen) return;
    before.current = chosen;
    // Who goes through a list by its keys stays there.
    const isInList = document.activeElement?.getAttribute('role') === 'listbox';
    if (!isInList && window.matchMedia(NARROW).matches) section.current?.scrollIntoView({ block: 'start' });
  }, [chosen]);
  return (
    <div className={classes.split}>
      <div className={classes.left}>
        <div className={classes.through}>{left}</div>
        {foot}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard. */}
      <section ref={section} className={classes.right} aria-label={reading} tabIndex={0}>
        {right}
      </section>
    </div>
  );
}
