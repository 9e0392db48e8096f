import { z } from 'zod';
import { CalendarDate, Order } from '../meetings/kinds.ts';
import { RecordId } from '../records/ids.ts';
import { COMMUNITY, keyedList, MEMBERS, type RecordKind, scalar } from '../records/kind.ts';
import { text } from '../records/text.ts';

/** Whom a book is for: the closed sessions, or the open one. */
export const BookAccess = z.enum(['closed', 'open']);
export type BookAccess = z.infer<typeof BookAccess>;

/** A paper's place in the book. `annexes`: its files that can be bound in are. */
export const BookPaper = z.looseObject({
  id: z.string(),
  order: Order,
  paper: RecordId,
  tab: z.string().optional(),
  annexes: z.boolean().optional(),
});

/** A tab, behind which papers stand. */
export const BookTab = z.looseObject({ id: z.string(), order: Order, name: z.string() });

/**
 * What an issue held of one paper: the shared revision that it had, and its pages in the book. No words of it: these are in the
 * revision, go where the paper goes, and are gone when that is purged.
 */
export const IssuedPaper = z.object({
  paper: RecordId,
  /** Absent where that is not told: then it is as it was. */
  version: z.string().optional(),
  first: z.int().positive(),
  last: z.int().positive(),
});
export type IssuedPaper = z.infer<typeof IssuedPaper>;

/** The book as it was given out on a day. */
export const BookIssue = z.looseObject({
  id: z.string(),
  order: Order,
  name: z.string(),
  on: CalendarDate,
  by: RecordId.optional(),
  contents: z.array(IssuedPaper),
});

/** Who gets a printed copy, with its number. */
export const BookCopy = z.looseObject({
  id: z.string(),
  order: Order,
  party: RecordId,
  number: z.int().positive().optional(),
});

/**
 * A dossier: the papers of a meeting in the order in which they are read and bound (¶19). One record is one book. A member's
 * book is the closed one as the gate lets that member have it; the open book goes to invited bodies. What was issued, and
 * who has which copy, is for members alone.
 */
export const dossier: RecordKind = {
  name: 'dossier',
  release: COMMUNITY,
  bornPrivate: false,
  fields: {
    meeting: scalar(RecordId, COMMUNITY, { link: true }),
    title: scalar(z.string(), COMMUNITY, { search: true }),
    book: scalar(BookAccess, COMMUNITY, { asks: true }),
    /** Of the book's own words. */
    language: scalar(z.enum(['en', 'fr']), COMMUNITY),
    papers: keyedList(z.array(BookPaper), COMMUNITY, {
      order: scalar(Order, COMMUNITY),
      paper: scalar(RecordId, COMMUNITY, { link: true }),
      tab: scalar(z.string(), COMMUNITY, { entryOf: 'tabs' }),
      annexes: scalar(z.boolean(), COMMUNITY),
    }),
    tabs: keyedList(z.array(BookTab), COMMUNITY, {
      order: scalar(Order, COMMUNITY),
      name: scalar(z.string(), COMMUNITY, { search: true }),
    }),
    /** An issue stands as it was made. */
    issues: keyedList(z.array(BookIssue), MEMBERS, {
      order: scalar(Order, MEMBERS),
      name: scalar(z.string(), MEMBERS, { search: true }),
      on: scalar(CalendarDate, MEMBERS),
      by: scalar(RecordId, MEMBERS, { link: true, aside: true }),
      contents: scalar(z.array(IssuedPaper), MEMBERS),
    }),
    /** Only the Secretariat's seat gives numbers. */
    copies: keyedList(z.array(BookCopy), MEMBERS, {
      order: scalar(Order, MEMBERS),
      party: scalar(RecordId, MEMBERS, { link: true }),
      number: scalar(z.int().positive(), MEMBERS),
    }),
  },
  title: (body) => text(body.title),
};
