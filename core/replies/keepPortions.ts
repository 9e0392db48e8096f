import { RichText } from '../../domain/papers/richText.ts';
import type { Json } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';

/** Where stricter portions stand in a text, in their order. */
function placesIn(body: Json | undefined) {
  const document = RichText.safeParse(body);
  return document.success ? document.data.content.filter(({ type }) => type === 'portion') : [];
}

/** How many stricter portions a text has a place for. */
export function portionsIn(body: Json | undefined): number {
  return placesIn(body).length;
}

/**
 * A text that takes the place of another one, with the places of that one's stricter portions at its end, in their order: a
 * portion without a place would be read by nobody any more.
 */
export function withPortionsOf(before: Json | undefined, body: Json): Json {
  const places = placesIn(before);
  const document = RichText.safeParse(body);
  if (places.length === 0 || !document.success) return body;
  return asJson({ ...document.data, content: [...document.data.content, ...places] });
}
