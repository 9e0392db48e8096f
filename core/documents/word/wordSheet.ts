import type { Sheet } from '../../../domain/documents/anySheet.ts';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';

import { AmberdeskError } from '../../../domain/errors.ts';
import { wordAgenda } from './wordAgenda.ts';
import type { WordBesides } from './wordBesides.ts';
import { wordDossier } from './wordDossier.ts';
import { wordList } from './wordList.ts';
import { wordOutcomes } from './wordOutcomes.ts';
import { wordPaper } from './wordPaper.ts';
import { wordRunningOrder } from './wordRunningOrder.ts';

/**
 * A sheet as a Word file: the words that the printed page has, in its order. Takes what a builder made of a release, and
 * the day of that release; the same sheet gives the same bytes. Throws `release.withheld` for supplements and name plates,
 * which are print alone.
 */
export function wordSheet(
  sheet: Sheet,
  options: PrintOptions,
  date: string,
  besides: WordBesides = {},
): Promise<Buffer> {
  switch (sheet.what) {
    case 'paper':
      return wordPaper(sheet, options, date, besides.pictures);
    case 'agenda':
      return wordAgenda(sheet, options, date);
    case 'runningOrder':
      return wordRunningOrder(sheet, options, date);
    case 'outcomes':
      return wordOutcomes(sheet, options, date);
    case 'list':
      return wordList(sheet, options, date);
    case 'dossier':
      return wordDossier(sheet, options, date, besides);
    // Which sheets are taken out and put in is told of paper alone.
    case 'supplement':
    case 'plates':
      throw new AmberdeskError('release.withheld');
  }
}
