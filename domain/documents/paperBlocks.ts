import type { Label } from '../handling/handling.ts';
import { figureOf } from '../papers/figures.ts';
import { PortionMark } from '../papers/richText.ts';
import { isJsonObject, type Json, type JsonObject } from '../records/json.ts';
import { count, objects, text } from '../records/text.ts';
import { directionOf } from './directions.ts';
import { inlinesOf, placeKey, type Unknowns, wordsOf } from './inlines.ts';
import type { BlockMargin, Inline, SheetBlock } from './sheets.ts';
import { tableOf } from './tables.ts';
import type { PrintWords } from './words.ts';

/** A stricter paragraph that the audience may read: it stands where its placeholder is. */
export interface ShownPortion {
  readonly label: Label;
  readonly content: readonly JsonObject[];
  /** Names of its files. */
  readonly files: readonly string[];
}

export interface BlockOptions {
  readonly words: PrintWords;
  /** The paper's own label, printed beside blocks without a mark when any block has one; else empty. */
  readonly ownMark: Label | '';
  readonly changed: ReadonlySet<string>;
  /** These blocks alone, numbered as in the whole. */
  readonly only?: ReadonlySet<string> | undefined;
  /** The record whose text it is, by its id in the release: cross-references find its blocks by that. */
  readonly record?: string;
  /** The level of the heading that the text stands under; 0 unless told. */
  readonly below?: number;
  /** What was counted in the texts before this one. */
  readonly after?: Counted;
  /** The path of a figure's picture, where it is there. */
  picture?(file: string): string;
  /** The portion that stands for a placeholder, where it may be read. */
  shownPortion(placeholder: string): ShownPortion | undefined;
}

/** Paragraphs and tables that have a number. */
export interface Counted {
  readonly paragraphs: number;
  readonly tables: number;
  readonly figures?: number;
}

export interface PaperBlocks extends Counted {
  blocks: SheetBlock[];
  /** Types of nodes and marks that this version does not know; their text is printed. */
  unknown: string[];
}

/**
 * The blocks of a paper, in order, with paragraph numbers, portion marks and table numbers. Numbers count paragraphs
 * and portions at the top level; a withheld portion keeps its number. Nothing that has text is left out.
 */
export function paperBlocks(content: readonly JsonObject[], options: BlockOptions): PaperBlocks {
  const unknowns: Unknowns = new Set();
  const { below = 0, after } = options;
  const counters = {
    paragraph: after?.paragraphs ?? 0,
    table: after?.tables ?? 0,
    figure: after?.figures ?? 0,
    level: below,
    depth: 0,
  };
  const blocks = content.flatMap((node) => {
    const made = topBlock(node);
    return options.only === undefined || options.only.has(text(attrsOf(node).id)) ? made : [];
  });
  return {
    blocks,
    unknown: [...unknowns],
    paragraphs: counters.paragraph,
    tables: counters.table,
    figures: counters.figure,
  };

  function topBlock(node: JsonObject): SheetBlock[] {
    const attrs = attrsOf(node);
    // Headings and rules hold nothing to mark by themselves.
    const own = node.type === 'heading' || node.type === 'horizontalRule' ? '' : options.ownMark;
    const mark = PortionMark.safeParse(attrs.mark).data ?? own;
    const margin = { mark, changed: options.changed.has(text(attrs.id)) };
    if (node.type === 'portion') return anchored(node, portionBlocks(attrs, margin.changed));
    const made = blocksOf(node, margin);
    return anchored(
      node,
      made.map((block) => (block.type === 'paragraph' && isTopParagraph(node) ? numbered(block) : block)),
    );
  }

  /** What a block of the text is printed as can be found by its id. */
  function anchored(node: JsonObject, [first, ...others]: SheetBlock[]): SheetBlock[] {
    const anchor = placeKey(options.record, attrsOf(node).id);
    if (first === undefined) return [];
    return [anchor === '' || first.anchor !== undefined ? first : { ...first, anchor }, ...others];
  }

  function isTopParagraph(node: JsonObject): boolean {
    return node.type === 'paragraph';
  }

  function numbered<B extends SheetBlock>(block: B): B {
    counters.paragraph += 1;
    return { ...block, number: String(counters.paragraph) };
  }

  function portionBlocks(attrs: JsonObject, changed: boolean): SheetBlock[] {
    counters.paragraph += 1;
    const number = String(counters.paragraph);
    const shown = options.shownPortion(text(attrs.placeholder));
    if (shown === undefined) {
      const label = PortionMark.safeParse(attrs.label).data ?? 'TLP:RED';
      const where = text(attrs.readAt);
      const said = [
        options.words.withheldParagraph(number, count(attrs.lines)),
        ...(where === '' ? [] : [options.words.readAt(where.replace(/\.$/, ''))]),
      ];
      return [
        {
          type: 'withheld',
          mark: label,
          changed,
          direction: 'ltr',
          number,
          lead: options.words.withheld(label),
          text: said.join(' '),
        },
      ];
    }
    const margin = { mark: shown.label, changed };
    const made = [
      ...shown.content.flatMap((node) => anchored(node, blocksOf(node, margin))),
      ...filesHere(shown.files, margin),
    ];
    const first = made.findIndex((block) => block.type === 'paragraph');
    return made.map((block, at) => (at === first && block.type === 'paragraph' ? { ...block, number } : block));
  }

  function filesHere(names: readonly string[], margin: Omit<BlockMargin, 'direction'>): SheetBlock[] {
    if (names.length === 0) return [];
    const said = options.words.filesHere(names.join(', '));
    const body: Inline[] = [{ type: 'text', text: said, marks: ['italic'], href: '' }];
    return [{ type: 'paragraph', number: '', body, ...margin, direction: directionIn(body) }];
  }

  function blocksOf(node: JsonObject, margin: Omit<BlockMargin, 'direction'>, limit?: number): SheetBlock[] {
    const attrs = attrsOf(node);
    const inline = () => inlinesOf(node.content, unknowns, limit);
    const within = (limitWithin = limit) => nested(node.content, limitWithin);
    switch (node.type) {
      case 'paragraph': {
        const body = inline();
        return isBlank(body) ? [] : [{ type: 'paragraph', number: '', body, ...margin, direction: directionIn(body) }];
      }
      case 'heading': {
        const body = inline();
        if (isBlank(body)) return [];
        // A heading may not skip a level: PDF/UA-1 (ISO 14289-1, 7.4.2).
        const said = Math.min(6, count(attrs.level) || 1);
        counters.level = Math.min(Math.max(1 + below, said), counters.level + 1);
        return [{ type: 'heading', level: counters.level, body, ...margin, direction: directionIn(body) }];
      }
      case 'bulletList':
      case 'orderedList': {
        const items = deeper(LIST, () => objects(node.content).map((item) => listItem(item, limit)));
        if (isTooDeep(LIST)) return items.flat();
        const ordered = node.type === 'orderedList';
        const start = Number.isInteger(attrs.start) ? Math.max(0, count(attrs.start)) : 1;
        const direction = directionOf(plainWords(node));
        return items.length === 0 ? [] : [{ type: 'list', ordered, start, items, ...margin, direction }];
      }
      case 'blockquote': {
        const content = deeper(QUOTE, within);
        if (isTooDeep(QUOTE)) return content;
        return content.length === 0 ? [] : [{ type: 'quote', content, ...margin, direction: 'ltr' }];
      }
      case 'codeBlock': {
        const lines = plainWords(node)
          .replaceAll('\t', '    ')
          .split(/\r\n|[\n\r\u2028\u2029]/);
        return [{ type: 'code', lines, ...margin, direction: 'ltr' }];
      }
      case 'horizontalRule':
        return [{ type: 'rule', ...margin, direction: 'ltr' }];
      case 'figure': {
        const { file, alt: said, width } = figureOf(node);
        const body = inline();
        counters.figure += 1;
        const number = options.words.figure(counters.figure);
        // PDF/UA-1 asks for words; where nobody gave any, those of the caption.
        const alt = said.trim() || wordsOf(body).trim() || number;
        const drawn = file === '' ? '' : (options.picture?.(file) ?? '');
        const direction = directionOf(plainWords(node));
        return [{ type: 'figure', number, body, alt, width, file: drawn, ...margin, direction }];
      }
      case 'table': {
        const caption = captionOf(attrs.caption);
        if (caption.length > 0) counters.table += 1;
        const number = caption.length > 0 ? options.words.table(counters.table) : '';
        if (objects(node.content).length === 0) return [];
        const table = tableOf(node, caption, number, (cell, longest) =>
          deeper(TABLE, () => nested(cell.content, longest)),
        );
        return [{ ...table, ...margin, direction: directionOf(plainWords(node)) }];
      }
      case 'listItem':
      case 'tableRow':
      case 'tableCell':
      case 'tableHeader':
        return within();
      case 'portion':
        return portionBlocks(attrs, margin.changed);
      default:
        return unknownBlocks(node, margin, limit);
    }
  }

  /** What stands within something that takes so many of the steps which the compiler can follow. */
  function deeper<T>(steps: number, within: () => T): T {
    counters.depth += steps;
    const made = within();
    counters.depth -= steps;
    return made;
  }

  function isTooDeep(steps: number): boolean {
    return counters.depth + steps > MOST_STEPS;
  }

  function nested(content: Json | undefined, limit: number | undefined): SheetBlock[] {
    const nodes = objects(content);
    // A cell or an item that holds inline content directly, as other editors make them.
    if (nodes.some((node) => isInline(node))) {
      return blocksOf({ type: 'paragraph', content: nodes }, NO_MARGIN, limit);
    }
    return nodes.flatMap((node) => blocksOf(node, NO_MARGIN, limit));
  }

  function listItem(item: JsonObject, limit: number | undefined): SheetBlock[] {
    if (item.type !== 'listItem') return blocksOf(item, NO_MARGIN, limit);
    return nested(item.content, limit);
  }

  function unknownBlocks(node: JsonObject, margin: Omit<BlockMargin, 'direction'>, limit?: number): SheetBlock[] {
    unknowns.add(text(node.type));
    const nodes = objects(node.content);
    const own = text(node.text);
    const inline = own !== '' ? [{ type: 'text', text: own }, ...nodes] : nodes;
    if (own !== '' || nodes.some((part) => isInline(part))) {
      const body = inlinesOf(inline, unknowns, limit);
      return isBlank(body) ? [] : [{ type: 'paragraph', number: '', body, ...margin, direction: directionIn(body) }];
    }
    return nodes.flatMap((part, at) => blocksOf(part, at === 0 ? margin : { ...margin, mark: '' }, limit));
  }

  function captionOf(caption: Json | undefined): Inline[] {
    return typeof caption === 'string' && caption.trim() !== ''
      ? inlinesOf([{ type: 'text', text: caption }], unknowns)
      : [];
  }
}

/**
 * Lists and quotations stand within one another as far as the compiler follows (64 rules in one another); what is deeper
 * is printed at the last level that it does follow. A quotation takes as many of its rules as two lists.
 */
const MOST_STEPS = 8;
const LIST = 1;
const QUOTE = 2;
const TABLE = 2;

const NO_MARGIN = { mark: '', changed: false } as const;

function attrsOf(node: JsonObject): JsonObject {
  return isJsonObject(node.attrs) ? node.attrs : {};
}

function isInline(node: JsonObject): boolean {
  return (
    node.type === 'text' ||
    node.type === 'hardBreak' ||
    node.type === 'footnote' ||
    node.type === 'redacted' ||
    node.type === 'crossReference' ||
    typeof node.text === 'string'
  );
}

function isBlank(body: readonly Inline[]): boolean {
  return body.every((inline) => inline.type === 'break' || (inline.type === 'text' && inline.text.trim() === ''));
}

function directionIn(body: readonly Inline[]): 'ltr' | 'rtl' {
  return directionOf(wordsOf(body));
}

function plainWords(node: JsonObject): string {
  if (typeof node.text === 'string') return node.text;
  if (node.type === 'hardBreak') return '\n';
  return objects(node.content).map(plainWords).join('');
}
