import { createHash } from 'node:crypto';
import type { AnnexFile } from '../../domain/documents/annexFiles.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { PdfPages, SealedLook } from './annexMessages.ts';
import { cleanImage } from './cleanImage.ts';
import { openSealed } from './openSealed.ts';

type Found = Omit<AnnexFile, 'content'>;

const NOTHING = new Uint8Array();
/** What was found of files in this thread, by their digests. None of their bytes: those are opened again each time. */
const found = new Map<string, Found>();

/**
 * A file as it was looked at before, with its bytes, where it was: what is in it is the same, since its digest is. Undefined
 * where nobody looked yet, or it is another file. Throws `vault.damaged`.
 */
export function lookedAt(sha256: string, { sealed, pdfPages }: SealedLook): AnnexFile | undefined {
  const before = found.get(nameOf(sha256, pdfPages));
  if (before === undefined) return undefined;
  if (before.pages === 0) return { ...before, content: NOTHING };
  const bytes = opened(sealed);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return undefined;
  return { ...before, content: before.kind === 'pdf' ? bytes : cleanImage(bytes).content };
}

/** Keeps what was found of a file. That it took too long may be another time otherwise. */
export function noteLook(sha256: string, { pdfPages }: Pick<SealedLook, 'pdfPages'>, file: AnnexFile): void {
  const { content: _bytes, ...rest } = file;
  if (file.unbound !== 'tooSlow') found.set(nameOf(sha256, pdfPages), rest);
}

const nameOf = (sha256: string, pdfPages: PdfPages): string => `${sha256} ${pdfPages}`;

function opened(sealed: SealedLook['sealed']): Buffer {
  try {
    return openSealed(sealed);
  } catch (cause) {
    throw new AmberdeskError('vault.damaged', { folder: 'blobs' }, { cause });
  }
}

/** Forgets it all, as the end of a thread does. */
export function forgetLooks(): void {
  found.clear();
}
