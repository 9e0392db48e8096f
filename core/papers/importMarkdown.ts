import type { Definition, FootnoteDefinition, PhrasingContent, Root } from 'mdast';
import type { AnnexFile } from '../../domain/documents/annexFiles.ts';
import type { Label } from '../../domain/handling/handling.ts';
import type { Block, Document, RichTextNode } from '../../domain/papers/richText.ts';
import { wordCount } from '../../domain/papers/wordsOf.ts';
import { isJsonObject, type Json } from '../../domain/records/json.ts';
import { count } from '../../domain/records/text.ts';
import { checkText } from '../load/decodeText.ts';
import { malformed } from '../load/malformed.ts';
import { attrsOf, blockContent, leadingText } from './blockContent.ts';
import { footnoteContent } from './footnoteContent.ts';
import type { ImportedComment, ImportedPicture } from './importedPaper.ts';
import { type ImportNote, importNote } from './importNotes.ts';
import { collectDefinitions, firstByName, type ImportState, noteAt } from './importState.ts';
import { inlineContent, joined, plainText, textNode } from './inlineContent.ts';
import { refuseEndlessNesting } from './nestingLimits.ts';
import { parseMarkdown } from './parseMarkdown.ts';
import { type PortionContainer, placeholderOf, takePortions } from './portionContainers.ts';
import { readPortionMarks } from './portionMarks.ts';

/** A stricter portion that stands apart from its paper: what a `portion` record is made of. */
export interface ImportedPortion {
  /** The id that the paper's `portion` block carries. */
  placeholder: string;
  label: Exclude<Label, 'PRIVATE'>;
  /** Where it may be read, as printed in copies that withhold it; empty when the file does not say. */
  readAt: string;
  body: Document;
}

export interface ImportedPaper {
  /** Text of the heading that the file begins with; it is not in the document again. */
  title?: string;
  document: Document;
  portions: ImportedPortion[];
  /** What the board is asked, where the file says so apart from its text. */
  asks?: string[];
  /** Comments of the file, each before those that answer it. */
  comments?: ImportedComment[];
  /** What the figures draw, each once. */
  pictures?: ImportedPicture[];
  /** What could not be kept as it was, by line. */
  notes: ImportNote[];
}

export interface ImportOptions {
  /** Mints the ids of blocks, footnotes and placeholders. */
  newId: () => string;
  /** The label of the paper: paragraphs may be marked looser, never stricter. TLP:AMBER when not given. */
  label?: Label;
  /** Looks at a picture of a file, and cleans it; without it pictures are left out. */
  look?: (content: Uint8Array) => AnnexFile;
}

/**
 * Takes a paper in from CommonMark with GFM (tables, footnotes, strikethrough, autolinks, check boxes). Besides:
 * - a heading that the file begins with is the title; the highest of the other headings become the first level;
 * - `{TLP:GREEN}` at the start of a paragraph or heading is its portion mark; alone in a paragraph, the next block's;
 * - `Table: …` in a paragraph directly above or below a table is its caption;
 * - `:::portion TLP:RED read="where"` … `:::` is a stricter portion, given apart with a placeholder in its place;
 * - `[words](record:ID)` is a link to a record.
 * What cannot be kept is listed in `notes`; its text is kept. Throws `load.tooLarge` above 32 MiB, and
 * `load.malformed` with line and sentence for zero bytes, broken characters, nesting without end, portions that are
 * not closed, and paragraphs marked stricter than the paper.
 */
export function importMarkdown(markdown: string, options: ImportOptions): ImportedPaper {
  const notes: ImportNote[] = [];
  const clean = takeControls(checkText(markdown), notes);
  refuseEndlessNesting(clean);
  const { markdown: outside, portions } = takePortions(clean, options.newId);
  const bodies = portions.map((portion) => importPortion(portion, options.newId, notes));
  const paper = convert(outside, options.label ?? 'TLP:AMBER', options.newId, notes, bodies);
  const lost = portions.filter((portion) => !paper.placed.has(portion.placeholder));
  if (lost.length > 0) throw misplaced(lost.map((portion) => portion.line));
  return {
    ...(paper.title === undefined ? {} : { title: paper.title }),
    document: paper.document,
    portions: bodies
      .filter(({ body }) => body.content.length > 0)
      .map(({ placeholder, label, readAt, body }) => ({ placeholder, label, readAt, body })),
    notes: notes.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)),
  };
}

interface Converted {
  title: string | undefined;
  document: Document;
  /** Placeholders that were found in their place. */
  placed: Set<string>;
}

/** Reads one Markdown text: the paper, when `portions` are given to be placed in it, or the body of a portion. */
function convert(
  source: string,
  label: Label,
  newId: () => string,
  notes: ImportNote[],
  portions?: readonly (ImportedPortion & { lines: number })[],
): Converted {
  const tree = parseMarkdown(source);
  const found = collectDefinitions(tree);
  const state: ImportState = {
    source,
    newId,
    notes,
    lines: new Map(),
    definitions: firstByName(found.links),
    usedDefinitions: new Set(),
    footnotes: firstByName(found.footnotes),
    placedFootnotes: new Set(),
    footnoteContent,
  };
  const title = portions === undefined ? undefined : takeTitle(tree, state);
  const blocks = blockContent(tree.children, state);
  for (const definition of found.footnotes) blocks.push(...leftFootnote(definition, state));
  for (const definition of found.links) noteLeftLink(definition, state);
  refuseOpenings(blocks, state);
  const placed = new Set<string>();
  const whole = placePortions(blocks, portions ?? [], placed);
  const document = withIds(raiseHeadings(readPortionMarks(whole, label, state.lines, notes)), newId);
  return { title, document, placed };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\u0001-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/;

/** Form feeds and the like become spaces; other control characters are taken out and noted. */
function takeControls(source: string, notes: ImportNote[]): string {
  const spaced = source.replace(/[\f\v\u0085]/g, ' ');
  if (!CONTROLS.test(spaced)) return spaced;
  return spaced
    .split('\n')
    .map((line, index) => {
      if (!CONTROLS.test(line)) return line;
      notes.push(importNote('control', index + 1));
      return line.replace(new RegExp(CONTROLS, 'g'), '');
    })
    .join('\n');
}

/** Takes the heading that the text begins with out of the tree. One with a link or footnote stays in the text. */
function takeTitle(tree: Root, state: ImportState): string | undefined {
  const at = tree.children.findIndex((node) => node.type !== 'definition' && node.type !== 'footnoteDefinition');
  const first = tree.children[at];
  if (first?.type !== 'heading' || !first.children.every(isSimple)) return undefined;
  const words = inlineContent(first.children, state);
  const title = plainText(words).replace(/\s+/g, ' ').trim();
  if (title === '') return undefined;
  if (words.some((word) => word.marks !== undefined)) noteAt(state, first, 'titleStyle');
  tree.children.splice(at, 1);
  return title;
}

function isSimple(node: PhrasingContent): boolean {
  if (node.type === 'text') return !node.value.startsWith('{TLP:');
  if (node.type === 'inlineCode') return true;
  return (node.type === 'emphasis' || node.type === 'strong') && node.children.every(isSimple);
}

/** A footnote that no text calls, or a second one of the same name, as a paragraph. */
function leftFootnote(definition: FootnoteDefinition, state: ImportState): RichTextNode[] {
  const first = state.footnotes.get(definition.identifier) === definition;
  if (first && state.placedFootnotes.has(definition.identifier)) return [];
  noteAt(state, definition, first ? 'footnoteUnused' : 'footnoteTwice');
  const mark = textNode(definition.label ?? definition.identifier, [{ type: 'superscript' }]);
  const content = joined([...mark, ...textNode(' '), ...footnoteContent(definition, state)]);
  return [{ type: 'paragraph', content }];
}

function noteLeftLink(definition: Definition, state: ImportState): void {
  const left = [definition.label ?? definition.identifier, definition.url, definition.title ?? ''].join(' ').trim();
  if (state.definitions.get(definition.identifier) !== definition) noteAt(state, definition, 'linkTargetTwice', left);
  else if (!state.usedDefinitions.has(definition.identifier)) noteAt(state, definition, 'linkTarget', left);
}

/** Puts placeholders where the portions stood. */
function placePortions(
  blocks: readonly RichTextNode[],
  portions: readonly (ImportedPortion & { lines: number })[],
  placed: Set<string>,
): RichTextNode[] {
  const byPlaceholder = new Map(portions.map((portion) => [portion.placeholder, portion]));
  return blocks.map((block) => {
    const portion = byPlaceholder.get(placeholderOf(leadingText(block)?.text ?? '') ?? '');
    if (block.type !== 'paragraph' || portion === undefined) return block;
    placed.add(portion.placeholder);
    const { placeholder, label, readAt, lines } = portion;
    return { type: 'portion', attrs: { placeholder, label, lines, readAt } };
  });
}

/** A portion that was not recognised, as inside a list, must not slip into the paper. */
function refuseOpenings(blocks: readonly RichTextNode[], state: ImportState): void {
  for (const block of blocks) if (hasOpening(block)) throw misplaced([state.lines.get(block) ?? 0]);
}

function hasOpening(node: Json): boolean {
  if (!isJsonObject(node) || node.type === 'codeBlock') return false;
  if (typeof node.text === 'string' && node.text.includes(':::portion')) return true;
  return Array.isArray(node.content) && node.content.some(hasOpening);
}

function misplaced(lines: readonly number[]): Error {
  const sentence = 'A portion begins inside a list, quotation, paragraph or HTML. Put it on lines of its own.';
  return malformed(lines.map((line) => ({ line, sentence })));
}

function withIds(blocks: readonly RichTextNode[], newId: () => string): Document {
  return {
    type: 'doc',
    content: blocks.map((block): Block => ({ ...block, attrs: { ...attrsOf(block), id: newId() } })),
  };
}

/** Makes the highest headings of a text its first level: the title stands apart and takes none. */
function raiseHeadings(blocks: readonly RichTextNode[]): RichTextNode[] {
  const highest = Math.min(...blocks.filter(({ type }) => type === 'heading').map((block) => levelOf(block)));
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    return { ...block, attrs: { ...attrsOf(block), level: levelOf(block) - highest + 1 } };
  });
}

function levelOf(heading: RichTextNode): number {
  return count(attrsOf(heading).level);
}

/** Words in a printed line of a paper, 128 mm wide. */
export const WORDS_A_LINE = 12;

function importPortion(
  portion: PortionContainer,
  newId: () => string,
  notes: ImportNote[],
): ImportedPortion & { lines: number } {
  const { placeholder, label, readAt } = portion;
  const { document: body } = convert('\n'.repeat(portion.line) + portion.text, label, newId, notes);
  return { placeholder, label, readAt, body, lines: portion.lines ?? Math.ceil(wordCount(body) / WORDS_A_LINE) };
}
