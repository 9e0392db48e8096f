import type { z } from 'zod';
import type { openSessionCalls } from '../../contract/openSession/calls.ts';

export type Plan = z.output<typeof openSessionCalls.read.output>;
export type OpenItem = Plan['sessions'][number]['items'][number];
export type OpenPaper = Plan['papers'][number];

/** What stands large on the screen. */
export type Shown =
  | { readonly of: 'agenda' }
  | { readonly of: 'item'; readonly id: string }
  /** `item`: from where it was opened. */
  | { readonly of: 'paper'; readonly id: string; readonly item?: string | undefined };

export const AGENDA: Shown = { of: 'agenda' };

/** The items, without breaks, in their order. */
export const itemsOf = ({ sessions }: Plan): OpenItem[] =>
  sessions.flatMap(({ items }) => items.filter(({ type }) => type === 'item'));

/** Everything that can be shown, in the order in which a session goes through it: each item, then its papers. */
export function inOrder(plan: Plan): Shown[] {
  const items = itemsOf(plan);
  const onItems = new Set(items.flatMap(({ papers }) => papers));
  return [
    AGENDA,
    ...items.flatMap((item): Shown[] => [
      { of: 'item', id: item.item },
      ...item.papers.map((id): Shown => ({ of: 'paper', id, item: item.item })),
    ]),
    ...plan.papers.filter(({ paper }) => !onItems.has(paper)).map(({ paper }): Shown => ({ of: 'paper', id: paper })),
  ];
}

const isSame = (one: Shown, other: Shown): boolean =>
  one.of === other.of &&
  (one.of === 'agenda' || (other.of !== 'agenda' && one.id === other.id)) &&
  (one.of !== 'paper' || other.of !== 'paper' || one.item === other.item);

/** What is shown if it is still there; else the agenda. */
export function stillThere(plan: Plan, shown: Shown): Shown {
  return inOrder(plan).find((one) => isSame(one, shown)) ?? AGENDA;
}

/** The next or the previous of one sort, from what is shown; undefined at the end. */
export function neighbour(plan: Plan, shown: Shown, by: 1 | -1, of?: 'item' | 'paper'): Shown | undefined {
  const all = inOrder(plan);
  const at = all.findIndex((one) => isSame(one, shown));
  const fitting = (one: Shown) => of === undefined || one.of === of;
  if (by === 1) return all.slice(at + 1).find(fitting);
  const before = all.slice(0, Math.max(0, at));
  // From a paper, its own item is one step back, and the item before it two.
  if (of === 'item' && shown.of === 'paper')
    return before.findLast((one) => one.of === 'item' && one.id !== shown.item) ?? undefined;
  return before.findLast(fitting);
}

/** One step out: from a paper to its item, from an item to the agenda. */
export function outwards(shown: Shown): Shown {
  return shown.of === 'paper' && shown.item !== undefined ? { of: 'item', id: shown.item } : AGENDA;
}
