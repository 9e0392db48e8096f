import type { Node } from '@tiptap/pm/model';
import type { Mapping } from '@tiptap/pm/transform';
import { type Anchor, type BlockWords, type Place, placeAmong } from '../../../domain/papers/placeAnchor.ts';
import { positionsIn, rangeIn } from './blockPositions.ts';

/** What stands on words of a text. */
export interface Placeable {
  readonly id: string;
  readonly anchor: Anchor;
}

/** A note on words of a text. */
export interface NoteToPlace extends Placeable {
  readonly kind: 'comment' | 'annotation';
  readonly resolved: boolean;
  /** What it says, for who hears and does not see. */
  readonly words: string;
}

/** Words that were only highlighted: a private note that says nothing. */
export const isHighlight = ({ kind, words }: NoteToPlace): boolean => kind === 'annotation' && words === '';

/**
 * Where a note stands in the editor. `from` and `to` are those of its block when only that is left of its place.
 * `rewritten`: it was followed while its words were changed.
 */
export interface NoteRange {
  readonly from: number;
  readonly to: number;
  readonly how: Place['how'] | 'rewritten';
}
export type NoteRanges = ReadonlyMap<string, NoteRange>;

/** A block of an editor's text, with where it stands. */
export interface PlacedBlock extends BlockWords {
  readonly node: Node;
  readonly place: number;
}

/**
 * Where each note stands now. One that was followed through all typing keeps its words; every other one is looked for
 * anew. A note that is not in the result could not be placed.
 */
export function placeNotes(doc: Node, notes: readonly Placeable[], followed: NoteRanges): NoteRanges {
  const blocks = blocksOf(doc);
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const ranges = new Map<string, NoteRange>();
  for (const { id, anchor } of notes) {
    const range = stillThere(doc, followed.get(id), anchor) ?? looked(blocks, byId, anchor);
    if (range !== undefined) ranges.set(id, range);
  }
  return ranges;
}

/** The ranges after a change of the text; one whose words were deleted is empty until it is looked for anew. */
export function followRanges(ranges: NoteRanges, mapping: Mapping): NoteRanges {
  return new Map(
    [...ranges].map(([id, { from, to, how }]) => {
      const start = mapping.map(from, 1);
      return [id, { from: start, to: Math.max(start, mapping.map(to, -1)), how }];
    }),
  );
}

function stillThere(doc: Node, range: NoteRange | undefined, anchor: Anchor): NoteRange | undefined {
  if (range === undefined || range.how === 'changed' || range.to <= range.from) return undefined;
  const { from, to, how } = range;
  if (to > doc.content.size || doc.resolve(from).depth === 0 || doc.resolve(to).depth === 0) return undefined;
  const words = doc.textBetween(from, to, '\n', '\n');
  const isAsItWas =
    anchor.last === undefined
      ? words === anchor.quote
      : words.startsWith(anchor.quote) && words.endsWith(anchor.last.quote);
  return { from, to, how: isAsItWas ? (how === 'moved' ? 'moved' : 'exact') : 'rewritten' };
}

function looked(
  blocks: readonly PlacedBlock[],
  byId: ReadonlyMap<string, PlacedBlock>,
  anchor: Anchor,
): NoteRange | undefined {
  const place = placeAmong(blocks, anchor);
  const block = place && byId.get(place.block);
  if (place === undefined || block === undefined) return undefined;
  if (place.how === 'changed' || anchor.quote === '') {
    return { from: block.place, to: block.place + block.node.nodeSize, how: place.how };
  }
  const range = rangeIn(block.node, block.place, place.from, place.to);
  const last = place.last && byId.get(place.last.block);
  if (place.last === undefined || last === undefined) return { ...range, how: place.how };
  return { from: range.from, to: rangeIn(last.node, last.place, 0, place.last.to).to, how: place.how };
}

/** The blocks of an editor's text, each with its text once it is asked for. */
export function blocksOf(doc: Node): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  doc.forEach((node, place) => {
    const id: unknown = node.attrs.id;
    blocks.push({
      id: typeof id === 'string' ? id : '',
      node,
      place,
      get text() {
        return positionsIn(node).text;
      },
    });
  });
  return blocks;
}
