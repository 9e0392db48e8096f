import type { JsonObject } from '../records/json.ts';
import { effectiveHandling, lastingMark, markOf } from './change.ts';
import type { Handling, Mark } from './handling.ts';
import { isWithin, stricterLabel } from './order.ts';

/**
 * The mark that a comment on a record is born with: the stricter of what holds for the record's text as it is and of what
 * holds for any other. So it goes where its record may go whatever becomes of the text, and never further.
 */
export function commentMark(handling: Handling, body: JsonObject): Mark {
  const now = markOf(effectiveHandling(handling, body));
  const lasting = lastingMark(handling);
  const isNarrower = isWithin(now.distribution, lasting.distribution) === true;
  return {
    label: stricterLabel(now.label, lasting.label),
    distribution: isNarrower ? now.distribution : lasting.distribution,
  };
}
