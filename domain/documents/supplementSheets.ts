import type { Furniture, PaperSheet } from './sheets.ts';

/** What came into a book since an issue: the instruction sheet, then the pages to put in. */
export interface SupplementSheet extends Furniture {
  what: 'supplement';
  title: string;
  /** The book, the issue it adds to. */
  lines: string[];
  heading: string;
  columns: [string, string, string, string, string];
  rows: SupplementRow[];
  none: string;
  notes: string[];
  parts: SupplementPart[];
  /** "Supplement, page", "of". */
  ownPage: [string, string];
  left: string;
  warnings: string[];
}

export interface SupplementRow {
  /** The first of its new pages; empty where nothing is put in. */
  at: string;
  symbol: string;
  title: string;
  out: string;
  put: string;
  /** New, changed or withdrawn. */
  word: string;
}

/** Pages of one paper that follow each other: all of it, or some sheets. */
export interface SupplementPart {
  at: string;
  sheet: PaperSheet;
  /** Its head stands on the first of them. */
  head: boolean;
  /** What they belong to, where the head does not say so. */
  continued: string;
  /** They end with the paper. */
  closing: boolean;
  /** Footnotes before them. */
  notes: number;
  /** The number of each page. */
  numbers: string[];
  /** The last of them is empty. */
  blank: boolean;
  tab: number;
  of: number;
}
