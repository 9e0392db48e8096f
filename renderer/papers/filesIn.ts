import type { JsonObject } from '../../domain/records/json.ts';
import { own } from '../../domain/records/own.ts';
import type { Body } from '../../domain/records/revision.ts';
import { objects, text } from '../../domain/records/text.ts';

/** The files that a body names, in their order. */
export function filesIn(body: Body): JsonObject[] {
  return objects(own(body, 'attachments')).toSorted((one, other) => (text(one.order) < text(other.order) ? -1 : 1));
}
