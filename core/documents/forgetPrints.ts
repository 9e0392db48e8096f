import { forgetLooks } from '../annexes/lookedAt.ts';
import { forgetShown } from '../audit/shownBefore.ts';
import { forgetLaid } from './typst.ts';
import { forgetPages } from './word/pagesBefore.ts';

/** Forgets everything that is kept of earlier prints in this thread, as its end does: the next one begins with nothing. */
export function forgetPrints(): void {
  forgetLaid();
  forgetLooks();
  forgetShown();
  forgetPages();
}
