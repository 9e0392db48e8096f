import type { Language } from '../records/fieldNames.ts';
import type { JsonObject } from '../records/json.ts';
import { isJsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';
import { type OutlineSection, outlineOf, sectionOf } from './outlines.ts';
import { blockText } from './plainText.ts';
import type { Block, Document } from './richText.ts';

/** A section of a paper's outline, as it stands in its text. */
export interface SectionFound {
  readonly section: OutlineSection;
  /** The id of its heading; undefined where the text has no such section. */
  readonly block: string | undefined;
  /** What its heading says now. */
  readonly heading: string;
  /** Nothing stands under it yet but headings and empty lines. */
  readonly empty: boolean;
}

/** What the heading of a block is for; the empty string for every other block. */
export function sectionAt(block: JsonObject): string {
  return block.type === 'heading' && isJsonObject(block.attrs) ? text(block.attrs.section) : '';
}

const levelOf = (block: JsonObject): number =>
  block.type === 'heading' && isJsonObject(block.attrs) ? Number(block.attrs.level) : Number.POSITIVE_INFINITY;

/** Whether a block says something: a figure, a rule or a stricter portion counts, a heading does not. */
export function saysSomething(block: JsonObject): boolean {
  if (block.type === 'heading') return false;
  return block.type === 'paragraph' || block.type === 'codeBlock' ? blockText(block).trim() !== '' : true;
}

/** Whether nothing is written in the section whose heading stands at this place; it ends with the next section of its level. */
export function isEmptySection(blocks: readonly JsonObject[], at: number): boolean {
  const heading = blocks[at];
  const level = heading === undefined ? 0 : levelOf(heading);
  for (const block of blocks.slice(at + 1)) {
    if (sectionAt(block) !== '' || levelOf(block) <= level) return true;
    if (saysSomething(block)) return false;
  }
  return true;
}

/**
 * The sections of a type's outline with where they are in a text. Of two headings for the same section the first counts.
 * A text without `attrs.section`, as one that came from Word, has them where its headings are called as the outline's.
 */
export function readOutline(type: string, document: Document): SectionFound[] {
  const { content } = document;
  return outlineOf(type).map((section) => {
    const tagged = content.findIndex((block) => sectionAt(block) === section.id);
    const at = tagged >= 0 ? tagged : content.findIndex((block) => sectionAt(block) === '' && isCalled(block, section));
    const block = content[at];
    return block === undefined
      ? { section, block: undefined, heading: '', empty: true }
      : { section, block: block.attrs.id, heading: blockText(block), empty: isEmptySection(content, at) };
  });
}

/** Whether a heading is called as a section is in either language. */
function isCalled(block: JsonObject, { heading }: OutlineSection): boolean {
  if (block.type !== 'heading') return false;
  const words = folded(blockText(block));
  return words === folded(heading.en) || words === folded(heading.fr);
}

const folded = (words: string): string =>
  words
    .trim()
    .replace(/[.:\u00a0 ]+$/u, '')
    .toLocaleLowerCase();

/** The blocks of one section: its heading, and an empty line to write on. `newId` mints the ids of blocks. */
export function sectionBlocks(section: OutlineSection, language: Language, newId: () => string): Block[] {
  return [
    {
      type: 'heading',
      attrs: { id: newId(), level: 1, section: section.id },
      content: [{ type: 'text', text: section.heading[language] }],
    },
    { type: 'paragraph', attrs: { id: newId() } },
  ];
}

/** The text with which a paper of a type begins: the headings of its outline. Undefined where the type has none. */
export function outlineDocument(type: string, language: Language, newId: () => string): Document | undefined {
  const sections = outlineOf(type);
  if (sections.length === 0) return undefined;
  return { type: 'doc', content: sections.flatMap((section) => sectionBlocks(section, language, newId)) };
}

/**
 * Where the sections go that a text lacks: each behind the last one before it in the outline that the text has, with all
 * that stands in it; those before every other at the beginning. `before`: the id of the block they are put before, undefined
 * at the end.
 */
export function missingSections(
  type: string,
  document: Document,
): { readonly section: OutlineSection; readonly before: string | undefined }[] {
  const found = readOutline(type, document);
  const starts = found.flatMap(({ block }) => (block === undefined ? [] : [block]));
  return found.flatMap(({ section, block }, at) => {
    if (block !== undefined) return [];
    const next = found.slice(at + 1).find((later) => later.block !== undefined && isBehind(later.block, found, at));
    const before = next?.block;
    return [{ section, before: before !== undefined && starts.includes(before) ? before : undefined }];
  });

  function isBehind(block: string, all: readonly SectionFound[], at: number): boolean {
    const place = (id: string): number => document.content.findIndex(({ attrs }) => attrs.id === id);
    return all.slice(0, at).every((earlier) => earlier.block === undefined || place(earlier.block) < place(block));
  }
}

/** What is asked in a section, in the language of its paper; the empty string where nothing is known of it. */
export function askedIn(section: string, language: Language): string {
  return sectionOf(section)?.asks[language] ?? '';
}
