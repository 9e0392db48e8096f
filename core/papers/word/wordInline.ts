import type { RichTextNode } from '../../../domain/papers/richText.ts';
import { sameJson } from '../../../domain/records/json.ts';
import { type ImportNote, type ImportNoteKind, importNote } from '../importNotes.ts';
import { edgeOf } from './marginComments.ts';
import { edgeNode, isEdge, NO_CHARACTERS } from './wordEdges.ts';
import type { WordDocument, WordNode } from './wordTree.ts';

/** What reading one Word file needs to remember. */
export interface WordState {
  readonly notes: ImportNote[];
  readonly newId: () => string;
  readonly resolve: WordDocument['notes']['resolve'];
  /** The figure that a picture becomes; undefined for one that is left out, which is noted then. */
  readonly figure: (image: WordNode) => RichTextNode | undefined;
  /** Figures that stand in a list or a table, which hold none: they follow it. */
  readonly aside: RichTextNode[];
}

type Mark = RichTextNode;

interface Within {
  readonly marks: readonly Mark[];
  /** Headings are bold by themselves. */
  readonly isHeading: boolean;
  readonly inNote: boolean;
}

const FIXED_WIDTH = /courier|consolas|mono|menlo|lucida console/i;

/** The content of a paragraph, in runs of the same marks. */
export function wordInline(
  children: readonly WordNode[],
  state: WordState,
  { isHeading = false, inNote = false } = {},
): RichTextNode[] {
  return joined(children.flatMap((child) => inlineOf(child, state, { marks: [], isHeading, inNote })));
}

function inlineOf(node: WordNode, state: WordState, within: Within): RichTextNode[] {
  const inside = (marks = within.marks) =>
    (node.children ?? []).flatMap((child) => inlineOf(child, state, { ...within, marks }));
  switch (node.type) {
    case 'run':
      return inside([...within.marks, ...marksOf(node, state, within)]);
    case 'text':
      return textOf(node.value ?? '', within.marks);
    case 'tab':
      return textOf('\t', within.marks);
    case 'break':
      return node.breakType === 'line' ? [{ type: 'hardBreak' }] : [];
    case 'hyperlink':
      return inside(linked(node, state, within.marks));
    case 'noteReference':
      return footnoteOf(node, state, within);
    case 'image':
      return pictureOf(node, state, within);
    case 'checkbox':
      note(state, 'checkBox');
      return textOf(node.checked === true ? '☒ ' : '☐ ', within.marks);
    case 'commentReference':
      return [edgeNode(node.commentId ?? '', 'ends')];
    case 'bookmarkStart': {
      const edge = edgeOf(node.name ?? '');
      return edge === undefined ? [] : [edgeNode(edge.comment, edge.side)];
    }
    default:
      return inside();
  }
}

/** A picture as a figure, which is taken out of its paragraph; one that is left out as what there is to see, in words. */
function pictureOf(image: WordNode, state: WordState, { inNote }: Within): RichTextNode[] {
  const figure = inNote ? undefined : state.figure(image);
  if (figure !== undefined) return [figure];
  if (inNote) note(state, 'image');
  return image.altText ? textOf(`[${image.altText}]`, [{ type: 'italic' }]) : [];
}

function marksOf(run: WordNode, state: WordState, { marks, isHeading }: Within): Mark[] {
  const isLink = marks.some(({ type }) => type === 'link');
  if (run.isUnderline === true && !isLink) note(state, 'underline');
  const isCode = FIXED_WIDTH.test(run.font ?? '');
  return [
    ...(run.isBold === true && !isHeading ? [{ type: 'bold' }] : []),
    ...(run.isItalic === true && !isHeading ? [{ type: 'italic' }] : []),
    ...(run.isStrikethrough === true ? [{ type: 'strike' }] : []),
    ...(isCode ? [{ type: 'code' }] : []),
    ...(run.verticalAlignment === 'superscript' ? [{ type: 'superscript' }] : []),
    ...(run.verticalAlignment === 'subscript' ? [{ type: 'subscript' }] : []),
  ];
}

function linked({ href }: WordNode, state: WordState, marks: readonly Mark[]): readonly Mark[] {
  if (href === undefined || href === null || href === '') return marks;
  if (/^(?:https?:\/\/|mailto:)\S+$/i.test(href)) return [...marks, { type: 'link', attrs: { href } }];
  note(state, 'link');
  return marks;
}

/** A note stands where it is called; its paragraphs are parted by a break, and within a note it becomes text in brackets. */
function footnoteOf(node: WordNode, state: WordState, { inNote }: Within): RichTextNode[] {
  const body = state.resolve(node)?.body ?? [];
  const lines = paragraphsIn(body).map((one) => wordInline(one.children ?? [], state, { inNote: true }));
  const content = trimmed(lines.flatMap((line, at) => (at === 0 ? line : [{ type: 'hardBreak' }, ...line])));
  if (node.noteType === 'endnote') note(state, 'endnote');
  if (body.some(({ type }) => type === 'table')) note(state, 'footnoteBlocks');
  if (content.length === 0) return [];
  if (inNote) return [...textOf(' (', []), ...content, ...textOf(')', [])];
  return [{ type: 'footnote', attrs: { id: state.newId() }, content }];
}

function paragraphsIn(nodes: readonly WordNode[]): WordNode[] {
  return nodes.flatMap((node) => (node.type === 'paragraph' ? [node] : paragraphsIn(node.children ?? [])));
}

function textOf(value: string, marks: readonly Mark[]): RichTextNode[] {
  const text = value
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\p{Cs}/gu, '')
    .replace(NO_CHARACTERS, '');
  return text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 && { marks: unique(marks) }) }];
}

function unique(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark, at) => marks.findIndex(({ type }) => type === mark.type) === at);
}

/** Runs that a word processor cut apart without a reason stand as one. */
export function joined(nodes: readonly RichTextNode[]): RichTextNode[] {
  const made: RichTextNode[] = [];
  for (const node of nodes) {
    const last = made.at(-1);
    if (last?.type === 'text' && node.type === 'text' && sameJson(last.marks ?? null, node.marks ?? null)) {
      made[made.length - 1] = { ...last, text: `${String(last.text)}${String(node.text)}` };
    } else made.push(node);
  }
  return made;
}

/** Without white space at both ends: Word begins a note with a space behind its number. */
export function trimmed(nodes: readonly RichTextNode[]): RichTextNode[] {
  const made = [...nodes];
  const cut = (at: number, change: (text: string) => string) => {
    const node = made[at];
    if (node?.type !== 'text') return false;
    const text = change(String(node.text));
    if (text === '') made.splice(at, 1);
    else made[at] = { ...node, text };
    return text === '';
  };
  const isSaid = (node: RichTextNode) => !isEdge(node);
  while (cut(made.findIndex(isSaid), (text) => text.trimStart())) {}
  while (cut(made.findLastIndex(isSaid), (text) => text.trimEnd())) {}
  return made;
}

/** What could not be kept is said once for each kind: a Word file has no lines to be named. */
export function note(state: WordState, kind: ImportNoteKind): void {
  if (!state.notes.some((one) => one.kind === kind)) state.notes.push(importNote(kind));
}
