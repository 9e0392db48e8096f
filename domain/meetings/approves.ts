import type { JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';

interface Dated {
  readonly id: string;
  readonly body: JsonObject;
}

/**
 * The meeting whose minutes one of this type that starts on a day has to approve: for a regular one, the regular one before
 * it.
 */
export function lastBefore<M extends Dated>(meetings: readonly M[], type: string, starts: string): M | undefined {
  return meetings
    .filter(
      ({ body }) => type === 'regular' && body.type === type && text(body.starts) !== '' && text(body.starts) < starts,
    )
    .toSorted((one, other) => (text(one.body.starts) < text(other.body.starts) ? 1 : -1))[0];
}

/** The item with which a meeting from the template begins where there was one before. */
export function minutesItem(language: 'en' | 'fr'): JsonObject {
  const title = language === 'fr' ? 'Procès-verbal de la réunion précédente' : 'Minutes of the last meeting';
  return { order: 'a0', type: 'item', title, purpose: 'decision', minutes: 10 };
}
