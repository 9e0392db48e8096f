import { useEffect } from 'react';
import { type Location, NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router';
import { create } from 'zustand';

interface Trail {
  /** Addresses that were visited, and which of them is shown. */
  readonly visited: readonly string[];
  readonly at: number;
  /** `instead`: in the place of the address shown. */
  visit(address: string, instead: boolean): void;
  move(by: number): void;
  forget(): void;
}

const MOST = 200;

/** Memory history does not tell how far it goes: this does, for the buttons. */
const useTrail = create<Trail>((set) => ({
  visited: [],
  at: -1,
  visit: (address, instead) =>
    set(({ visited, at }) => {
      if (visited[at] === address) return {};
      if (instead && at >= 0) return { visited: visited.with(at, address) };
      const kept = [...visited.slice(0, at + 1), address].slice(-MOST);
      return { visited: kept, at: kept.length - 1 };
    }),
  move: (by) => set(({ at }) => ({ at: at + by })),
  forget: () => set({ visited: [], at: -1 }),
}));

export interface Travel {
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  back(): void;
  forward(): void;
}

export const addressIn = (location: Location): string => `${location.pathname}${location.search}`;

/** Another vault has addresses of its own. */
export function forgetTrail(): void {
  useTrail.getState().forget();
}

/** Follows where the window goes. Used once, by the frame. */
export function useFollowTrail(): void {
  const location = useLocation();
  const address = addressIn(location);
  const isReplaced = useNavigationType() === NavigationType.Replace;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address is visited when it comes
  useEffect(() => useTrail.getState().visit(address, isReplaced), [address]);
}

/** Back and forward, and whether there is a way. */
export function useTravel(): Travel {
  const navigate = useNavigate();
  const { visited, at, move } = useTrail();
  const go = (by: number) => {
    const address = visited[at + by];
    if (address === undefined) return;
    move(by);
    navigate(address);
  };
  return { canGoBack: at > 0, canGoForward: at < visited.length - 1, back: () => go(-1), forward: () => go(1) };
}
