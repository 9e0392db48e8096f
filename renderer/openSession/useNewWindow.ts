import { useEffect, useRef } from 'react';
import { followOpenSession } from '../application/openSession.ts';
import { useRead } from '../application/queries.ts';

/**
 * Whether a window may show the desk. One that was opened without saying where waits until it is known whether an open
 * session is being shown, and then comes up there: somebody who closed the window on the projector by mistake, and opens
 * another, puts nothing closed on the wall. Decided once; a window that is at the desk stays there.
 */
export function useNewWindow(isOpen: boolean, address: string): boolean {
  const decided = useRef(address !== '/');
  const state = useRead('openSession', 'state', {}, { enabled: isOpen && !decided.current });
  const shown = state.data?.shown;
  if (isOpen && shown === false) decided.current = true;
  const follows = isOpen && !decided.current && shown === true;
  useEffect(() => {
    if (follows) followOpenSession();
  }, [follows]);
  return decided.current;
}
