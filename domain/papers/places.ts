import { isJsonObject, type Json, type JsonObject } from '../records/json.ts';
import { objects, text } from '../records/text.ts';

/** What a place of a text is called after: its heading, its figure, its table, its paragraph; `start` before any of these. */
export type PlaceIs = 'heading' | 'figure' | 'table' | 'paragraph' | 'start';

/** A place of a text, as it is printed. */
export interface Place {
  readonly is: PlaceIs;
  /** The number that is printed beside it; 0 for a heading and for the start. */
  readonly number: number;
  /** Of a heading its words, of a figure or a table its caption. */
  readonly words: string;
}

/** A place with the stable id of its block. */
export interface PlaceOfBlock extends Place {
  readonly block: string;
  /** It is called after itself, and not after what stands before it, as a list is. */
  readonly own: boolean;
  /** Of a paragraph how it begins. */
  readonly begins: string;
}

const START: Place = { is: 'start', number: 0, words: '' };

/**
 * Every place of a text, by the ids of its blocks, in the order of the text. Numbers are those that `paperBlocks` prints:
 * paragraphs and portions of the top, figures, tables with a caption wherever they stand. A block without a number is
 * called after the paragraph or heading before it. `portionText`: the blocks of a portion that may be read here, by its placeholder;
 * unless given, what stands inside the node of the portion. Linear in the length of the text.
 */
export function placesIn(
  content: readonly JsonObject[],
  portionText?: (placeholder: string) => readonly JsonObject[] | undefined,
): Map<string, PlaceOfBlock> {
  const places = new Map<string, PlaceOfBlock>();
  const counted = { paragraph: 0, figure: 0, table: 0 };
  let last = START;
  for (const node of content) topPlace(node);
  return places;

  function topPlace(node: JsonObject): void {
    if (node.type === 'portion') {
      counted.paragraph += 1;
      const own: Place = { is: 'paragraph', number: counted.paragraph, words: '' };
      last = own;
      keep(node, own, true);
      const inside = portionText?.(text(attrsOf(node).placeholder)) ?? objects(node.content);
      // Where it is read, the number stands beside its first paragraph.
      const first = inside.find((child) => child.type === 'paragraph' && !isBlank(child));
      for (const child of inside) {
        if (child === first) last = own;
        keep(child, ...placeWithin(child));
      }
    } else if (node.type === 'paragraph' && !isBlank(node)) {
      counted.paragraph += 1;
      last = { is: 'paragraph', number: counted.paragraph, words: '' };
      keep(node, last, true);
    } else keep(node, ...placeWithin(node));
  }

  /** The place of a block that has no number of a paragraph, and whether it is called after itself. */
  function placeWithin(node: JsonObject): [place: Place, own: boolean] {
    switch (node.type) {
      case 'heading':
        if (wordsIn(node) === '') return [last, false];
        last = { is: 'heading', number: 0, words: wordsIn(node) };
        return [last, true];
      case 'figure':
        counted.figure += 1;
        return [{ is: 'figure', number: counted.figure, words: wordsIn(node) }, true];
      case 'table': {
        const caption = text(attrsOf(node).caption).trim();
        if (caption !== '') counted.table += 1;
        const own: Place = { is: 'table', number: counted.table, words: caption };
        countWithin(node);
        return caption === '' ? [last, false] : [own, true];
      }
      case 'portion':
        counted.paragraph += 1;
        return [last, false];
      default:
        countWithin(node);
        return [last, false];
    }
  }

  /** What has a number and stands within lists, quotations and cells is counted with the others. */
  function countWithin(node: JsonObject): void {
    const children = objects(node.content);
    if (children.some(isInline)) return;
    for (const child of children) {
      if (child.type === 'portion') {
        counted.paragraph += 1;
        continue;
      }
      if (child.type === 'figure') counted.figure += 1;
      if (child.type === 'table' && text(attrsOf(child).caption).trim() !== '') counted.table += 1;
      countWithin(child);
    }
  }

  function keep(node: JsonObject, place: Place, own: boolean): void {
    const block = text(attrsOf(node).id);
    const begins = own && place.is === 'paragraph' ? wordsIn(node, '\u2026').slice(0, MOST_BEGINNING) : '';
    if (block !== '' && !places.has(block)) places.set(block, { ...place, block, own, begins });
  }
}

/** Letters of a paragraph that tell it from others in a list. */
const MOST_BEGINNING = 80;

const INLINE = new Set(['text', 'hardBreak', 'footnote', 'redacted', 'crossReference']);

function isInline(node: JsonObject): boolean {
  return INLINE.has(text(node.type)) || typeof node.text === 'string';
}

/** Whether nothing of a paragraph or a heading is printed. */
function isBlank(node: JsonObject): boolean {
  return objects(node.content).every((child) => {
    if (child.type === 'hardBreak') return true;
    if (child.type === 'footnote' || child.type === 'redacted' || child.type === 'crossReference') return false;
    return text(child.text).trim() === '' && isBlank(child);
  });
}

/** The words of a line without footnotes; `computed` stands for cross-references. */
function wordsIn(node: JsonObject, computed = ''): string {
  const words = (one: JsonObject): string => {
    if (one.type === 'hardBreak') return ' ';
    if (one.type === 'footnote') return '';
    if (one.type === 'crossReference') return computed;
    return text(one.text) + objects(one.content).map(words).join('');
  };
  return words(node).replace(/\s+/g, ' ').trim();
}

/** What a cross-reference leads to: a block of a text of a record, by its stable id. */
export interface ReferenceTarget {
  readonly record: string;
  readonly block: string;
}

/** The target of a cross-reference; undefined where the node is none, or names nothing. */
export function referenceTarget(node: JsonObject): ReferenceTarget | undefined {
  if (node.type !== 'crossReference') return undefined;
  const { record, block } = attrsOf(node);
  return text(record) === '' || text(block) === '' ? undefined : { record: text(record), block: text(block) };
}

/** The cross-references of a text, in its order; what is in portions is not in it. */
export function referencesIn(document: Json | undefined): ReferenceTarget[] {
  if (!isJsonObject(document)) return [];
  const target = referenceTarget(document);
  return [...(target === undefined ? [] : [target]), ...objects(document.content).flatMap(referencesIn)];
}

function attrsOf(node: JsonObject): JsonObject {
  return isJsonObject(node.attrs) ? node.attrs : {};
}
