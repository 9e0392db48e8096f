import type { AnnexFile, AnnexFiles } from '../../domain/documents/annexFiles.ts';
import { figureFiles } from '../../domain/papers/figures.ts';
import { isJsonObject } from '../../domain/records/json.ts';
import { objects, text } from '../../domain/records/text.ts';
import { assertRelease, type Release, releasedRecord } from '../../domain/release/release.ts';
import type { Work } from '../jobs/work.ts';
import type { Session } from '../session.ts';
import type { PdfPages } from './annexMessages.ts';
import { type FileReader, fileReader } from './fileReader.ts';
import { onlyListed } from './lookAtFile.ts';
import { lookedAt, noteLook } from './lookedAt.ts';

/** What one print holds at most: bytes of files, pages of PDFs, points of pictures. The rest is listed. */
const TOGETHER = { bytes: 96_000_000, pages: 3000, points: 150_000_000 } as const;

export interface GatherOrder {
  /** By the ids that they have in the release. `annexes`: their PDFs and pictures are bound in; else only figures are drawn. */
  readonly papers: readonly { readonly paper: string; readonly annexes: boolean }[];
  readonly pdfPages: PdfPages;
}

/**
 * The files that a print of papers draws, each looked at in a thread of its own within limits of time and memory, once as
 * long as this thread lives. Only what the gate let go is opened. Throws `vault.damaged` and `job.cancelled`.
 */
export function gatherFiles(work: Work, { vault }: Session, release: Release, order: GatherOrder): AnnexFiles {
  assertRelease(release);
  const wanted = wantedFiles(release, order);
  const files = new Map<string, AnnexFile>();
  if (wanted.length === 0) return files;
  const reader = fileReader();
  let [bytes, pages, points] = [0, 0, 0];
  try {
    for (const [at, sha256] of wanted.entries()) {
      work.progress(at, wanted.length, 'print.reading');
      work.check();
      const file = look(work, reader, sha256, vault.blobs.locate(sha256), order, TOGETHER.bytes - bytes);
      const isTooMuch = pages + file.pages > TOGETHER.pages || points + (file.points ?? 0) > TOGETHER.points;
      files.set(sha256, isTooMuch ? onlyListed(file.kind, 'full') : file);
      if (isTooMuch) continue;
      bytes += file.content.length;
      pages += file.pages;
      points += file.points ?? 0;
    }
  } finally {
    reader.close();
  }
  return files;
}

function look(
  work: Work,
  reader: FileReader,
  sha256: string,
  sealed: { readonly path: string; readonly key: Uint8Array; readonly size: number } | undefined,
  { pdfPages }: GatherOrder,
  left: number,
): AnnexFile {
  if (sealed === undefined) return onlyListed('other', 'lacking');
  if (sealed.size > left) return onlyListed('other', left < TOGETHER.bytes ? 'full' : 'tooLarge');
  const asked = { sealed, pdfPages };
  const known = lookedAt(sha256, asked);
  if (known !== undefined) return known;
  const file = reader.look(work, asked);
  noteLook(sha256, asked, file);
  return file;
}

/** The digests of the files of these papers that the release lets go: those of figures, and all where they are bound in. */
function wantedFiles(release: Release, { papers }: GatherOrder): string[] {
  const mayGo = new Set(release.attachments.map(({ sha256 }) => sha256));
  const found = new Set<string>();
  for (const { paper, annexes } of papers) {
    const body = releasedRecord(release, paper)?.body ?? {};
    const own = objects(body.attachments).map((entry) => text(entry.sha256));
    const drawn = figureFiles(isJsonObject(body.body) ? body.body : undefined);
    for (const sha256 of own) if (mayGo.has(sha256) && (annexes || drawn.has(sha256))) found.add(sha256);
  }
  return [...found];
}
