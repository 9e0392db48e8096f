import { isJsonObject, type Json, type JsonObject } from '../../records/json.ts';
import { objects, text } from '../../records/text.ts';
import { PLACE_SIGN } from '../plainText.ts';

/** What a place of a paper is, for whoever reads it. */
export type PlaceKind = 'title' | 'purpose' | 'ask' | 'caption' | 'text' | 'note';

/** A stretch of a paper's text in which words can be blacked out: a paragraph, a cell, a footnote, the title, a caption. */
export interface TextPlace {
  /** Where it is: `title`, `asks/<id>`, `body/3/0/1` by the indexes of nodes, `body/4/caption`. */
  readonly key: string;
  readonly kind: PlaceKind;
  /** Its text; one sign for a line break, a footnote, a cross-reference and a passage that is blacked out already. */
  readonly text: string;
}

/** What stands in a place's text for a footnote, and for a passage that is blacked out. */
export const NOTE_SIGN = '\ufffc';
export const BAR_SIGN = '\u2588';

/** Every place of a paper, in the order in which it is read: title, purpose, what is asked, the text with its notes. */
export function textPlaces(body: JsonObject): TextPlace[] {
  const places: TextPlace[] = [];
  const add = (key: string, kind: PlaceKind, words: string): void => {
    if (words !== '') places.push({ key, kind, text: words });
  };
  add('title', 'title', text(body.title));
  add('purpose', 'purpose', text(body.purpose));
  for (const ask of asksOf(body)) add(`asks/${text(ask.id)}`, 'ask', text(ask.text));
  walk(body.body, 'body', 'text', add);
  return places;
}

/** What is asked, in its order. */
export function asksOf(body: JsonObject): JsonObject[] {
  return objects(body.asks).toSorted((one, other) => (text(one.order) < text(other.order) ? -1 : 1));
}

const INLINE = new Set(['text', 'hardBreak', 'footnote', 'redacted', 'crossReference']);

/** Whether a node holds words itself, and not through blocks within it. */
export function holdsWords(node: JsonObject): boolean {
  return objects(node.content).some((child) => INLINE.has(text(child.type)));
}

/** The text of one piece of a place. */
export function pieceText(node: JsonObject): string {
  switch (node.type) {
    case 'hardBreak':
      return '\n';
    case 'footnote':
      return NOTE_SIGN;
    case 'redacted':
      return BAR_SIGN;
    case 'crossReference':
      return PLACE_SIGN;
    default:
      return text(node.text);
  }
}

function walk(
  node: Json | undefined,
  key: string,
  kind: PlaceKind,
  add: (key: string, kind: PlaceKind, words: string) => void,
): void {
  if (!isJsonObject(node)) return;
  if (node.type === 'table' && isJsonObject(node.attrs)) add(`${key}/caption`, 'caption', text(node.attrs.caption));
  const children = objects(node.content);
  if (holdsWords(node)) add(key, kind, children.map(pieceText).join(''));
  for (const [index, child] of children.entries()) {
    if (child.type === 'footnote') walk(child, `${key}/${index}`, 'note', add);
    else if (!INLINE.has(text(child.type))) walk(child, `${key}/${index}`, kind, add);
  }
}
