import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { ImportedPaper } from '../../../core/papers/importMarkdown.ts';
import { textOf } from '../../../domain/papers/wordsOf.ts';
import { isJsonObject, type Json } from '../../../domain/records/json.ts';

/** Runs of letters and digits with how often they stand in the texts. */
export function countRuns(...texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const run of text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

/** Letters and digits with how often they stand in the texts. */
export function countLetters(...texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const letter of text.match(/[\p{L}\p{N}]/gu) ?? []) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}

/** The runs that stand more often in `expected` than in `found`. */
export function missingRuns(expected: Map<string, number>, found: Map<string, number>): string[] {
  return [...expected].filter(([run, times]) => (found.get(run) ?? 0) < times).map(([run]) => run);
}

/** Every text that a paper holds after import: title, document, portions, addresses of links, what the notes list. */
export function heldBy(paper: ImportedPaper): string[] {
  return [
    paper.title ?? '',
    textOf(paper.document),
    ...paper.portions.map((portion) => textOf(portion.body)),
    ...paper.portions.map((portion) => `portion ${portion.label} read ${portion.readAt}`),
    ...attributesIn(paper.document.content),
    ...paper.notes.map((note) => note.left),
  ];
}

/** What a Markdown parser, without us, calls the text of a Markdown file. */
export function parsedText(markdown: string): string[] {
  const root: Root = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const texts: string[] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node && node.type !== 'html') texts.push(node.value);
    if (node.type === 'html') texts.push(node.value.replace(/<[^<>]*>/g, ' '));
    if ('alt' in node && typeof node.alt === 'string') texts.push(node.alt);
    if ('children' in node) waiting.push(...node.children);
  }
  return texts;
}

/** Link addresses, list numbers, languages, marks: what stands in attributes. */
function attributesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(attributesIn);
  if (!isJsonObject(value)) return [];
  const attrs = isJsonObject(value.attrs) ? Object.entries(value.attrs) : [];
  const own = attrs
    .filter(([key]) => !['id', 'placeholder'].includes(key))
    .map(([key, entry]) => (key === 'caption' ? 'Table' : String(entry)));
  const numbers =
    value.type === 'orderedList' && Array.isArray(value.content) && isJsonObject(value.attrs)
      ? value.content.map((_, index) => String(Number(isJsonObject(value.attrs) ? value.attrs.start : 1) + index))
      : [];
  return [...own, ...numbers, ...attributesIn(value.content ?? null), ...attributesIn(value.marks ?? null)];
}
