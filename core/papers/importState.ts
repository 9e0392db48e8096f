import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';
import type { RichTextNode } from '../../domain/papers/richText.ts';
import { malformed } from '../load/malformed.ts';
import { type ImportNote, type ImportNoteKind, importNote } from './importNotes.ts';

/** What converting one Markdown tree needs to remember. */
export interface ImportState {
  /** The text that was parsed. */
  readonly source: string;
  readonly newId: () => string;
  readonly notes: ImportNote[];
  /** Line of each block that was made. */
  readonly lines: Map<RichTextNode, number>;
  /** Link addresses by identifier; those that a link used are in `usedDefinitions`. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly usedDefinitions: Set<string>;
  /** Footnotes by identifier; those already placed in the text are in `placedFootnotes`. */
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  readonly placedFootnotes: Set<string>;
  /** The inline content of a footnote. */
  readonly footnoteContent: (definition: FootnoteDefinition, state: ImportState) => RichTextNode[];
}

/** Definitions of a tree in their order, wherever they stand; of two of one name the first counts. */
export interface Definitions {
  links: Definition[];
  footnotes: FootnoteDefinition[];
}

/** Deeper than this a Markdown tree is refused; documents stay below `DEEPEST` of `checkDocument.ts`. */
const DEEPEST_TREE = 90;

/** Finds all definitions, without recursion. Throws `load.malformed` when the tree is deeper than readers can follow. */
export function collectDefinitions(tree: Root): Definitions {
  const found: Definitions = { links: [], footnotes: [] };
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > DEEPEST_TREE) throw tooDeep(lineOf(node));
    if (node.type === 'definition') found.links.push(node);
    if (node.type === 'footnoteDefinition') found.footnotes.push(node);
    if (!('children' in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) waiting.push({ node: child, depth: depth + 1 });
    }
  }
  return found;
}

/** The first of each name. */
export function firstByName<T extends { identifier: string }>(definitions: readonly T[]): Map<string, T> {
  return new Map(definitions.toReversed().map((definition) => [definition.identifier, definition]));
}

/** Line of a node in the file, from 1. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 0;
}

/** The text of the file that a node was parsed from. */
export function sourceOf(node: Nodes, state: ImportState): string {
  const { position } = node;
  return position === undefined ? '' : state.source.slice(position.start.offset, position.end.offset);
}

/** Writes down what could not be kept. */
export function noteAt(state: ImportState, node: Nodes, kind: ImportNoteKind, left = ''): void {
  state.notes.push(importNote(kind, lineOf(node), left));
}

/** `load.malformed` for lists, quotations or emphasis inside one another without end. */
export function tooDeep(line: number, cause?: unknown): Error {
  return malformed(
    [{ line, sentence: 'Lists, quotations or emphasis stand inside one another too deeply to be read.' }],
    cause,
  );
}
