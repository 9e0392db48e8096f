import { isJsonObject, type JsonObject } from '../records/json.ts';
import { count, objects, text } from '../records/text.ts';
import type { Inline, SheetBlock, SheetCell, SheetTable } from './sheets.ts';

/** How a table's cells become blocks; `limit` is the longest word that stays whole. */
export type CellBlocks = (cell: JsonObject, limit: number) => SheetBlock[];

interface Placed {
  readonly node: JsonObject;
  readonly colspan: number;
  readonly rowspan: number;
}

/** Characters of the table's type that fit across the text, and across text and left margin together. */
const TEXT_WIDTH = 78;
const FULL_WIDTH = 98;
const SMALLEST = 0.68;
/** Characters that the space around a column's words takes. */
const PADDING = 1.8;

/**
 * A table laid out so that it fits: every row filled to the same number of columns, spans cut where they would overlap
 * or leave the table, columns as wide as their words need, the type shrunk and the table widened into the left margin
 * where that is not enough, and at the end words broken.
 */
export function tableOf(node: JsonObject, caption: Inline[], number: string, cellBlocks: CellBlocks): SheetTable {
  const source = objects(node.content).map((row) => objects(row.content));
  const headerRows = source.findIndex((row) => row.length === 0 || row.some((cell) => cell.type !== 'tableHeader'));
  const headed = headerRows === -1 ? source.length : headerRows;
  const [head, body] = withoutEmptyColumns([placed(source.slice(0, headed)), placed(source.slice(headed))]);
  const columns = Math.max(1, ...[...head, ...body].map((row) => row.reduce((sum, cell) => sum + cell.width, 0)));
  const needs = columnNeeds([...head, ...body], columns);
  const least = needs.reduce((sum, need) => sum + need.word + PADDING, 0);
  const wide = least > TEXT_WIDTH;
  const room = wide ? FULL_WIDTH : TEXT_WIDTH;
  const scale = Math.max(SMALLEST, Math.min(1, room / least));
  const widths = shareOut(needs, room / scale);
  const cells = (rows: Row[]): SheetCell[][] =>
    rows.map((row) => {
      let column = 0;
      const made = row.map((cell) => {
        const across = widths.slice(column, column + cell.width).reduce((sum, width) => sum + width, 0);
        column += cell.width;
        return cell.placed === undefined ? undefined : sheetCell(cell.placed, Math.floor(across - PADDING), cellBlocks);
      });
      const filled = Array.from({ length: columns - column }, emptyCell);
      return [...made.filter((cell) => cell !== undefined), ...filled];
    });
  return {
    type: 'table',
    caption,
    number,
    columns,
    widths,
    scale,
    wide,
    repeat: !holdsFootnote(source.slice(0, headed)),
    headers: cells(head),
    rows: cells(body),
  };
}

/** A stretch of a row: a cell, or room taken by a cell of a row above. */
interface Stretch {
  readonly width: number;
  readonly placed: Placed | undefined;
  /** An empty cell of ours, where the source has none. */
  readonly filler?: true;
}
type Row = Stretch[];

function placed(rows: readonly JsonObject[][]): Row[] {
  /** Rows that each column stays taken for. */
  const taken: number[] = [];
  return rows.map((cells, at) => {
    const row: Row = [];
    let column = 0;
    const skipTaken = () => {
      while ((taken[column] ?? 0) > 0) {
        taken[column] = (taken[column] ?? 1) - 1;
        row.push({ width: 1, placed: undefined });
        column += 1;
      }
    };
    for (const node of cells) {
      skipTaken();
      const attrs = isJsonObject(node.attrs) ? node.attrs : {};
      const wanted = Math.min(50, Math.max(1, count(attrs.colspan)));
      let colspan = 1;
      while (colspan < wanted && (taken[column + colspan] ?? 0) === 0) colspan += 1;
      const rowspan = Math.min(rows.length - at, Math.max(1, count(attrs.rowspan)));
      for (let i = column; i < column + colspan; i += 1) taken[i] = rowspan - 1;
      row.push({ width: colspan, placed: { node, colspan, rowspan } });
      column += colspan;
    }
    while (column < taken.length) {
      if ((taken[column] ?? 0) > 0) skipTaken();
      else {
        row.push({ width: 1, placed: { node: { type: 'tableCell' }, colspan: 1, rowspan: 1 }, filler: true });
        column += 1;
      }
    }
    return row;
  });
}

/** Drops columns that no cell begins in: a cell that says it spans forty columns of a table of three spans three. */
function withoutEmptyColumns([head, body]: [Row[], Row[]]): [Row[], Row[]] {
  const begun = new Set<number>();
  for (const row of [...head, ...body]) {
    let column = 0;
    for (const stretch of row) {
      if (stretch.placed !== undefined && stretch.filler !== true) begun.add(column);
      column += stretch.width;
    }
  }
  const narrow = (row: Row): Row => {
    let column = 0;
    return row.flatMap((stretch): Stretch[] => {
      let width = 0;
      for (let at = column; at < column + stretch.width; at += 1) if (begun.has(at)) width += 1;
      column += stretch.width;
      const cell = stretch.placed;
      return width === 0 ? [] : [{ width, placed: cell === undefined ? undefined : { ...cell, colspan: width } }];
    });
  };
  return [head.map(narrow), body.map(narrow)];
}

interface Need {
  /** Characters of the longest word. */
  word: number;
  /** Characters of the longest cell. */
  line: number;
}

function columnNeeds(rows: readonly Row[], columns: number): Need[] {
  const needs = Array.from({ length: columns }, (): Need => ({ word: 1, line: 1 }));
  for (const row of rows) {
    let column = 0;
    for (const { width, placed: cell } of row) {
      if (cell !== undefined) {
        const words = plainWords(cell.node);
        const word = Math.max(1, ...words.split(/\s+/).map(widthOf)) / width;
        for (let i = column; i < column + width; i += 1) {
          const need = needs[i];
          if (need === undefined) continue;
          need.word = Math.max(need.word, word);
          need.line = Math.max(need.line, widthOf(words) / width);
        }
      }
      column += width;
    }
  }
  return needs;
}

/** Gives each column the width of its longest word, then shares what is left by the length of the longest cells. */
function shareOut(needs: readonly Need[], room: number): number[] {
  const least = needs.map((need) => need.word + PADDING);
  const sum = least.reduce((total, width) => total + width, 0);
  if (sum >= room) {
    const fair = room / needs.length;
    const within = least.map((width) => Math.min(width, fair));
    const rest = room - within.reduce((total, width) => total + width, 0);
    const over = least.map((width, i) => width - (within[i] ?? 0));
    const wanted = over.reduce((total, width) => total + width, 0);
    return within.map((width, i) => round(width + (wanted === 0 ? 0 : (rest * (over[i] ?? 0)) / wanted)));
  }
  const wishes = needs.map((need) => Math.min(need.line, 60) - need.word);
  const wished = wishes.reduce((total, wish) => total + wish, 0);
  const rest = room - sum;
  return least.map((width, i) =>
    round(width + (wished === 0 ? rest / needs.length : (rest * (wishes[i] ?? 0)) / wished)),
  );
}

/** The width of words in average small letters. */
function widthOf(words: string): number {
  let width = 0;
  for (const character of words) {
    width += /[\p{Lu}\d%+mw\u2012-\u2015]/u.test(character)
      ? 1.15
      : /[\p{Script=Han}\p{Script=Hangul}]/u.test(character)
        ? 2
        : 1;
  }
  return width;
}

function round(width: number): number {
  return Math.max(0.5, Math.round(width * 100) / 100);
}

function sheetCell(cell: Placed, limit: number, cellBlocks: CellBlocks): SheetCell {
  const attrs = isJsonObject(cell.node.attrs) ? cell.node.attrs : {};
  const align = text(attrs.align);
  return {
    body: cellBlocks(cell.node, Math.max(4, limit)),
    align: align === 'right' || align === 'center' ? align : 'left',
    header: cell.node.type === 'tableHeader',
    colspan: cell.colspan,
    rowspan: cell.rowspan,
  };
}

function emptyCell(): SheetCell {
  return { body: [], align: 'left', header: false, colspan: 1, rowspan: 1 };
}

function plainWords(node: JsonObject): string {
  // As wide as its bar.
  if (node.type === 'redacted') return 'redacted';
  if (typeof node.text === 'string') return node.text;
  return objects(node.content)
    .map(plainWords)
    .join(node.type === 'paragraph' ? '' : ' ');
}

function holdsFootnote(rows: readonly JsonObject[][]): boolean {
  const holds = (node: JsonObject): boolean => node.type === 'footnote' || objects(node.content).some(holds);
  return rows.some((row) => row.some(holds));
}
