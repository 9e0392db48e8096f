import type { Sheet } from '../../../domain/documents/anySheet.ts';
import type { PrintOptions } from '../../../domain/documents/printRequest.ts';

import { AmberdeskError } from '../../../domain/errors.ts';
import { wordAgenda } from './wordAgenda.ts';
import { wordList } from './wordList.ts';
import { wordOutcomes } from './wordOutcomes.ts';
import { wordPaper } from './wordPaper.ts';
import { wordRunningOrder } from './wordRunningOrder.ts';

/**
 * A sheet as a Word file: the words that the printed page has, in its order. Takes what a builder made of a release, and
 * the day of that release; the same sheet gives the same bytes. Throws `release.withheld` for name plates, which are cut
 * and folded, and are print alone.
 */
export function wordSheet(sheet: Sheet, options: PrintOptions, date: string): Promise<Buffer> {
  switch (sheet.what) {
    case 'paper':
      return wordPaper(sheet, options, date);
    case 'agenda':
      return wordAgenda(sheet, options, date);
    case 'runningOrder':
      return wordRunningOrder(sheet, options, date);
    case 'outcomes':
      return wordOutcomes(sheet, options, date);
    case 'list':
      return wordList(sheet, options, date);
    // In Word it is another document: not laid out for both sides of a sheet.
    case 'dossier':
    case 'supplement':
    case 'plates':
      throw new AmberdeskError('release.withheld');
  }
}
