import { useEffect, useRef, useState } from 'react';
import { keyOf } from './OrderList.tsx';
import type { Room } from './useRoom.ts';

/** The line that is chosen: what is under way or comes next, until another one is. */
export function useChosenLine(room: Room): [chosen: string | undefined, choose: (line: string) => void] {
  const [asked, setAsked] = useState<string>();
  const about = room.clock.underWay?.item ?? room.clock.next?.item;
  const usual =
    room.lines.find(({ item }) => item !== undefined && item.item === about) ??
    room.lines.find(({ of }) => of !== 'session');
  const isThere = room.lines.some((line) => keyOf(line) === asked);
  // What begins elsewhere, on another laptop or in another window, is followed.
  const before = useRef(about);
  useEffect(() => {
    if (before.current !== about) setAsked(undefined);
    before.current = about;
  }, [about]);
  return [isThere ? asked : usual && keyOf(usual), setAsked];
}
