import type { Node } from '@tiptap/pm/model';
import { BAR, PLACE_SIGN } from '../../../domain/papers/plainText.ts';

/** The text of a block with the place of each of its characters in the editor, counted from the block's own place. */
export interface BlockPositions {
  readonly text: string;
  readonly at: readonly number[];
}

const known = new WeakMap<Node, BlockPositions>();

/**
 * The text of an editor's block as the domain's `blockText` gives it, in which anchors count, with where each character
 * stands. A block that was not touched is the same node, so it is read once.
 */
export function positionsIn(block: Node): BlockPositions {
  const before = known.get(block);
  if (before !== undefined) return before;
  const found = new Collector();
  found.collect(block, 0);
  const made = found.trimmed();
  known.set(block, made);
  return made;
}

/** The range in the editor of the characters `from` to `to` of a block that stands at `place`; the whole block when none. */
export function rangeIn(block: Node, place: number, from: number, to: number): { from: number; to: number } {
  const { at } = positionsIn(block);
  const [first, last] = [at[from], at[to - 1]];
  if (first === undefined || last === undefined || to <= from) return { from: place, to: place + block.nodeSize };
  return { from: place + first, to: place + last + 1 };
}

/** Which characters of the block at `place` stand between two places of the editor. */
export function charactersIn(block: Node, place: number, from: number, to: number): { from: number; to: number } {
  const { at } = positionsIn(block);
  return { from: firstFrom(at, from - place), to: firstFrom(at, to - place) };
}

/** The index of the first character at or behind a place. */
function firstFrom(at: readonly number[], place: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Walks as the domain's `textOf` does. */
class Collector {
  #text = '';
  readonly #at: number[] = [];

  collect(node: Node, place: number): void {
    const { name } = node.type;
    if (node.isText) this.#put(node.text ?? '', place, 1);
    else if (name === 'hardBreak') this.#put('\n', place, 0);
    else if (name === 'redacted') this.#put(BAR, place, 0);
    else if (name === 'crossReference') this.#put(PLACE_SIGN, place, 0);
    else this.#collectInside(node, place, name === 'footnote');
  }

  #collectInside(node: Node, place: number, isFootnote: boolean): void {
    const caption: unknown = node.type.name === 'table' ? node.attrs.caption : undefined;
    if (typeof caption === 'string' && caption !== '') this.#put(`${caption}\n`, place, 0);
    if (isFootnote) this.#put(' ', place, 0);
    node.forEach((child, offset) => {
      this.collect(child, place + 1 + offset);
    });
    this.#put(isFootnote ? ' ' : '\n', place + node.nodeSize - 1, 0);
  }

  trimmed(): BlockPositions {
    const text = this.#text.trim();
    const before = this.#text.length - this.#text.trimStart().length;
    return { text, at: this.#at.slice(before, before + text.length) };
  }

  #put(text: string, place: number, step: 0 | 1): void {
    this.#text += text;
    for (let index = 0; index < text.length; index += 1) this.#at.push(place + index * step);
  }
}
