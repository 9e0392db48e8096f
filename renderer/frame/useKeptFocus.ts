import { useEffect } from 'react';

/** What takes the keyboard by itself, and opens nothing when it does. */
const TABBABLE =
  ':is(a[href], button, input, textarea, [tabindex="0"]):not(:disabled, [tabindex="-1"], [role="combobox"], [aria-hidden="true"])';

/**
 * The focus is never lost: when what had it went away or can no longer be used, it goes to the nearest part of the window
 * that is still there. Whatever moves the focus by itself (a dialog that closes, a step that begins) comes first.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let path: readonly Element[] = [];
    let asked = 0;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) path = pathOf(target);
    };
    const isLost = () => {
      const [last] = path;
      if (last === undefined || !isNowhere()) return false;
      return !last.isConnected || last.matches(':disabled');
    };
    const look = () => {
      if (!isLost()) return;
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => {
        asked = requestAnimationFrame(() => {
          if (isNowhere()) homeOf(path)?.focus({ preventScroll: true });
        });
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', remember);
    return () => {
      cancelAnimationFrame(asked);
      observer.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, []);
}

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

function pathOf(element: Element): readonly Element[] {
  const path: Element[] = [];
  for (let one: Element | null = element; one !== null && one !== document.body; one = one.parentElement)
    path.push(one);
  return path;
}

/** Parts that can have the focus as a whole: a page, a section that was led to, a list. */
const WHOLE = 'main[tabindex], section[tabindex], [role="grid"]';

/**
 * What had the focus, where it can be used again; else the nearest part around it, or the list or the first thing in it
 * that takes the keyboard; else the page.
 */
function homeOf(path: readonly Element[]): HTMLElement | undefined {
  const [last] = path;
  if (last instanceof HTMLElement && last.isConnected && !last.matches(':disabled')) return last;
  for (const part of path.slice(1)) {
    if (!part.isConnected) continue;
    // All that stood here went: what comes first in the window is not near to it, the page is.
    if (part.querySelector('main') !== null) break;
    if (part instanceof HTMLElement && part.matches(WHOLE)) return part;
    const home = firstIn(part, '[role="grid"]') ?? firstIn(part, TABBABLE);
    if (home !== undefined) return home;
  }
  return firstIn(document, 'main[tabindex]') ?? firstIn(document, `main ${TABBABLE}`);
}

function firstIn(part: ParentNode, selector: string): HTMLElement | undefined {
  return [...part.querySelectorAll<HTMLElement>(selector)].find((one) => one.checkVisibility());
}
