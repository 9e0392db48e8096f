import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useActions } from '../../application/actions.ts';

/**
 * What prints instead of the window, whatever stands in it: nothing leaves by the browser's own print (`theme/print.css`),
 * nor by its keys for saving the page and for its source.
 * The window's title, which would be the name of a printed file, is not told either.
 */
export function PrintGuard() {
  const { t } = useLingui();
  useEffect(() => {
    let title = '';
    const before = () => {
      if (isPrinting()) return;
      title = document.title;
      document.title = 'Amberdesk';
    };
    const after = () => {
      if (title !== '') document.title = title;
      title = '';
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    window.addEventListener('keydown', keepPage);
    return () => {
      window.removeEventListener('keydown', keepPage);
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return createPortal(
    <p data-print="refusal">
      {t`Pages of Amberdesk are not printed as they stand on the screen. Agendas and papers print through “Print”, which asks for whom.`}
    </p>,
    document.body,
  );
}

/** The browser neither saves the page nor shows its source; an action of ours that has the key is done all the same. */
function keepPage(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const shortcut = { s: 'mod+S', u: 'mod+U' }[event.key.toLowerCase()];
  if (shortcut === undefined) return;
  const actions = [...useActions.getState().actions.values()];
  if (!actions.some((action) => action.shortcut === shortcut && action.disabled !== true)) event.preventDefault();
}

/** Whether a document is on its way to the printer. */
export const isPrinting = (): boolean => document.documentElement.dataset.printing !== undefined;
