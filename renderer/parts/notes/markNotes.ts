import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { noteSign } from './noteSign.ts';
import classes from './notes.module.css';
import type { NotesDesk, NotesState } from './notesDesk.ts';
import { isHighlight, type NoteRange, type NoteToPlace } from './placeNotes.ts';

type Marked = Pick<NotesState, 'notes' | 'ranges' | 'selected' | 'pending'>;

/**
 * What shows the notes in the text: their words marked, each kind in its own way, and a sign in the right margin at each
 * block that has some. Comments that are resolved are not shown.
 */
export function markNotes(doc: Node, { notes, ranges, selected, pending }: Marked, desk: NotesDesk): DecorationSet {
  const marks: Decoration[] = [];
  const byBlock = new Map<number, NoteToPlace[]>();
  for (const note of notes) {
    const range = ranges.get(note.id);
    if (range === undefined || note.resolved) continue;
    marks.push(markOf(note, range, note.id === selected));
    // A highlight is seen on its words.
    if (isHighlight(note)) continue;
    const block = doc.resolve(Math.min(range.from, doc.content.size)).index(0);
    byBlock.set(block, [...(byBlock.get(block) ?? []), note]);
  }
  for (const [index, inside] of byBlock) {
    const sign = signOf(doc, index, inside, ranges, desk);
    if (sign !== undefined) marks.push(sign);
  }
  if (pending !== undefined && pending.to > pending.from) {
    marks.push(Decoration.inline(pending.from, pending.to, { class: classes.pending ?? '' }));
  }
  return DecorationSet.create(doc, marks);
}

function markOf({ id, kind }: NoteToPlace, { from, to, how }: NoteRange, selected: boolean): Decoration {
  const isWhole = how === 'changed';
  const names = [
    isWhole ? classes.block : classes.words,
    kind === 'annotation' ? classes.private : classes.comment,
    selected ? classes.selected : '',
  ];
  const attributes = { class: names.join(' '), 'data-note': id };
  return isWhole ? Decoration.node(from, to, attributes) : Decoration.inline(from, to, attributes);
}

/** At the line on which the first note of a block stands. */
function signOf(
  doc: Node,
  index: number,
  inside: readonly NoteToPlace[],
  ranges: Marked['ranges'],
  desk: NotesDesk,
): Decoration | undefined {
  const first = inside.toSorted((one, other) => fromOf(ranges, one) - fromOf(ranges, other));
  const [note] = first;
  if (note === undefined) return undefined;
  let place = fromOf(ranges, note);
  // A block that is a place of its own has no line to stand on; the sign stands in its first text.
  const $place = doc.resolve(Math.min(place, doc.content.size));
  if (!$place.parent.isTextblock) {
    const start = firstTextIn(doc, index);
    if (start === undefined) return undefined;
    place = start;
  }
  const names = first.map(({ id, kind }) => `${id}${kind}`).join(' ');
  return Decoration.widget(place, () => noteSign(first, desk), {
    side: -1,
    key: `sign ${names}`,
    ignoreSelection: true,
    stopEvent: () => true,
  });
}

function fromOf(ranges: Marked['ranges'], { id }: NoteToPlace): number {
  return ranges.get(id)?.from ?? 0;
}

function firstTextIn(doc: Node, index: number): number | undefined {
  let start = 0;
  for (let at = 0; at < index; at += 1) start += doc.child(at).nodeSize;
  let found: number | undefined;
  const block = doc.maybeChild(index);
  if (block?.isTextblock) return start + 1;
  block?.descendants((node, offset) => {
    if (found === undefined && node.isTextblock) found = start + 1 + offset + 1;
    return found === undefined;
  });
  return found;
}
