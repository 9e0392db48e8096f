import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Opens PDFs that are in memory. It works in a thread of its own, until it is closed. */
export interface PdfReader {
  /** Takes the bytes over. Rejects for what is no PDF. */
  open(bytes: Uint8Array): Promise<PDFDocumentProxy>;
  /** Forgets everything that was opened. */
  close(): void;
}

/**
 * Starts a reader. Its code is loaded when it is first needed, from the application itself; fonts are those in the PDF,
 * drawn as paths, and nothing is fetched, evaluated or compiled.
 */
export async function startReader(): Promise<PdfReader> {
  const [{ getDocument, PDFWorker, VerbosityLevel }, { default: script }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'),
  ]);
  const thread = new Worker(script, { type: 'module' });
  const worker = PDFWorker.create({ port: thread });
  return {
    open: (bytes) =>
      getDocument({
        data: bytes,
        worker,
        verbosity: VerbosityLevel.ERRORS,
        isEvalSupported: false,
        useWasm: false,
        useSystemFonts: false,
        disableFontFace: true,
        disableAutoFetch: true,
        stopAtErrors: true,
      }).promise,
    close() {
      worker.destroy();
      thread.terminate();
    },
  };
}

/** Bytes from base64. */
export function bytesOf(base64: string): Uint8Array {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
