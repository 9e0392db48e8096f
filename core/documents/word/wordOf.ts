import { NO_FILES } from '../../../domain/documents/annexFiles.ts';
import { type PrintedFor, type PrintRequest, USUAL_PRINT } from '../../../domain/documents/printRequest.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { assertRelease, type Release } from '../../../domain/release/release.ts';
import type { Work } from '../../jobs/work.ts';
import { sheetOf } from '../sheetOf.ts';
import { digestsOf, wordPictures } from './wordPictures.ts';
import { wordSheet } from './wordSheet.ts';

/** A Word file, and sentences about what stands in it otherwise than in print. */
export interface Word {
  readonly bytes: Buffer;
  readonly warnings: readonly string[];
  /** The digests of the pictures that were there to be put in. */
  readonly pictures: ReadonlySet<string>;
}

/**
 * A document as the audience of the release may see it, as the bytes of a Word file, of the sheet that is printed of it. The
 * ids of the request are those that its records have in the release. Nothing is written to disk; the same release and
 * options give the same bytes. Throws `release.withheld` when the release does not hold what it is of,
 * `release.unreleased` for what did not come through the gate, `job.cancelled`.
 */
export async function wordOf<A extends Audience>(
  work: Work,
  release: Release<A>,
  request: PrintRequest<PrintedFor<A>>,
): Promise<Word> {
  assertRelease(release);
  work.check();
  work.progress(0, 2, 'print.laying');
  const sheet = sheetOf(release, request);
  work.check();
  work.progress(1, 2, 'print.setting');
  const pictures = wordPictures(request.files ?? NO_FILES);
  const bytes = await wordSheet(sheet, request.options ?? USUAL_PRINT, release.at.slice(0, 10), { pictures, work });
  work.check();
  work.progress(2, 2, 'print.done');
  return { bytes, warnings: sheet.warnings, pictures: digestsOf(pictures) };
}
