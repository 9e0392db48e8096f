import { z } from 'zod';
import { CalendarDate } from '../meetings/kinds.ts';
import { RecordId } from '../records/ids.ts';
import { MEMBERS, type RecordKind, scalar, set } from '../records/kind.ts';
import { text } from '../records/text.ts';

/** What the board agreed to say, and in which words: public lines, and the terms that papers keep to. */
export const WORDING_KINDS = ['publicLine', 'term'] as const;

export const isWording = (kind: string): boolean => WORDING_KINDS.some((one) => one === kind);

export const LineStatus = z.enum(['draft', 'agreed', 'superseded']);
export type LineStatus = z.infer<typeof LineStatus>;
/** In which papers a term is kept to: in all of them, or in those that go to an open session. */
export const TermScope = z.enum(['everywhere', 'open']);
export type TermScope = z.infer<typeof TermScope>;

/** What every member says in public of a country or a theme, in the same words, until another line is agreed (002 ¶9). */
export const publicLine: RecordKind = {
  name: 'publicLine',
  release: MEMBERS,
  bornPrivate: false,
  fields: {
    /** The country or theme, as it is called. */
    subject: scalar(z.string(), MEMBERS, { search: true, asks: true }),
    /** The State or body that it is about, where it is about one. */
    about: scalar(RecordId, MEMBERS, { link: true }),
    status: scalar(LineStatus, MEMBERS, { asks: true }),
    textEn: scalar(z.string(), MEMBERS, { search: true, asks: true }),
    textFr: scalar(z.string(), MEMBERS, { search: true, asks: true }),
    agreedOn: scalar(CalendarDate, MEMBERS, { asks: true }),
    /** Where it was agreed. */
    meeting: scalar(RecordId, MEMBERS, { link: true, asks: true }),
    decision: scalar(RecordId, MEMBERS, { link: true, asks: true }),
    /** The last day on which it holds. */
    until: scalar(CalendarDate, MEMBERS, { asks: true }),
  },
  title: (body) => text(body.subject),
};

/** A term of the board's own: what is written, instead of what, and why. */
export const term: RecordKind = {
  name: 'term',
  release: MEMBERS,
  bornPrivate: false,
  fields: {
    use: scalar(z.string(), MEMBERS, { search: true, asks: true }),
    /** What is not written. */
    instead: set(z.array(z.string()), MEMBERS, { search: true }),
    language: scalar(z.enum(['en', 'fr']), MEMBERS),
    why: scalar(z.string(), MEMBERS, { search: true }),
    scope: scalar(TermScope, MEMBERS, { asks: true }),
  },
  title: (body) => text(body.use),
};
