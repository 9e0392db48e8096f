import { z } from 'zod';
import { BookAccess } from '../../domain/dossiers/kinds.ts';
import { NOT_READY } from '../../domain/dossiers/readiness.ts';
import { Label } from '../../domain/handling/handling.ts';
import { CalendarDate, Order } from '../../domain/meetings/kinds.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call, jobInput, NOTHING } from '../call.ts';
import { PrintOptions } from '../documents/calls.ts';
import { MAKING_ERRORS } from '../documents/makingErrors.ts';

/** More papers than any book has. */
const MOST_PAPERS = 2000;
const MOST_TABS = 200;
const MOST_COPIES = 500;

const EntryId = z.string().min(1).max(100);
const Pages = { first: z.int().positive(), last: z.int().positive() };
const Named = z.object({ record: RecordId, title: z.string() });

const IssueLine = z.object({
  id: z.string(),
  name: z.string(),
  on: CalendarDate,
  by: Named.optional(),
  papers: z.int(),
  pages: z.int(),
});

/** A paper of a book, with what has to be known before the book is issued, and what became of it since an issue. */
const BookPaperLine = z.object({
  entry: z.string(),
  order: z.string(),
  paper: RecordId,
  tab: z.string().optional(),
  annexes: z.boolean(),
  title: z.string(),
  number: z.string(),
  label: Label.optional(),
  due: CalendarDate.optional(),
  /** How many files it has. */
  files: z.int(),
  notReady: z.array(z.enum(NOT_READY)),
  change: z.enum(['added', 'changed', 'moved', 'same']),
  /** What the issue had of it, and what it is now, as `readVersion` names versions. */
  had: z.string().optional(),
  now: z.string().optional(),
  /** Its pages in that issue. */
  pages: z.object(Pages).optional(),
});

const Book = z.object({
  dossier: RecordId,
  title: z.string(),
  book: BookAccess,
  language: z.enum(['en', 'fr']),
  label: Label,
  meeting: Named.optional(),
  conflicted: z.boolean(),
  deleted: z.boolean(),
  /** Whether this seat's organisation made it, and puts it in order. */
  isOwn: z.boolean(),
  /** Whether this seat issues books and numbers their copies. */
  mayIssue: z.boolean(),
  papers: z.array(BookPaperLine),
  tabs: z.array(z.object({ id: z.string(), order: z.string(), name: z.string() })),
  issues: z.array(IssueLine),
  /** The issue that it is compared with. */
  since: z.string().optional(),
  withdrawn: z.array(z.object({ paper: RecordId, title: z.string(), had: z.string().optional(), ...Pages })),
  copies: z.array(
    z.object({
      id: z.string(),
      party: RecordId,
      name: z.string(),
      kind: z.string(),
      number: z.int().positive().optional(),
      doNotName: z.boolean(),
    }),
  ),
});

const PRINT_ERRORS = ['record.missing', 'release.withheld', ...MAKING_ERRORS] as const;
const CHANGE_ERRORS = ['record.missing', 'record.conflict', 'record.invalid', 'dossier.bySecretariat'] as const;

export const dossiersCalls = {
  /** The books of a meeting, closed ones first. */
  list: call(
    z.object({ meeting: RecordId }),
    z.array(
      z.object({
        dossier: RecordId,
        title: z.string(),
        book: BookAccess,
        label: Label,
        conflicted: z.boolean(),
        papers: z.int(),
        notReady: z.int(),
        issue: IssueLine.optional(),
        /** How many papers were added, changed or withdrawn since. */
        changes: z.int(),
      }),
    ),
    ['record.missing'],
  ),
  /** A book as it stands, beside its last issue or the one of `since`. */
  read: call(z.object({ dossier: RecordId, since: z.string().optional() }), Book, ['record.missing']),
  /** A new book with the meeting's papers in the order of its agenda; or as another one is. */
  make: call(
    z.object({
      meeting: RecordId,
      book: BookAccess,
      title: z.string().trim().min(1).max(300),
      language: z.enum(['en', 'fr']),
      tabs: z.enum(['items', 'sessions', 'none']),
      like: RecordId.optional(),
    }),
    z.object({ dossier: RecordId }),
    CHANGE_ERRORS,
  ),
  /** Puts a book in this order. A paper that may not go to those whom an open book is for is not put in. */
  arrange: call(
    z.object({
      dossier: RecordId,
      papers: z
        .array(
          z.object({
            id: EntryId,
            order: Order,
            paper: RecordId,
            tab: EntryId.optional(),
            annexes: z.boolean().optional(),
          }),
        )
        .max(MOST_PAPERS),
      tabs: z.array(z.object({ id: EntryId, order: Order, name: z.string().max(300) })).max(MOST_TABS),
    }),
    NOTHING,
    [...CHANGE_ERRORS, 'dossier.closedPaper', 'dossier.issuesStand'],
  ),
  /** Who gets a copy, and with which number. */
  giveCopies: call(
    z.object({
      dossier: RecordId,
      copies: z
        .array(z.object({ id: EntryId, party: RecordId, number: z.int().positive().max(9999).optional() }))
        .max(MOST_COPIES),
    }),
    NOTHING,
    [...CHANGE_ERRORS, 'dossier.numberTwice'],
  ),
  /** On which pages each paper would stand, were the book printed now. */
  measure: call(
    jobInput({ dossier: RecordId }),
    z.object({ pages: z.int(), papers: z.array(z.object({ paper: RecordId, ...Pages })) }),
    PRINT_ERRORS,
  ),
  /** Issues a book: notes what it holds, in which version and on which pages. It stays so for ever. */
  issue: call(
    jobInput({ dossier: RecordId, name: z.string().trim().min(1).max(100) }),
    z.object({ issue: z.string(), pages: z.int() }),
    [...PRINT_ERRORS, 'record.conflict', 'dossier.bySecretariat', 'dossier.empty', 'dossier.notReady'],
  ),
  /** Prints one book for each of these copies into a folder, as the gate lets its recipient have it. */
  printCopies: call(
    jobInput({
      dossier: RecordId,
      copies: z.array(EntryId).min(1).max(MOST_COPIES),
      folder: z.string(),
      options: PrintOptions.optional(),
    }),
    z.object({ files: z.array(z.object({ copy: z.string(), file: z.string(), pages: z.int() })) }),
    [...PRINT_ERRORS, 'file.exists', 'file.unwritable'],
  ),
};
