import type { Label } from '../handling/handling.ts';
import type { RecordId } from '../records/ids.ts';
import type { Furniture, PaperSheet } from './sheets.ts';

/** A dossier as a book: cover, contents, tabs, papers, what could not be bound, index. */
export interface DossierSheet extends Furniture {
  what: 'dossier';
  cover: BookCover;
  contents: BookContents;
  /** What came since the issue before; undefined in the first, and outside the board. */
  news: BookNews | undefined;
  /** Tabs and papers, as they follow each other. */
  parts: (BookTab | BookPaper)[];
  attachments: BookAttachments | undefined;
  index: BookIndex | undefined;
  /** Whether it is told where each block of a paper begins. */
  measured: boolean;
  /** Said on a page that is empty so that a paper begins on the right. */
  left: string;
  warnings: string[];
}

export interface BookCover {
  /** Who holds the meeting, and the network. */
  board: string;
  network: string;
  title: string;
  /** Where and when. */
  lines: string[];
  /** Number, "of 24". Undefined where the copies are not numbered. */
  copy: { label: string; number: string; of: string } | undefined;
  recipient: { label: string; name: string } | undefined;
  /** What stands after the number of pages is in `size`. */
  book: { label: string; lines: string[]; pages: string; size: string };
  handling: { label: string; lines: string[] };
  distribution: { heading: string; rows: { numbers: string; name: string; own: boolean }[] } | undefined;
}

export interface BookContents {
  heading: string;
  note: string;
  columns: [string, string, string, string, string];
  sections: { name: string; rows: BookContentsRow[] }[];
  closing: string;
}

/** A line of the contents; `at` empty and `mark` empty for a paper that this copy has not. */
export interface BookContentsRow {
  at: string;
  symbol: string;
  title: string;
  from: string;
  mark: Label | '';
  /** The word for it where it is new; bars tell of changes. */
  word: string;
  changed: boolean;
}

export interface BookNews {
  heading: string;
  none: string;
  groups: { heading: string; rows: { at: string; symbol: string; title: string }[] }[];
}

export interface BookTab {
  type: 'tab';
  /** "Tab 2". */
  word: string;
  name: string;
  /** Its place among so many, for the mark at the edge. */
  number: number;
  of: number;
  rows: { at: string; symbol: string; title: string }[];
}

export interface BookPaper {
  type: 'paper';
  /** Which it is, in the release. */
  record: RecordId;
  /** What its pages are found by. */
  at: string;
  /** The number of the tab that it stands under; 0 for none. */
  tab: number;
  of: number;
  sheet: PaperSheet;
  /** Entries of the index that it is linked to. */
  entries: number[];
}

export interface BookAttachments {
  heading: string;
  note: string;
  columns: [string, string, string, string];
  rows: { symbol: string; name: string; size: string; digest: string }[];
}

export interface BookIndex {
  heading: string;
  note: string;
  names: string[];
}
