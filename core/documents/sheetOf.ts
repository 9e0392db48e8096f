import { adoptionSheet } from '../../domain/documents/adoptionSheet.ts';
import { agendaSheet } from '../../domain/documents/agendaSheet.ts';
import { annotationsSheet } from '../../domain/documents/annotationsSheet.ts';
import type { Sheet } from '../../domain/documents/anySheet.ts';
import { commentsSheet } from '../../domain/documents/commentsSheet.ts';
import { commissionSheet } from '../../domain/documents/commissionSheet.ts';
import { couldOpenSheet } from '../../domain/documents/couldOpenSheet.ts';
import { dossierSheet, type EachPaper } from '../../domain/documents/dossierSheet.ts';
import { explanationSheet } from '../../domain/documents/explanationSheet.ts';
import { minutesSheet } from '../../domain/documents/minutesSheet.ts';
import { outcomesSheet } from '../../domain/documents/outcomesSheet.ts';
import { paperSheet } from '../../domain/documents/paperSheet.ts';
import { attendanceSheet, participantsSheet, platesSheet } from '../../domain/documents/peopleSheets.ts';
import { type PrintRequest, USUAL_PRINT } from '../../domain/documents/printRequest.ts';
import { annotatedAgendaSheet, runningOrderSheet } from '../../domain/documents/runningOrderSheet.ts';
import { supplementSheet } from '../../domain/documents/supplementSheet.ts';
import { wordingSheet } from '../../domain/documents/wordingSheet.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { assertRelease, isReleasedAtHome, isReleasedToSelf, type Release } from '../../domain/release/release.ts';

/**
 * The sheet of a document, whatever it is laid out for: paper, or a word processor. Throws `release.withheld` where the
 * release is for others than the document, or does not hold what it is of, and `release.unreleased`.
 */
export function sheetOf(release: Release, request: PrintRequest, eachPaper?: EachPaper): Sheet {
  assertRelease(release);
  const { document, options = USUAL_PRINT } = request;
  switch (document.what) {
    case 'agenda':
      return agendaSheet(release, document.meeting, options);
    case 'paper':
      return paperSheet(release, document.paper, options, request.files);
    case 'commission':
      return commissionSheet(release, document.paper, options);
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
    case 'dossier':
      return dossierSheet(release, document, options, { files: request.files, eachPaper });
    case 'supplement':
      if (!isReleasedAtHome(release)) throw new AmberdeskError('release.withheld');
      return supplementSheet(release, document, options, request.files);
    case 'runningOrder':
      if (!isReleasedAtHome(release)) throw new AmberdeskError('release.withheld');
      return runningOrderSheet(release, document.meeting, document.day, options);
    case 'annotatedAgenda':
      if (!isReleasedAtHome(release)) throw new AmberdeskError('release.withheld');
      return annotatedAgendaSheet(release, document.meeting, options);
    case 'comments':
      if (!isReleasedAtHome(release)) throw new AmberdeskError('release.withheld');
      return commentsSheet(release, document.paper, options);
    case 'wording':
      if (!isReleasedAtHome(release)) throw new AmberdeskError('release.withheld');
      return wordingSheet(release, options);
    case 'couldOpen':
      if (!isReleasedAtHome(release)) throw new AmberdeskError('release.withheld');
      return couldOpenSheet(release, document.there, options);
    case 'annotations':
      if (!isReleasedToSelf(release)) throw new AmberdeskError('release.withheld');
      return annotationsSheet(release, document.meeting, options);
    case 'explanation':
      if (!isReleasedToSelf(release)) throw new AmberdeskError('release.withheld');
      return explanationSheet(release, document.report, options);
  }
}
