import type { WordNode } from './wordTree.ts';

const SAYS = 'begins-at-';

/**
 * The levels of lists with the number that each begins with, told as the style that a level belongs to: of a level, mammoth
 * reads nothing else. Levels that belong to a style of the file keep that.
 */
export function withListStarts(numbering: string): string {
  return numbering.replace(
    /(<w:lvl\b[^>]*>)([\s\S]*?)(<\/w:lvl>)/g,
    (level: string, open: string, inside: string, end: string) => {
      const start = /<w:start\b[^>]*w:val="(\d{1,6})"/.exec(inside)?.[1] ?? '1';
      if (start === '1' || inside.includes('<w:pStyle')) return level;
      return `${open}<w:pStyle w:val="${SAYS}${start}"/>${inside}${end}`;
    },
  );
}

/** The number that a list begins with. */
export function startOf(numbering: WordNode['numbering']): number {
  const style = numbering?.paragraphStyleId ?? '';
  return style.startsWith(SAYS) ? Number(style.slice(SAYS.length)) || 0 : 1;
}
