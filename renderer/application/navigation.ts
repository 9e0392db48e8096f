import { useEffect } from 'react';
import { type Location, useLocation, useNavigate } from 'react-router';
import { create } from 'zustand';

interface Trail {
  /** Addresses that were visited, and which of them is shown. */
  readonly visited: readonly string[];
  readonly at: number;
  visit(address: string): void;
  move(by: number): void;
  forget(): void;
}

const MOST = 200;

/** Memory history does not tell how far it goes: this does, for the buttons. */
const useTrail = create<Trail>((set) => ({
  visited: [],
  at: -1,
  visit: (address) =>
    set(({ visited, at }) => {
      if (visited[at] === address) return {};
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
  useEffect(() => useTrail.getState().visit(address), [address]);
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
