import { type PrintedFor, type PrintRequest, USUAL_PRINT } from '../../domain/documents/printRequest.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { assertRelease, type Release } from '../../domain/release/release.ts';
import type { Work } from '../jobs/work.ts';
import { type Printed, printSheet } from './printSheet.ts';
import { sheetOf } from './sheetOf.ts';

/**
 * Prints the agenda of a meeting, its running order or annotated agenda, its name plates and lists of people, a paper, a dossier, what an
 * installation could open, or what the gate said of an output, as the
 * audience of the release may see it, into the bytes of a PDF. The ids of the request are those that the records have in the release. Nothing is written
 * to disk; the same release and options give the same bytes. May run in a worker thread.
 *
 * Throws `release.withheld` when the release does not hold the meeting or paper, `release.unreleased` for what did not
 * come through the gate, `job.cancelled`, and `print.failed` with the compiler's diagnostics.
 */
export function printDocument<A extends Audience>(
  work: Work,
  release: Release<A>,
  request: PrintRequest<PrintedFor<A>>,
): Printed {
  assertRelease(release);
  work.check();
  work.progress(0, 2, 'print.laying');
  const sheet = sheetOf(release, request, (done, all) => work.progress(done, all, 'print.papers'));
  work.check();
  work.progress(1, 2, 'print.setting');
  const printed = printSheet(sheet, request.options ?? USUAL_PRINT, release.at.slice(0, 10), request.files);
  work.check();
  work.progress(2, 2, 'print.done');
  return printed;
}
