import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { JsonObject } from '../records/json.ts';
import { compareEntries } from '../records/mergeFields.ts';
import { objects, text } from '../records/text.ts';

/** A paper in its place. */
export interface PlacedPaper {
  readonly id: string;
  readonly order: string;
  readonly paper: string;
  readonly tab?: string;
  readonly annexes?: boolean;
}

export interface Tab {
  readonly id: string;
  readonly order: string;
  readonly name: string;
}

/** What a book holds, in the order in which it is read: papers without a tab first, then tab by tab. */
export interface BookPlan {
  readonly papers: readonly PlacedPaper[];
  readonly tabs: readonly Tab[];
}

/** How the book of this body stands. An entry that names a tab which is not there stands before all tabs. */
export function planOf(body: JsonObject): BookPlan {
  const tabs = objects(body.tabs)
    .toSorted(compareEntries)
    .map(({ id, order, name }) => ({ id: text(id), order: text(order), name: text(name) }));
  const papers = objects(body.papers)
    .toSorted(compareEntries)
    .map(
      ({ id, order, paper, tab, annexes }): PlacedPaper => ({
        id: text(id),
        order: text(order),
        paper: text(paper),
        ...(tabs.some((one) => one.id === tab) ? { tab: text(tab) } : {}),
        annexes: annexes === true,
      }),
    );
  return inReadingOrder({ papers, tabs });
}

/** The papers behind a tab, or before all tabs. */
export function papersBehind({ papers }: BookPlan, tab: string | undefined): PlacedPaper[] {
  return papers.filter((one) => one.tab === tab);
}

function inReadingOrder({ papers, tabs }: BookPlan): BookPlan {
  const groups = [undefined, ...tabs.map(({ id }) => id)];
  return { tabs, papers: groups.flatMap((tab) => papers.filter((one) => one.tab === tab)) };
}

/** Puts papers behind a tab, before the paper of this entry or at the end. What stands in the book already stays where it is. */
export function withPapers(
  plan: BookPlan,
  added: readonly { readonly id: string; readonly paper: string }[],
  tab?: string,
  before?: string,
): BookPlan {
  const held = new Set(plan.papers.map(({ paper }) => paper));
  return added
    .filter(({ paper }) => !held.has(paper))
    .reduce((book, one) => placed(book, { ...one, order: '', annexes: true }, tab, before), plan);
}

/** Moves a paper behind a tab, before that of another entry or at the end. */
export function movedTo(plan: BookPlan, id: string, tab: string | undefined, before?: string): BookPlan {
  const moved = plan.papers.find((one) => one.id === id);
  if (moved === undefined || before === id) return plan;
  return placed({ ...plan, papers: plan.papers.filter((one) => one.id !== id) }, moved, tab, before);
}

/** Moves a paper one place up or down; over the edge of its tab, behind the next one. The same plan where there is no place. */
export function movedBy(plan: BookPlan, id: string, by: -1 | 1): BookPlan {
  const moved = plan.papers.find((one) => one.id === id);
  if (moved === undefined) return plan;
  const behind = papersBehind(plan, moved.tab);
  const at = behind.findIndex((one) => one.id === id);
  if (behind[at + by] !== undefined) return movedTo(plan, id, moved.tab, behind[by < 0 ? at - 1 : at + 2]?.id);
  const groups = [undefined, ...plan.tabs.map((tab) => tab.id)];
  const group = groups.indexOf(moved.tab) + by;
  if (group < 0 || group >= groups.length) return plan;
  return movedTo(plan, id, groups[group], by < 0 ? undefined : papersBehind(plan, groups[group])[0]?.id);
}

/** Takes papers out of the book, by their entries. */
export function withoutPapers(plan: BookPlan, entries: readonly string[]): BookPlan {
  return { ...plan, papers: plan.papers.filter(({ id }) => !entries.includes(id)) };
}

/** Binds a paper's files in, or not. */
export function withAnnexes(plan: BookPlan, entry: string, annexes: boolean): BookPlan {
  return { ...plan, papers: plan.papers.map((one) => (one.id === entry ? { ...one, annexes } : one)) };
}

/** A new tab, behind all others. */
export function withTab(plan: BookPlan, id: string, name: string): BookPlan {
  return { ...plan, tabs: [...plan.tabs, { id, name, order: keyBetween(plan.tabs.at(-1)?.order, undefined) }] };
}

export function renamedTab(plan: BookPlan, id: string, name: string): BookPlan {
  return { ...plan, tabs: plan.tabs.map((tab) => (tab.id === id ? { ...tab, name } : tab)) };
}

/** Takes a tab away. Its papers go behind the one before it, or before all tabs. */
export function withoutTab(plan: BookPlan, id: string): BookPlan {
  const at = plan.tabs.findIndex((tab) => tab.id === id);
  if (at < 0) return plan;
  const emptied = papersBehind(plan, id).reduce((book, one) => movedTo(book, one.id, plan.tabs[at - 1]?.id), plan);
  return inReadingOrder({ ...emptied, tabs: emptied.tabs.filter((tab) => tab.id !== id) });
}

/** Moves a tab with its papers one place up or down. */
export function movedTab(plan: BookPlan, id: string, by: -1 | 1): BookPlan {
  const at = plan.tabs.findIndex((tab) => tab.id === id);
  const moved = plan.tabs[at];
  if (moved === undefined || plan.tabs[at + by] === undefined) return plan;
  const others = plan.tabs.filter((tab) => tab.id !== id);
  return inReadingOrder({ ...plan, tabs: inserted(others, moved, at + by) });
}

function placed(plan: BookPlan, paper: PlacedPaper, tab: string | undefined, before: string | undefined): BookPlan {
  const behind = papersBehind(plan, tab);
  const found = behind.findIndex(({ id }) => id === before);
  const { tab: _was, ...rest } = paper;
  const whole = { ...rest, ...(tab === undefined ? {} : { tab }) };
  const group = inserted(behind, whole, found < 0 ? behind.length : found);
  const others = plan.papers.filter((one) => one.tab !== tab);
  return inReadingOrder({ ...plan, papers: [...others, ...group] });
}

/** Puts one among others, with a key of its own; all of them get new ones where two have the same and it stands between. */
function inserted<T extends { readonly order: string }>(others: readonly T[], one: T, at: number): T[] {
  const [before, after] = [others[at - 1]?.order, others[at]?.order];
  const all = [...others.slice(0, at), one, ...others.slice(at)];
  try {
    const order = keyBetween(before, after);
    return all.map((each) => (each === one ? { ...each, order } : each));
  } catch {
    const keys = generateNKeysBetween(null, null, all.length);
    return all.map((each, index) => ({ ...each, order: keys[index] ?? each.order }));
  }
}

function keyBetween(before: string | undefined, after: string | undefined): string {
  return generateKeyBetween(before || null, after || null);
}
