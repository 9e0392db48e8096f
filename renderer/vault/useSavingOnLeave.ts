import { useEffect } from 'react';
import { hasUnsaved, saveEverything } from '../application/saving.ts';

/** Saves what was typed when the window is about to go, and asks the person to wait while something is unsaved. */
export function useSavingOnLeave(): void {
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (hasUnsaved()) event.preventDefault();
      saveEverything().catch(() => {});
    };
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, []);
}
