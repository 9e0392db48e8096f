import type { RecordId } from '../records/ids.ts';
import type { LaidPaper } from './replacements.ts';

/** A paper of a book beside what an earlier issue of the book had of it. */
export interface PaperStanding {
  readonly state: 'added' | 'changed';
  /** Ids of the blocks that are not as they were. */
  readonly blocks: readonly string[];
}

/** How a book stands to its issues; the ids of records are those of the release. */
export interface BookStanding {
  /** The issue that this print is of, by its id in the dossier; undefined where it differs from every one. */
  readonly issue: string | undefined;
  /** The issue before it, which it is compared with. */
  readonly since: string | undefined;
  /** The papers that were added or changed since, by their ids. */
  readonly papers: Readonly<Record<string, PaperStanding>>;
  /** Papers of that issue that are no longer in the book. */
  readonly withdrawn: readonly RecordId[];
}

/** The whole book, or what came into it since one of its issues. */
export interface PrintedDossier {
  readonly dossier: RecordId;
  readonly standing?: BookStanding | undefined;
}

/** What came into a book since an issue. */
export interface PrintedSupplement {
  readonly dossier: RecordId;
  readonly standing: BookStanding;
  /** The papers of the book as it was issued, as the same audience has it, and those added or changed since, as they are laid out. */
  readonly then: ReadonlyMap<string, LaidPaper>;
  readonly now: ReadonlyMap<string, LaidPaper>;
  /** Papers are replaced whole, whatever changed in them. */
  readonly whole: boolean;
}

/** Where a paper stands in a finished print of a book: its first and last page. */
export interface PagesOfPaper {
  readonly paper: RecordId;
  readonly first: number;
  readonly last: number;
}
