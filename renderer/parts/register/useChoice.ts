import { useCallback, useState } from 'react';

/** Which rows are chosen, and on which one the keyboard stands. */
export interface Choice {
  readonly active: number;
  readonly chosen: ReadonlySet<string>;
  moveTo(index: number): void;
  toggle(id: string): void;
  /** These and no others. */
  choose(ids: Iterable<string>): void;
  clear(): void;
  /** Where a run of rows began that is extended with Shift. */
  readonly anchor: number;
  setAnchor(index: number): void;
}

export function useChoice(): Choice {
  const [active, moveTo] = useState(0);
  const [anchor, setAnchor] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return {
    active,
    chosen,
    moveTo,
    anchor,
    setAnchor,
    toggle: useCallback((id) => setChosen((before) => toggled(before, id)), []),
    choose: useCallback((ids) => setChosen(new Set(ids)), []),
    clear: useCallback(() => setChosen(new Set()), []),
  };
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
