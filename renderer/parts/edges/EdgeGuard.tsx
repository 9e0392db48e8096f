import { useEffect } from 'react';
import { useHost } from '../../application/ApplicationContext.ts';
import { isOpenSession } from '../../application/openSession.ts';
import { onCopy, onDragEnd, onDragStart, onDrop, onMenu, onPaste } from './guards.ts';
import { forgetKept, shareAmongWindows } from './innerClipboard.ts';

/** Keeps words inside the window, in every place: copying and dragging carry references, and pasting inside is whole. */
export function EdgeGuard() {
  const host = useHost();
  useEffect(() => {
    const listening = new AbortController();
    const first = { capture: true, signal: listening.signal };
    window.addEventListener('copy', onCopy, first);
    window.addEventListener('cut', onCopy, first);
    window.addEventListener('paste', onPaste, first);
    window.addEventListener('dragstart', onDragStart, first);
    window.addEventListener('drop', onDrop, first);
    window.addEventListener('dragend', onDragEnd, first);
    window.addEventListener('contextmenu', onMenu, first);
    // A window in the open session is not told what is copied elsewhere, and tells nothing.
    const endSharing = isOpenSession ? () => {} : shareAmongWindows();
    if (isOpenSession) {
      // No file comes in there, and none takes the window's place.
      for (const name of ['dragover', 'drop'] as const)
        window.addEventListener(name, (event) => event.preventDefault(), { signal: listening.signal });
    }
    const endHearing = host.subscribe(({ event }) => event === 'vaultLocked' && forgetKept());
    return () => {
      listening.abort();
      endSharing();
      endHearing();
    };
  }, [host]);
  return null;
}
