import { useEffect, useState } from 'react';

const SECOND = 1000;

/** The moment, in milliseconds, and anew every second: for a clock that is looked at. Nothing is changed by it. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
