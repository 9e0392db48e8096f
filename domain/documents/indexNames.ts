import type { Inline, SheetBlock } from './sheets.ts';

/** A name to look for, and the entry of the index that it belongs to. */
export interface IndexedName {
  readonly name: string;
  readonly entry: number;
}

/**
 * Marks every place of a text where one of the names stands, as a word of its own, so that the printed page tells on
 * which page that is. The text itself stays as it is.
 */
export function indexNames(blocks: readonly SheetBlock[], names: readonly IndexedName[]): SheetBlock[] {
  const entries = new Map(names.map(({ name, entry }) => [name, entry]));
  const longestFirst = [...entries.keys()]
    .filter((name) => name !== '')
    .sort((one, other) => other.length - one.length);
  if (longestFirst.length === 0) return [...blocks];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?=(?:${longestFirst.map(RegExp.escape).join('|')})(?![\\p{L}\\p{N}]))`,
    'u',
  );
  const entryAt = (words: string): number | undefined => {
    const name = longestFirst.find((one) => words.startsWith(one) && !/^[\p{L}\p{N}]/u.test(words.slice(one.length)));
    return name === undefined ? undefined : entries.get(name);
  };
  const inlines = (body: readonly Inline[]): Inline[] =>
    body.flatMap((inline): Inline[] => {
      if (inline.type === 'footnote') return [{ ...inline, body: inlines(inline.body) }];
      // Where a place is said, its name is said, and nothing of what stands there.
      if (inline.type === 'text' && inline.to !== undefined) return [inline];
      if (inline.type !== 'text' || !pattern.test(inline.text)) return [inline];
      return inline.text
        .split(pattern)
        .filter((piece) => piece !== '')
        .map((piece) => {
          const entry = entryAt(piece);
          return entry === undefined ? { ...inline, text: piece } : { ...inline, text: piece, entry };
        });
    });
  const visit = (block: SheetBlock): SheetBlock => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return { ...block, body: inlines(block.body) };
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(visit)) };
      case 'quote':
        return { ...block, content: block.content.map(visit) };
      case 'table':
        // A header row may stand on several pages and is no place of its own.
        return {
          ...block,
          rows: block.rows.map((row) => row.map((cell) => ({ ...cell, body: cell.body.map(visit) }))),
        };
      default:
        return block;
    }
  };
  return blocks.map(visit);
}

/** The entries whose names stand in a text that was marked so. */
export function entriesIn(blocks: readonly SheetBlock[]): Set<number> {
  return new Set([...JSON.stringify(blocks).matchAll(/"entry":(\d+)}/g)].map(([, entry]) => Number(entry)));
}
