import { useLingui } from '@lingui/react/macro';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { type ReadPart, readPage } from './pageText.ts';
import classes from './print.module.css';
import { ReadAloud } from './ReadAloud.tsx';

interface SheetPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly of: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the screen to a CSS pixel. */
  readonly ratio: number;
  /** It is in view, or about to be; others are not drawn, and take no memory. */
  readonly near: boolean;
}

/** No larger: a page at 300 % on a fine screen would take a gigabyte, and nobody sees the difference. */
const MOST_PIXELS = 20_000_000;

/** A page as it lies on paper, with what it says for those who listen. Nothing of it can be chosen or copied. */
export function SheetPage({ pdf, number, of, width, height, ratio, near }: SheetPageProps) {
  const { t } = useLingui();
  const paper = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<readonly ReadPart[]>([]);
  /** From which document it was drawn. */
  const [drawn, setDrawn] = useState<PDFDocumentProxy>();

  useEffect(() => {
    if (!near) {
      paper.current?.replaceChildren();
      setDrawn(undefined);
      return;
    }
    let current = true;
    let stop = () => {};
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (!current) return;
      const plain = page.getViewport({ scale: 1 });
      const wanted = (width * ratio) / plain.width;
      const largest = Math.sqrt(MOST_PIXELS / (plain.width * plain.height));
      const viewport = page.getViewport({ scale: Math.min(wanted, largest) });
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      const drawing = page.render({ canvas, viewport });
      stop = () => drawing.cancel();
      await drawing.promise;
      // What was there before stays until this is whole.
      paper.current?.replaceChildren(canvas);
      setDrawn(pdf);
      const parts = await readPage(page);
      if (current) setSaid(parts);
      page.cleanup();
    };
    // Cancelled, or the document went: another drawing follows, or none is needed.
    draw().catch(() => {});
    return () => {
      current = false;
      stop();
    };
  }, [pdf, number, width, ratio, near]);

  return (
    <section
      className={classes.sheet}
      aria-label={t`Page ${number} of ${of}`}
      data-page={number}
      data-drawn={drawn === pdf}
      style={{ width, height }}
    >
      <div ref={paper} className={classes.drawing} aria-hidden />
      <ReadAloud parts={said} />
    </section>
  );
}
