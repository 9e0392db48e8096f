import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { useHost } from '../application/ApplicationContext.ts';
import { addressOf } from '../application/addresses.ts';
import { HitLine } from './HitLine.tsx';
import classes from './library.module.css';
import type { Found } from './useFound.ts';

interface ResultsProps {
  readonly found: Found;
  readonly list: RefObject<HTMLOListElement | null>;
  readonly chosen: string | undefined;
  onChoose(record: string): void;
  /** Steps back, to the words. */
  onLeave(): void;
}

/** What was found. Arrows go through it, Enter opens, Shift with Enter opens a window of its own, Escape steps back. */
export function Results({ found, list, chosen, onChoose, onLeave }: ResultsProps) {
  const { t } = useLingui();
  const host = useHost();
  const { hits, hasMore, isReadingMore, readMore } = found;
  const { ref: end, entry } = useIntersection<HTMLDivElement>();
  const isNear = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (isNear && hasMore && !isReadingMore) readMore();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const links = linksIn(list.current);
    const at = links.findIndex((link) => link.matches(':focus'));
    const step = stepOf(event, at, links.length);
    if (step !== undefined) {
      event.preventDefault();
      if (step < 0) onLeave();
      else links[step]?.focus();
      return;
    }
    const hit = hits[at];
    if (event.key !== 'Enter' || !event.shiftKey || hit === undefined) return;
    event.preventDefault();
    host.openWindow(addressOf(hit.kind, hit.record));
  };
  return (
    <>
      <ol ref={list} className={classes.hits} aria-label={t`Results`} onKeyDown={onKeyDown}>
        {hits.map((hit) => (
          <HitLine key={hit.record} hit={hit} chosen={hit.record === chosen} onChoose={() => onChoose(hit.record)} />
        ))}
      </ol>
      {hasMore && (
        <div ref={end} className={classes.more}>
          <Button variant="subtle" loading={isReadingMore} onClick={readMore}>
            {t`Show more`}
          </Button>
        </div>
      )}
    </>
  );
}

/** The titles of the results, in their order. */
export function linksIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('a[data-hit]') ?? [])];
}

/** Where a key leads from one of so many results: -1 for out of them, undefined for nowhere. */
function stepOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, at: number, count: number): number | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return at - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return key === 'Escape' ? -1 : undefined;
}
