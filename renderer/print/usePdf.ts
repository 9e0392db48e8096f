import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { type PdfReader, startReader } from '../parts/printing/pdfReader.ts';

/** An opened PDF, and how large its pages are, in points. */
export interface OpenPdf {
  /** What it was opened from. */
  readonly bytes: Uint8Array;
  readonly pdf: PDFDocumentProxy;
  readonly pages: number;
  readonly width: number;
  readonly height: number;
}

/** Opens a PDF for as long as the component is there; the one before it stays until it is open. `failed`: it cannot. */
export function usePdf(bytes: Uint8Array | undefined): {
  readonly opened: OpenPdf | undefined;
  readonly failed: boolean;
} {
  const reader = useRef<Promise<PdfReader>>(undefined);
  const [opened, setOpened] = useState<OpenPdf>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    reader.current ??= startReader();
    return () => {
      const started = reader.current;
      reader.current = undefined;
      void started?.then((one) => one.close());
    };
  }, []);

  useEffect(() => {
    let current = true;
    setFailed(false);
    if (bytes === undefined) return setOpened(undefined);
    reader.current ??= startReader();
    reader.current
      // The reader takes the bytes away with it; the print may need them still.
      .then((one) => one.open(bytes.slice()))
      .then(async (pdf) => {
        const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
        if (current) setOpened({ bytes, pdf, pages: pdf.numPages, width, height });
        else await pdf.loadingTask.destroy();
      })
      .catch(() => current && setFailed(true));
    return () => {
      current = false;
    };
  }, [bytes]);

  // What is no longer shown is forgotten.
  useEffect(() => () => void opened?.pdf.loadingTask.destroy(), [opened]);
  return { opened, failed };
}
