import type { MessagePort } from 'node:worker_threads';
import type { AnnexFile, Unbound } from '../../domain/documents/annexFiles.ts';
import type { SealedPlace } from './openSealed.ts';

/** Whether pages of a PDF may be bound in, or why not: an archive copy and a Word file hold none. */
export type PdfPages = 'bound' | Extract<Unbound, 'archive' | 'word'>;

/** What the thread that looks at files is told. */
export type LookOrder = SealedLook | GivenLook;

/** A file as the vault keeps it. */
export interface SealedLook {
  readonly sealed: SealedPlace;
  readonly pdfPages: PdfPages;
}

/** What is about to be kept. */
interface GivenLook {
  readonly content: Uint8Array;
  readonly pdfPages: PdfPages;
}

/** Where the thread takes its orders and tells that it has an answer. */
export interface LookData {
  readonly port: MessagePort;
  readonly answered: Int32Array;
}

export type LookAnswer = { readonly file: AnnexFile } | { readonly damaged: string };
