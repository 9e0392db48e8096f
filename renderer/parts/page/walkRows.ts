import type { KeyboardEvent } from 'react';

/** Arrows, Home and End go from row to row, over the whole page: the rows that carry this attribute (`data-seat`). */
export const walkRows =
  (attribute: string) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = [...document.querySelectorAll<HTMLElement>(`[${attribute}]`)];
    const at = all.indexOf(event.currentTarget);
    const to: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };
