import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { OutcomeKind } from '../../../domain/outcomes/kinds.ts';
import type { Placeable } from '../notes/placeNotes.ts';
import { type PlacedState, placingInText } from '../notes/placingInText.ts';
import classes from './marks.module.css';

/** A decision, an action or a recommendation that is marked in a text. */
export interface OutcomeMark extends Placeable {
  readonly kind: OutcomeKind;
  /** What stands beside it in the margin: "Decision D1". */
  readonly name: string;
  /** What it says, for who hears and does not see. */
  readonly words: string;
}

export const marksInText = placingInText<OutcomeMark>('outcomesInText');

type Drawn = Pick<PlacedState<OutcomeMark>, 'notes' | 'ranges' | 'selected'>;

/** The marked words, and in the margin of each block, in words, what is marked in it: a button that opens it. */
export function drawMarks(doc: Node, { notes, ranges, selected }: Drawn, open: (id: string) => void): DecorationSet {
  const drawn: Decoration[] = [];
  const byBlock = new Map<number, OutcomeMark[]>();
  for (const mark of notes) {
    const range = ranges.get(mark.id);
    if (range === undefined) continue;
    const isBlock = range.how === 'changed' || mark.anchor.quote === '';
    const names = [isBlock ? classes.block : classes.words, mark.id === selected ? classes.selected : ''];
    const attributes = { class: names.join(' '), 'data-outcome': mark.id };
    drawn.push(
      isBlock ? Decoration.node(range.from, range.to, attributes) : Decoration.inline(range.from, range.to, attributes),
    );
    const block = doc.resolve(Math.min(range.from, doc.content.size)).index(0);
    byBlock.set(block, [...(byBlock.get(block) ?? []), mark]);
  }
  for (const [index, inside] of byBlock) {
    const place = firstTextIn(doc, index);
    if (place === undefined) continue;
    const sorted = inside.toSorted((one, other) => (ranges.get(one.id)?.from ?? 0) - (ranges.get(other.id)?.from ?? 0));
    drawn.push(
      Decoration.widget(place, () => signs(sorted, open), {
        side: -1,
        key: `outcomes ${sorted.map(({ id, name }) => `${id}${name}`).join(' ')}`,
        ignoreSelection: true,
        stopEvent: () => true,
      }),
    );
  }
  return DecorationSet.create(doc, drawn);
}

/** The mark at a place of the text: of several the shortest. */
export function markAt(state: PlacedState<OutcomeMark> | undefined, place: number): string | undefined {
  const hits = [...(state?.ranges ?? [])].filter(([, { from, to }]) => from <= place && place <= to);
  hits.sort(([, one], [, other]) => one.to - one.from - (other.to - other.from));
  return hits[0]?.[0];
}

function signs(marks: readonly OutcomeMark[], open: (id: string) => void): HTMLElement {
  const all = document.createElement('span');
  all.className = classes.signs ?? '';
  all.contentEditable = 'false';
  for (const { id, name, words } of marks) {
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1;
    button.className = classes.sign ?? '';
    button.textContent = name;
    button.title = words;
    button.setAttribute('aria-label', `${name}: ${words}`);
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', (event) => {
      event.preventDefault();
      open(id);
    });
    all.append(button);
  }
  return all;
}

function firstTextIn(doc: Node, index: number): number | undefined {
  let start = 0;
  for (let at = 0; at < index; at += 1) start += doc.child(at).nodeSize;
  const block = doc.maybeChild(index);
  if (block === null) return undefined;
  if (block.isTextblock) return start + 1;
  let found: number | undefined;
  block.descendants((node, offset) => {
    if (found === undefined && node.isTextblock) found = start + 1 + offset + 1;
    return found === undefined;
  });
  return found;
}
