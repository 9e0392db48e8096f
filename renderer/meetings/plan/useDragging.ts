import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { minutesOf } from '../../../domain/meetings/timing.ts';
import { SCALE } from './axis.ts';
import { usePlan } from './PlanContext.tsx';
import type { Item, Session } from './planTypes.ts';
import { type Drag, onGrid, type Target } from './preview.ts';
import { GRID, shifted, type Wish } from './wishes.ts';

/** So many pixels are a click of an unsteady hand. */
const UNSTEADY = 5;
/** So near to the edge of what scrolls, it scrolls. */
const EDGE = 48;
const LAST = 23 * 60 + 55;

type Follow = (event: PointerEvent, from: { readonly x: number; readonly y: number }) => Drag | undefined;

/** Dragging of items and sessions and of their lower edges. Escape lets everything be as it was. */
export function useDragging() {
  const { arrange } = usePlan();
  const [drag, setDrag] = useState<Drag>();
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  // The same as long as the plan stands: what is dragged nowhere is not drawn anew for it.
  const grabs = useMemo(() => grabsBy((start, follow) => begin(start, follow, { stop, setDrag, arrange })), [arrange]);
  return { drag, ...grabs };
}

interface Dragging {
  /** Ends what is being dragged; undefined while nothing is. */
  readonly stop: RefObject<(() => void) | undefined>;
  setDrag(drag: Drag | undefined): void;
  arrange(wish: NonNullable<ReturnType<typeof wishOf>>): Promise<unknown>;
}

function begin(start: ReactPointerEvent<HTMLElement>, follow: Follow, { stop, setDrag, arrange }: Dragging): void {
  if (start.button !== 0 || stop.current !== undefined) return;
  const from = { x: start.clientX, y: start.clientY };
  let latest: Drag | undefined;
  const onMove = (event: PointerEvent) => {
    const far = Math.hypot(event.clientX - from.x, event.clientY - from.y) >= UNSTEADY;
    if (latest === undefined && !far) return;
    event.preventDefault();
    latest = follow(event, from);
    setDrag(latest);
    scrollNear(event);
  };
  const end = () => {
    stop.current?.();
    const wish = latest === undefined ? undefined : wishOf(latest);
    if (wish !== undefined) void arrange(wish);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    stop.current?.();
  };
  stop.current = () => {
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', cancel);
    window.removeEventListener('keydown', onKey, true);
    stop.current = undefined;
    setDrag(undefined);
  };
  const cancel = () => stop.current?.();
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', cancel);
  window.addEventListener('keydown', onKey, true);
}

function grabsBy(begin: (start: ReactPointerEvent<HTMLElement>, follow: Follow) => void) {
  return {
    grabItem: (event: ReactPointerEvent<HTMLElement>, { item }: Item) =>
      begin(event, (now, from) => ({
        of: 'item',
        id: item,
        dx: now.clientX - from.x,
        dy: now.clientY - from.y,
        target: targetAt(now.clientX, now.clientY, item),
      })),
    stretchItem: (event: ReactPointerEvent<HTMLElement>, { item, minutes }: Item) =>
      begin(event, (now, from) => ({
        of: 'length',
        id: item,
        minutes: Math.max(GRID, onGrid(minutes + (now.clientY - from.y) / SCALE)),
      })),
    grabSession: (event: ReactPointerEvent<HTMLElement>, session: Session) =>
      begin(event, (now, from) => ({
        of: 'session',
        id: session.session,
        by: within(session, onGrid((now.clientY - from.y) / SCALE)),
        day: dayAt(now.clientX) ?? session.day,
      })),
    stretchSession: (event: ReactPointerEvent<HTMLElement>, session: Session) =>
      begin(event, (now, from) => ({
        of: 'ends',
        id: session.session,
        by: longer(session, onGrid((now.clientY - from.y) / SCALE)),
      })),
  };
}

function wishOf(drag: Drag): ((plan: { readonly sessions: readonly Session[] }) => Wish | undefined) | undefined {
  switch (drag.of) {
    case 'item':
      return drag.target && (() => ({ does: 'move', item: drag.id, ...(drag.target ?? { to: null, before: null }) }));
    case 'length':
      return () => ({ does: 'lengthen', item: drag.id, minutes: drag.minutes });
    case 'session':
      return ({ sessions }) => {
        const session = sessions.find((one) => one.session === drag.id);
        return session && shifted(session, drag.by, drag.day);
      };
    case 'ends':
      return ({ sessions }) => {
        const session = sessions.find((one) => one.session === drag.id);
        if (session === undefined) return undefined;
        const end = minutesOf(session.ends) + drag.by;
        const ends = `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
        return { does: 'moveSession', session: drag.id, day: session.day, starts: session.starts, ends };
      };
  }
}

/** So far that the session stays inside its day. */
function within({ starts, ends }: Session, by: number): number {
  return Math.max(-minutesOf(starts), Math.min(by, LAST - minutesOf(ends)));
}

function longer({ starts, ends }: Session, by: number): number {
  const least = minutesOf(starts) + GRID - minutesOf(ends);
  return Math.max(least, Math.min(by, LAST - minutesOf(ends)));
}

/** The place in the plan under a point: in a session, before the first item whose middle lies below; or the tray. */
function targetAt(x: number, y: number, dragged: string): Target | undefined {
  const tray = document.querySelector('[data-tray]');
  if (tray !== null && holds(tray.getBoundingClientRect(), x, y)) return { to: null, before: null };
  const column = [...document.querySelectorAll('[data-day]')].find((one) => {
    const { left, right } = one.getBoundingClientRect();
    return x >= left && x <= right;
  });
  const sessions = [...(column?.querySelectorAll<HTMLElement>('[data-session]') ?? [])];
  const session = sessions.toSorted((one, other) => distance(one, y) - distance(other, y))[0];
  const to = session?.dataset.session;
  if (session === undefined || to === undefined) return undefined;
  const items = [...session.querySelectorAll<HTMLElement>('[data-item]')].filter((one) => one.dataset.item !== dragged);
  const next = items.find((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return (top + bottom) / 2 > y;
  });
  return { to, before: next?.dataset.item ?? null };
}

const holds = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

function distance(element: Element, y: number): number {
  const { top, bottom } = element.getBoundingClientRect();
  return y < top ? top - y : Math.max(0, y - bottom);
}

function dayAt(x: number): number | undefined {
  const column = [...document.querySelectorAll<HTMLElement>('[data-day]')].find((one) => {
    const { left, right } = one.getBoundingClientRect();
    return x >= left && x <= right;
  });
  return column === undefined ? undefined : Number(column.dataset.day);
}

/** Scrolls what the plan stands in when the pointer is near its edge. */
function scrollNear({ clientY }: PointerEvent): void {
  const main = document.querySelector('main');
  if (main === null) return;
  const { top, bottom } = main.getBoundingClientRect();
  if (clientY < top + EDGE) main.scrollBy(0, -16);
  else if (clientY > bottom - EDGE) main.scrollBy(0, 16);
}
