import { paperSheet } from '../../../domain/documents/paperSheet.ts';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { assertRelease, type Release } from '../../../domain/release/release.ts';
import type { Work } from '../../jobs/work.ts';
import { wordPaper } from './wordPaper.ts';

/** A Word file, and sentences about what stands in it otherwise than in print. */
export interface Word {
  readonly bytes: Buffer;
  readonly warnings: readonly string[];
}

/**
 * A paper as the audience of the release may see it, as the bytes of a Word file. Its id is the one that it has in the
 * release. Nothing is written to disk; the same release and options give the same bytes. Throws `release.withheld` when
 * the release does not hold the paper, `release.unreleased` for what did not come through the gate, `job.cancelled`.
 */
export async function wordOf(work: Work, release: Release, paper: RecordId, options: PrintOptions): Promise<Word> {
  assertRelease(release);
  work.check();
  work.progress(0, 2, 'print.laying');
  const sheet = paperSheet(release, paper, options);
  work.check();
  work.progress(1, 2, 'print.setting');
  const bytes = await wordPaper(sheet, options, release.at.slice(0, 10));
  work.check();
  work.progress(2, 2, 'print.done');
  return { bytes, warnings: sheet.warnings };
}
