import { adoptionSheet } from '../../domain/documents/adoptionSheet.ts';
import { agendaSheet } from '../../domain/documents/agendaSheet.ts';
import { couldOpenSheet } from '../../domain/documents/couldOpenSheet.ts';
import { explanationSheet } from '../../domain/documents/explanationSheet.ts';
import { minutesSheet } from '../../domain/documents/minutesSheet.ts';
import { outcomesSheet } from '../../domain/documents/outcomesSheet.ts';
import { paperSheet } from '../../domain/documents/paperSheet.ts';
import { attendanceSheet, participantsSheet, platesSheet } from '../../domain/documents/peopleSheets.ts';
import { type PrintedFor, type PrintRequest, USUAL_PRINT } from '../../domain/documents/printRequest.ts';
import { annotatedAgendaSheet, runningOrderSheet } from '../../domain/documents/runningOrderSheet.ts';
import type { Sheet } from '../../domain/documents/sheets.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { assertRelease, isReleasedAtHome, isReleasedToSelf, type Release } from '../../domain/release/release.ts';
import type { Work } from '../jobs/work.ts';
import { type Printed, printSheet } from './printSheet.ts';

/**
 * Prints the agenda of a meeting, its running order or annotated agenda, its name plates and lists of people, a paper, what an
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
  const sheet = sheetOf(release, request);
  work.check();
  work.progress(1, 2, 'print.setting');
  const printed = printSheet(sheet, request.options ?? USUAL_PRINT, release.at.slice(0, 10), request.files);
  work.check();
  work.progress(2, 2, 'print.done');
  return printed;
}

function sheetOf(release: Release, request: PrintRequest): Sheet {
  const { document, options = USUAL_PRINT } = request;
  switch (document.what) {
    case 'agenda':
      return agendaSheet(release, document.meeting, options);
    case 'paper':
      return paperSheet(release, document.paper, options, request.files);
    case 'minutes':
      return minutesSheet(release, document, options);
    case 'plates':
      return platesSheet(release, document.meeting, options);
    case 'attendance':
      return attendanceSheet(release, document.meeting, options);
    case 'participants':
      return participantsSheet(release, document.meeting, options);
    case 'outcomes':
      return outcomesSheet(release, document.meeting, options, document.addressee);
    case 'adoption':
      return adoptionSheet(release, document.adoption, options);
    case 'runningOrder':
      if (!isReleasedAtHome(release)) throw new AmberdeskError('release.withheld');
      return runningOrderSheet(release, document.meeting, document.day, options);
    case 'annotatedAgenda':
      if (!isReleasedAtHome(release)) throw new AmberdeskError('release.withheld');
      return annotatedAgendaSheet(release, document.meeting, options);
    case 'couldOpen':
      if (!isReleasedAtHome(release)) throw new AmberdeskError('release.withheld');
      return couldOpenSheet(release, document.there, options);
    case 'explanation':
      if (!isReleasedToSelf(release)) throw new AmberdeskError('release.withheld');
      return explanationSheet(release, document.report, options);
  }
}
