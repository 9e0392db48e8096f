import type { Label } from '../handling/handling.ts';
import type { AnnexFile } from './annexFiles.ts';
import type { PrintLanguage } from './printRequest.ts';

/** What every page carries: running head, marks, foot. */
export interface Furniture {
  /** Language of the fixed words, of hyphenation and of quotation marks. */
  language: PrintLanguage;
  /** Title of the file, for readers and screen readers. */
  documentTitle: string;
  /** Top left. */
  running: string;
  /** EXERCISE in the language of the document, or empty. */
  exercise: string;
  label: Label;
  /** Parts of the foot, from the left. */
  foot: string[];
  /** "Page", "of". */
  page: [string, string];
  /** Across the page: whose copy it is. Empty for none. */
  watermark: string;
  /** Said in ink words at the start, for copies in black and white and for those who listen. */
  handlingWords: string;
}

export interface Fact {
  label: string;
  lines: string[];
}

/** One or two pages: days, sessions, items. */
export interface AgendaSheet extends Furniture {
  what: 'agenda';
  symbol: string;
  title: string;
  subtitle: string;
  facts: Fact[];
  /** Heads of the columns: time, number, item, lead, asked for, papers, minutes. */
  columns: [string, string, string, string, string, string, string];
  days: AgendaDay[];
  legend: AgendaLegend;
  warnings: string[];
}

export interface AgendaDay {
  /** "Day 1", or empty when days are not counted. */
  name: string;
  date: string;
  note: string;
  parts: (AgendaSession | AgendaGap)[];
}

export interface AgendaSession {
  type: 'session';
  access: 'closed' | 'open';
  heading: string;
  attendance: string;
  span: string;
  /** The same times on the capital's clock, or empty. */
  capital: string;
  rows: (AgendaRow | AgendaBreak)[];
}

export interface AgendaRow {
  type: 'item';
  time: string;
  number: string;
  /** The number in the open series, printed beside the closed one; empty when there is none. */
  openNumber: string;
  title: string;
  /** "Tessaly Union 12:15": who joins by video link, and their clock. */
  links: string[];
  leads: string;
  purpose: 'decision' | 'discussion' | 'information' | '';
  purposeWord: string;
  papers: string[];
  minutes: string;
}

export interface AgendaBreak {
  type: 'break';
  time: string;
  title: string;
  minutes: string;
}

/** The time between two sessions of a day. */
export interface AgendaGap {
  type: 'gap';
  time: string;
  title: string;
  minutes: string;
}

export interface AgendaLegend {
  heading: string;
  /** Empty when no item asks for anything. */
  purposes: { purpose: 'decision' | 'discussion' | 'information'; word: string; meaning: string }[];
  linksHeading: string;
  linksColumns: [string, string, string];
  links: { who: string; zone: string; difference: string }[];
  handlingHeading: string;
  handling: string[];
  /** "By video link": read aloud for the symbol. */
  linkWord: string;
}

/** The chair's running order of a day, or an annotated agenda: one line after the other on a spine. */
export interface RunningOrderSheet extends Furniture {
  what: 'runningOrder';
  title: string;
  /** At the right of the title. */
  subtitle: string;
  /** Heads of the columns: clock, item, minutes, and the last one. */
  columns: [string, string, string, string];
  /** The last column is a line to write on where nothing was noted yet. */
  actual: boolean;
  /** For whom it is and how it is marked, for those who listen, too. */
  closing: string;
  /** `heading`: empty where there is one day only. */
  days: { heading: string; parts: RunningOrderPart[] }[];
  warnings: string[];
}

export type RunningOrderPart = RunningOrderBand | RunningOrderEntry;

/** Where a session begins. */
export interface RunningOrderBand {
  type: 'band';
  access: 'closed' | 'open';
  heading: string;
  /** The time budget, or empty. */
  note: string;
  span: string;
}

export interface RunningOrderEntry {
  type: 'entry';
  clock: string;
  number: string;
  openNumber: string;
  title: string;
  /** In quotation marks. */
  say: string[];
  lines: LabelledLine[];
  minutes: string;
  last: string;
}

/** DO, LATE or another label with what stands beside it. */
export interface LabelledLine {
  label: string;
  lines: string[];
}

/** A list of records or other things, under a title, with what is to be known of it. */
export interface ListSheet extends Furniture {
  what: 'list';
  title: string;
  subtitle: string;
  facts: Fact[];
  notes: string[];
  /** Texts to be read whole, before the tables. */
  passages?: { heading: string; items: ListPassage[] }[];
  sections: ListSection[];
  warnings: string[];
}

/** A text under its title, with a quiet sentence below. */
export interface ListPassage {
  title: string;
  text: string;
  note: string;
}

export interface ListSection {
  heading: string;
  /** The columns after the first hold words, not numbers. */
  words?: boolean;
  /** To be signed: high rows, the last column wide, each section on a page of its own. */
  signed?: boolean;
  /** The second column is as wide as in the other sections. */
  even?: boolean;
  /** The first column is wide; a column more than the cells is that of the mark. */
  columns: string[];
  rows: ListRow[];
}

export interface ListRow {
  cells: string[];
  /** A sentence under the first cell, if any. */
  note?: string;
  mark: Label | '';
}

/** Tent cards, one a page. */
export interface PlatesSheet extends Furniture {
  what: 'plates';
  title: string;
  /** Said where there is none. */
  nobody: string;
  plates: { name: string; second: string; label: Label }[];
  warnings: string[];
}

/** What a meeting decided, recommended and gave to do, across the page. */
export interface OutcomesSheet extends Furniture {
  what: 'outcomes';
  title: string;
  subtitle: string;
  /** The day as of which it is told. */
  position: string;
  symbol: string;
  sections: OutcomesSection[];
  /** The shapes that are used, with their words. */
  key: { label: string; entries: { shape: OutcomeShape; word: string }[] };
  /** What stands there where there is nothing. */
  empty: string;
  warnings: string[];
}

export interface OutcomesSection {
  /** Says how wide its columns are. */
  kind: 'decision' | 'action' | 'recommendation';
  heading: string;
  columns: string[];
  rows: OutcomeRow[];
}

export type OutcomeShape = 'full' | 'ring' | 'cross' | 'dotted';

export interface OutcomeRow {
  number: string;
  title: string;
  text: string;
  /** Under the text. */
  notes: string[];
  /** Between the text and the state. */
  cells: string[];
  shape: OutcomeShape;
  state: string;
  /** Where the rows have different ones. */
  mark: Label | '';
}

/** A paper: head, what the board is asked, numbered paragraphs with their marks. */
export interface PaperSheet extends Furniture {
  what: 'paper';
  /** Its symbol, and that of the open series beside it. */
  symbols: string[];
  title: string;
  facts: Fact[];
  asks: { heading: string; points: { letter: string; text: string }[] };
  /** What stands, and is read aloud, in the bar of a passage that was blacked out. */
  redacted: string;
  /** Language of the text: hyphenation follows it. */
  bodyLanguage: PrintLanguage;
  blocks: SheetBlock[];
  /** What is bound in after it. */
  annexes?: SheetAnnex[];
  /** A paper as long as a book: its words are not hyphenated, which is most of the work of breaking lines. */
  long: boolean;
  /** A long paper with real chapters: each begins on a new page, and they are laid out beside one another. */
  chapters: boolean;
  warnings: string[];
}

/** An attachment as a sheet prints it: bound in, page by page, or named in a list. `annex-pages` of `annex.typ` takes it. */
export interface SheetAnnex {
  kind: AnnexFile['kind'];
  /** `survey.pdf` */
  name: string;
  /** `Annex 1`; empty for what is only listed. */
  number: string;
  mark: Label;
  pages: number;
  /** The path by which the compiler is given it; empty for what is only listed. */
  file: string;
  /** `page`, `of`: which of its own pages stands there. */
  page: [string, string];
  /** `PDF, 12 pages, 340 KB, 3fa9 01c2`: what the list of attachments says of it. */
  facts: string;
  /** Why it is not bound in, and what of it does not come along; sentences. */
  notes: string[];
}

/** What stands at the head of a top-level block. */
export interface BlockMargin {
  /** The portion mark, or empty. */
  mark: Label | '';
  changed: boolean;
  direction: 'ltr' | 'rtl';
  /** What cross-references find it by, as `placeKey` gives it; where that may be asked for. */
  anchor?: string;
}

export type SheetBlock =
  | (BlockMargin & { type: 'paragraph'; number: string; body: Inline[] })
  | (BlockMargin & { type: 'heading'; level: number; body: Inline[] })
  | (BlockMargin & { type: 'list'; ordered: boolean; start: number; items: SheetBlock[][] })
  | (BlockMargin & { type: 'quote'; content: SheetBlock[] })
  | (BlockMargin & { type: 'code'; lines: string[] })
  | (BlockMargin & { type: 'rule' })
  | (BlockMargin & SheetFigure)
  | (BlockMargin & SheetTable)
  | (BlockMargin & { type: 'withheld'; number: string; lead: string; text: string });

export interface SheetFigure {
  type: 'figure';
  /** `Figure 3.` */
  number: string;
  /** The caption. */
  body: Inline[];
  /** What there is to see. */
  alt: string;
  /** Share of the width of the text, in hundredths. */
  width: number;
  /** The path by which the compiler is given the picture; empty where it is not there. */
  file: string;
}

export interface SheetTable {
  type: 'table';
  caption: Inline[];
  number: string;
  columns: number;
  /** Share of the width of each column, by what stands in it. */
  widths: number[];
  /** How far the type shrinks so that the words fit: 1 for not at all. */
  scale: number;
  /** Reaches into the left margin. */
  wide: boolean;
  /** The header rows stand again after a page break; not where they carry footnotes. */
  repeat: boolean;
  headers: SheetCell[][];
  rows: SheetCell[][];
}

export interface SheetCell {
  body: SheetBlock[];
  align: 'left' | 'center' | 'right';
  header: boolean;
  colspan: number;
  rowspan: number;
}

export type InlineMark = 'bold' | 'italic' | 'strike' | 'code' | 'superscript' | 'subscript' | 'citation';

export type Inline =
  /** `entry`: it begins with a name that stands in the index of a book, as this one of its entries. */
  /** `to`: it says where a place is, and that one is found by this (`anchor`). */
  | { type: 'text'; text: string; marks: InlineMark[]; href: string; entry?: number; to?: string }
  | { type: 'break' }
  /** A passage that was blacked out. */
  | { type: 'redacted' }
  | { type: 'footnote'; body: Inline[] };
