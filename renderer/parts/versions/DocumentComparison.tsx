import { Plural, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useRef } from 'react';
import type { BlockComparison } from '../../../domain/records/compareBodies.ts';
import { useAction } from '../../application/actions.ts';
import { AsBefore, Passage, runsOf } from '../comparison/passages.tsx';
import classes from './versions.module.css';

interface DocumentComparisonProps {
  readonly blocks: readonly BlockComparison[];
  /** Also the passages that are the same. */
  readonly all: boolean;
}

/** A text as it became, with what was added and what was taken out in their places, and a way from change to change. */
export function DocumentComparison({ blocks, all }: DocumentComparisonProps) {
  const { t } = useLingui();
  const document = useRef<HTMLDivElement>(null);
  const changes = blocks.filter(({ change }) => change !== 'same').length;
  const at = useRef(-1);
  const go = (by: 1 | -1) => {
    const start = at.current < 0 && by < 0 ? 0 : at.current;
    at.current = (start + by + changes) % Math.max(1, changes);
    goToChange(document.current, at.current);
  };
  const next = () => go(1);
  useAction({
    id: 'versions.next',
    title: t`Go to the next change`,
    group: t`Versions`,
    shortcut: 'alt+PageDown',
    disabled: changes === 0,
    run: next,
  });
  useAction({
    id: 'versions.previous',
    title: t`Go to the previous change`,
    group: t`Versions`,
    shortcut: 'alt+PageUp',
    disabled: changes === 0,
    run: () => go(-1),
  });
  return (
    <div className={classes.document} ref={document}>
      {changes > 0 && (
        <p className={classes.count}>
          <Plural value={changes} one="# passage differs" other="# passages differ" />
          <Button variant="default" size="compact-sm" onClick={next}>
            {t`Go to the next change`}
          </Button>
        </p>
      )}
      {runsOf(blocks, all).map((run) =>
        Array.isArray(run) ? (
          <p className={classes.block} key={run[0]?.id}>
            <AsBefore count={run.length} />
          </p>
        ) : (
          <p
            className={classes.block}
            data-type={run.type}
            data-change={run.change}
            dir="auto"
            tabIndex={-1}
            key={run.id}
          >
            <Passage block={run} whole />
          </p>
        ),
      )}
    </div>
  );
}

/** Brings the passage that differs into view, and the keyboard there. */
function goToChange(document: HTMLElement | null, index: number): void {
  const changed = document?.querySelectorAll<HTMLElement>('[data-change]:not([data-change="same"])');
  changed?.[index]?.scrollIntoView({ block: 'center' });
  changed?.[index]?.focus({ preventScroll: true });
}
