import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { type Entry, entriesOf, type Plan } from './planTypes.ts';
import { type Arranging, useArrange } from './useArrange.ts';
import { neighbour, type Wish } from './wishes.ts';

interface PlanState extends Omit<Arranging, 'arrange'> {
  readonly meeting: string;
  readonly plan: Plan;
  /** What the side panel tells of, and what the keys are for. */
  readonly chosen: Entry | undefined;
  choose(id: string | undefined): void;
  /** Does it, chooses what it was about, what stands beside it if it goes, or `next`, and gives that the focus. */
  arrange(wish: (plan: Plan) => Wish | undefined, next?: string): Promise<string | undefined>;
}

const Context = createContext<PlanState | undefined>(undefined);

export function usePlan(): PlanState {
  const state = useContext(Context);
  if (state === undefined) throw new TypeError('This part stands outside a plan.');
  return state;
}

interface PlanProviderProps {
  readonly meeting: string;
  readonly plan: Plan;
  readonly children: ReactNode;
}

/** A meeting's plan with what is chosen in it: the entry of the address, then whatever has the focus. */
export function PlanProvider({ meeting, plan, children }: PlanProviderProps) {
  const { key } = useLocation();
  const [search] = useSearchParams();
  const asked = search.get('entry') ?? undefined;
  const [id, setId] = useState(asked);
  const latest = useRef(asked);
  const choose = useCallback((next: string | undefined) => {
    latest.current = next;
    setId(next);
  }, []);
  const arranging = useArrange(meeting);
  const chosen = useMemo(() => entriesOf(plan).find((entry) => entry.id === id), [plan, id]);

  // An entry that moves to another session is drawn anew: it keeps the focus, and one that goes gives it to the next,
  // so that no key pressed meanwhile is lost.
  const held = entryWithFocus();
  const before = useRef(plan);
  const heir = useRef<Heir>(undefined);
  useLayoutEffect(() => {
    if (held !== undefined && document.activeElement === document.body) {
      const stays = entriesOf(plan).some((entry) => entry.id === held);
      const follows = heir.current?.of === held ? heir.current.entry : neighbour(before.current, held);
      elementOf(stays ? held : follows)?.focus();
      heir.current = undefined;
    }
    before.current = plan;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same address may be gone to again
  useEffect(() => {
    if (asked === undefined) return;
    choose(asked);
    focusEntry(asked);
  }, [asked, key, choose]);

  const { arrange: doIt } = arranging;
  const arrange = useCallback(
    async (wish: (plan: Plan) => Wish | undefined, next?: string) => {
      const [from, chosenThen] = [entryWithFocus(), latest.current];
      // Whoever went on meanwhile stays where they are.
      const isAt = () => [undefined, from].includes(entryWithFocus());
      let follows = next;
      const about = await doIt((now) => {
        const wished = wish(now);
        const goes = goneBy(wished);
        if (goes !== undefined) {
          follows = neighbour(now, goes);
          heir.current = { of: goes, entry: follows };
        }
        return wished;
      });
      const target = about === undefined ? undefined : (follows ?? about);
      if (target !== undefined && isAt() && [chosenThen, follows].includes(latest.current)) {
        choose(target);
        focusEntry(target, () => isAt() && latest.current === target);
      }
      return about;
    },
    [doIt, choose],
  );
  return <Context value={{ ...arranging, meeting, plan, chosen, choose, arrange }}>{children}</Context>;
}

/** What stood beside an entry in the plan that it was taken out of, which may be drawn only together with what is left. */
interface Heir {
  readonly of: string;
  readonly entry: string | undefined;
}

function goneBy(wish: Wish | undefined): string | undefined {
  if (wish?.does === 'remove') return wish.item;
  return wish?.does === 'removeSession' ? wish.session : undefined;
}

function entryWithFocus(): string | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement ? activeElement.dataset.entry : undefined;
}

/** What stands on the page for an entry. */
export function elementOf(id: string | undefined): HTMLElement | null {
  return id === undefined ? null : document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`);
}

/**
 * Gives an entry the focus when it is there, after what was drawn anew, if that is still wanted then. A dialog that was
 * opened meanwhile, as the palette, keeps it.
 */
export function focusEntry(id: string, isWanted: () => boolean = () => true): void {
  const isElsewhere = () => document.querySelector('[aria-modal="true"] :focus') !== null;
  const focus = () => isWanted() && !isElsewhere() && elementOf(id)?.focus();
  requestAnimationFrame(() => requestAnimationFrame(focus));
}
