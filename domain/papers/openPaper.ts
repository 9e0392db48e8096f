import type { Label } from '../handling/handling.ts';
import { OPEN_LABELS } from '../meetings/arrange.ts';
import type { JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';

/** Whether a paper is meant for an open session: by its number, by what it is, or by its mark. */
export function isForOpenSession(body: JsonObject, label: Label): boolean {
  return text(body.openNumber) !== '' || body.type === 'openBriefing' || OPEN_LABELS.includes(label);
}
