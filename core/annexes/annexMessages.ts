import type { MessagePort } from 'node:worker_threads';
import type { AnnexFile } from '../../domain/documents/annexFiles.ts';
import type { SealedPlace } from './openSealed.ts';

/** What the thread that looks at files is told. */
export interface LookOrder {
  readonly sealed: SealedPlace;
  /** For a print without a standard, into which pages of a PDF may be bound. */
  readonly bindsPdf: boolean;
}

/** Where the thread takes its orders and tells that it has an answer. */
export interface LookData {
  readonly port: MessagePort;
  readonly answered: Int32Array;
}

export type LookAnswer = { readonly file: AnnexFile } | { readonly damaged: string };
