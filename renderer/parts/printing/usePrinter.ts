import { useEffect, useRef, useState } from 'react';
import { AmberdeskError } from '../../../domain/errors.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import type { PaperSize } from '../../language/paperSize.ts';
import { bytesOf, type PdfReader, startReader } from './pdfReader.ts';

/** Pages as pictures, ready for the print dialog. */
interface ReadyPages {
  readonly pages: readonly string[];
  readonly paper: PaperSize;
}

export interface Printer {
  /** How many pages are drawn; undefined while nothing is on its way. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly ready: ReadyPages | undefined;
  readonly error: unknown;
  /** `lay` has the document laid out on its way to the printer, under the id of a job, and gives its bytes in base64. */
  print(lay: (job: string) => Promise<{ readonly pdf: string }>, paper: PaperSize): void;
  /** Also when the dialog has closed: the pictures are forgotten. */
  stop(): void;
}

/** Dots to a point: 300 an inch, as sharp as office printers are. */
const DOTS = 300 / 72;

/**
 * Brings a document to the printer: laid out anew and noted in the journal, drawn page by page into pictures in memory,
 * for the print dialog to take. The pictures go when the dialog has closed, and with the page.
 */
export function usePrinter(): Printer {
  const client = useClient();
  const [progress, setProgress] = useState<Printer['progress']>();
  const [ready, setReady] = useState<ReadyPages>();
  const [error, setError] = useState<unknown>();
  const running = useRef<AbortController>(undefined);

  const stop = () => {
    running.current?.abort();
    running.current = undefined;
    setProgress(undefined);
    setReady(undefined);
  };
  useEffect(() => () => running.current?.abort(), []);

  const print: Printer['print'] = (lay, paper) => {
    stop();
    setError(undefined);
    setProgress({ done: 0, total: 0 });
    const control = new AbortController();
    const { signal } = control;
    running.current = control;
    const job = crypto.randomUUID();
    signal.addEventListener('abort', () => void client.jobs.cancel({ job }).catch(() => {}));
    lay(job)
      .then(({ pdf }) => drawPages(bytesOf(pdf), signal, (done, total) => setProgress({ done, total })))
      .then((pages) => {
        if (signal.aborted) return;
        setProgress(undefined);
        setReady({ pages, paper });
      })
      .catch((reason) => {
        if (signal.aborted) return;
        setProgress(undefined);
        if (!(reason instanceof AmberdeskError && reason.code === 'job.cancelled')) setError(reason);
      });
  };
  return { progress, ready, error, print, stop };
}

/** The pages as addresses of pictures, which hold until the signal is given. Rejects when it is given meanwhile. */
async function drawPages(
  bytes: Uint8Array,
  signal: AbortSignal,
  tell: (done: number, total: number) => void,
): Promise<string[]> {
  const addresses: string[] = [];
  signal.addEventListener('abort', () => {
    for (const address of addresses) URL.revokeObjectURL(address);
  });
  const reader: PdfReader = await startReader();
  try {
    const pdf = await reader.open(bytes);
    const canvas = document.createElement('canvas');
    for (let number = 1; number <= pdf.numPages; number += 1) {
      signal.throwIfAborted();
      tell(number - 1, pdf.numPages);
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: DOTS });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      await page.render({ canvas, viewport, intent: 'print' }).promise;
      page.cleanup();
      const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
      if (picture === null) throw new AmberdeskError('print.failed');
      signal.throwIfAborted();
      addresses.push(URL.createObjectURL(picture));
    }
    return addresses;
  } finally {
    reader.close();
  }
}
