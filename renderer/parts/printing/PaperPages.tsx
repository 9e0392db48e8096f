import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { PaperSize } from '../../language/paperSize.ts';

interface PaperPagesProps {
  /** Addresses of pictures in memory, one a page. */
  readonly pages: readonly string[];
  readonly paper: PaperSize;
  /** The browser has printed them, or was told not to. */
  onDone(): void;
}

/** Opens the browser's print dialog on these pages, each a sheet of paper, and nothing else of the window. */
export function PaperPages({ pages, paper, onDone }: PaperPagesProps) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const done = useRef(onDone);
  done.current = onDone;

  useEffect(() => {
    let current = true;
    const { dataset } = document.documentElement;
    const after = () => done.current();
    const pictures = [...(box.current?.querySelectorAll('img') ?? [])];
    Promise.all(pictures.map((picture) => picture.decode())).then(
      () => {
        if (!current) return;
        dataset.printing = '';
        window.addEventListener('afterprint', after, { once: true });
        window.print();
      },
      () => current && after(),
    );
    return () => {
      current = false;
      delete dataset.printing;
      window.removeEventListener('afterprint', after);
    };
  }, []);

  return createPortal(
    <div ref={box} data-print="pages" data-paper={paper}>
      {pages.map((page, at) => (
        <img key={page} src={page} alt={t`Page ${at + 1}`} />
      ))}
    </div>,
    document.body,
  );
}
