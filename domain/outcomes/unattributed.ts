import { type Anchor, placeAnchor } from '../papers/placeAnchor.ts';
import type { Block, Document } from '../papers/richText.ts';
import type { JsonObject } from '../records/json.ts';
import { objects, text } from '../records/text.ts';
import { linkedIn } from '../release/speakers.ts';

/** What is marked in a text, with the place where it stands. */
export interface Marked {
  readonly text: string;
  readonly anchor: Anchor;
}

/**
 * The same without whom the passage names by a link, for where nobody may be told who said what: their names become
 * `instead`, and the place is the whole block, without words.
 *
 * `isSpeaker`: whether a link leads to somebody who may not be named.
 */
export function unattributed(
  document: Document,
  marked: Marked,
  isSpeaker: (record: string) => boolean,
  instead: string,
): Marked {
  const place = placeAnchor(document, marked.anchor);
  const block = document.content.find(({ attrs }) => attrs.id === place?.block);
  // Words that are not found here may still be those of any part of the text.
  const among = block === undefined || marked.anchor.last !== undefined ? document.content : [block];
  const names = among
    .flatMap((one) => [...namesIn(one, isSpeaker)])
    .toSorted((one, other) => other.length - one.length);
  if (block !== undefined && names.length === 0) return marked;
  return {
    text: names.reduce((words, name) => words.replaceAll(name, instead), marked.text),
    anchor: wholeBlock({ ...marked.anchor, block: block?.attrs.id ?? marked.anchor.block }),
  };
}

const wholeBlock = ({ block }: Anchor): Anchor => ({ block, quote: '', before: '', after: '' });

/** The words of links in a block that lead to somebody who may not be named. */
function* namesIn(node: Block | JsonObject, isSpeaker: (record: string) => boolean): Generator<string> {
  const leads = objects(node.marks).flatMap(linkedIn).some(isSpeaker);
  if (leads && text(node.text).trim() !== '') yield text(node.text).trim();
  for (const inner of objects(node.content)) yield* namesIn(inner, isSpeaker);
}
