/** A paper as it was laid out in a book: its pages, and where each of its blocks begins. */
export interface LaidPaper {
  readonly first: number;
  readonly last: number;
  /** What stands in its head, and how; alike where nothing of that differs. */
  readonly head: string;
  readonly blocks: readonly LaidBlock[];
}

export interface LaidBlock {
  /** What stands in it, and how; alike where nothing of that differs. */
  readonly words: string;
  readonly page: number;
  /** Points from the top of the page. */
  readonly y: number;
}

/** Sheets of a paper that are taken out of a book, and what is put in for them. Pages are counted from the paper's first, 0. */
export interface Replacement {
  /** The first page, always a right-hand one. */
  readonly from: number;
  /** After the last page that is taken out, and after the last that is put in: always whole sheets. */
  readonly outTo: number;
  readonly putTo: number;
  /** The blocks that stand on the new pages; the head stands there, too, where `from` is 0. */
  readonly blocks: readonly [from: number, to: number];
}

/** Where the text of a page begins, in points, and a little more. */
const TOP = (31 / 25.4) * 72 + 1;

/**
 * The sheets of a paper on which anything differs, as few as can be: where as many sheets are put in as are taken out,
 * those between stay; else everything from the first that differs. A sheet begins and ends between two blocks, so that
 * what stays beside it goes on as it was; where no block begins at the top of a sheet, more is replaced, at most the whole.
 */
export function replacementsFor(then: LaidPaper, now: LaidPaper): Replacement[] {
  const [was, is] = [pagesOf(then), pagesOf(now)];
  const [oldSheets, newSheets] = [Math.ceil(was.length / 2), Math.ceil(is.length / 2)];
  const differs = (sheet: number): boolean =>
    was[2 * sheet] !== is[2 * sheet] || was[2 * sheet + 1] !== is[2 * sheet + 1];
  const changed = Array.from({ length: Math.max(oldSheets, newSheets) }, (_, sheet) => sheet).filter(differs);
  const [first] = changed;
  if (first === undefined) return [];
  const startsClean = (sheet: number): boolean => blockAtTop(now, 2 * sheet) !== undefined;
  const spans: [number, number][] = [];
  const wanted: [number, number][] =
    oldSheets === newSheets
      ? changed.map((sheet) => [sheet, sheet + 1])
      : [[Math.min(first, newSheets - 1), newSheets]];
  for (const [begin, end] of wanted) {
    let [from, to] = [begin, end];
    while (from > 0 && !startsClean(from)) from -= 1;
    while (to < newSheets && !startsClean(to)) to += 1;
    const before = spans.at(-1);
    if (before !== undefined && before[1] >= from) before[1] = Math.max(before[1], to);
    else spans.push([from, to]);
  }
  return spans.map(([from, to]) => ({
    from: 2 * from,
    outTo: 2 * (to === newSheets ? oldSheets : to),
    putTo: 2 * to,
    blocks: [
      from === 0 ? 0 : (blockAtTop(now, 2 * from) ?? 0),
      to === newSheets ? now.blocks.length : (blockAtTop(now, 2 * to) ?? now.blocks.length),
    ],
  }));
}

/** A paper that is replaced whole. */
export function wholeReplacement(then: LaidPaper, now: LaidPaper): Replacement {
  const sheets = ({ first, last }: LaidPaper): number => 2 * Math.ceil((last - first + 1) / 2);
  return { from: 0, outTo: sheets(then), putTo: sheets(now), blocks: [0, now.blocks.length] };
}

/** The block that begins at the top of a page. */
function blockAtTop({ first, blocks }: LaidPaper, page: number): number | undefined {
  const at = blocks.findIndex((block) => block.page - first === page && block.y <= TOP);
  return at < 0 ? undefined : at;
}

/** What stands on each page, in words that differ where anything does. */
function pagesOf({ first, last, head, blocks }: LaidPaper): string[] {
  const pages = Array.from({ length: last - first + 1 }, (_, page) => (page === 0 ? [head] : []));
  blocks.forEach((block, at) => {
    const next = blocks[at + 1];
    const begins = block.page - first;
    const ends = next === undefined ? last - first : next.page - first - (next.y <= TOP ? 1 : 0);
    for (let page = begins; page <= Math.max(begins, ends); page += 1) {
      pages[page]?.push(`${begins - page} ${block.y.toFixed(1)} ${block.words}`);
    }
  });
  return pages.map((page) => page.join('\n'));
}

/**
 * The numbers of the pages of a paper that stood on so many pages from `first`: as they were, and beyond them the last one
 * with letters, `34a`, `34b`. `used`: letters that are taken already.
 */
export function pageNumbers(first: number, stood: number, count: number, used = 0): string[] {
  return Array.from({ length: count }, (_, at) =>
    at < stood ? String(first + at) : `${first + stood - 1}${letters(used + at - stood)}`,
  );
}

/** `a`, `b`, … `z`, `aa`, `ab`. */
function letters(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(97 + (at % 26));
}

/** `33–34, 34a–34b`: from the first to the last page, those with letters apart. */
export function pageRange(numbers: readonly string[]): string {
  const plain = numbers.filter((number) => /^\d+$/.test(number));
  const lettered = numbers.filter((number) => !/^\d+$/.test(number));
  return [plain, lettered]
    .filter((part) => part.length > 0)
    .map(runOf)
    .join(', ');
}

function runOf(numbers: readonly string[]): string {
  const [first = '', last = ''] = [numbers[0], numbers.at(-1)];
  return first === last ? first : `${first}\u2013${last}`;
}
