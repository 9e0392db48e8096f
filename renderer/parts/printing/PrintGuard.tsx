import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';

/**
 * What prints instead of the window, whatever stands in it: nothing leaves by the browser's own print (`theme/print.css`).
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
    return () => {
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

/** Whether a document is on its way to the printer. */
export const isPrinting = (): boolean => document.documentElement.dataset.printing !== undefined;
