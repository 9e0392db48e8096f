import { z } from 'zod';
import { CalendarDate, Order } from '../meetings/kinds.ts';
import { RecordId } from '../records/ids.ts';
import { keyedList, MEMBERS, type RecordKind, scalar } from '../records/kind.ts';
import { Minute } from '../records/revision.ts';
import { text } from '../records/text.ts';

/** What a ministry says to a line, and what the delegation settles. */
export const LinePosition = z.enum(['agree', 'agreeWithChanges', 'disagree', 'noView']);
export type LinePosition = z.infer<typeof LinePosition>;

/** Lines of an inquiry at most: their numbers stand in the marks of its form. */
export const MOST_LINES = 300;

/** A ministry that is asked. It is a name here, and no record: who is in a State's ministries is no matter of the network. */
export const Ministry = z.looseObject({
  id: z.string(),
  order: Order,
  name: z.string(),
  contact: z.string().optional(),
});

/** A point that ministries answer, and what the delegation settled of it, with who settled it. */
export const InquiryLine = z.looseObject({
  id: z.string(),
  order: Order,
  /** In the marks of the form: it stays whatever the order becomes. */
  number: z.int().positive().max(MOST_LINES).optional(),
  point: z.string(),
  /** The record that the point is of. */
  source: RecordId.optional(),
  by: CalendarDate.optional(),
  /** The one ministry that is asked; all, where it is not there. */
  only: z.string().optional(),
  position: LinePosition.optional(),
  words: z.string().optional(),
  settledBy: RecordId.optional(),
  settledOn: CalendarDate.optional(),
});

/**
 * What a delegation asks the ministries of its own State, line by line, and the national position that it settles. Born for
 * its organisation, and never leaves it, whatever its mark.
 */
export const inquiry: RecordKind = {
  name: 'inquiry',
  release: MEMBERS,
  bornPrivate: false,
  bornStrict: true,
  withinOrganisation: true,
  fields: {
    title: scalar(z.string(), MEMBERS, { search: true }),
    /** The paper, the adoption or the recommendation that is asked about. */
    about: scalar(RecordId, MEMBERS, { link: true }),
    by: scalar(CalendarDate, MEMBERS, { asks: true }),
    ministries: keyedList(z.array(Ministry), MEMBERS, {
      order: scalar(Order, MEMBERS),
      name: scalar(z.string(), MEMBERS, { search: true }),
      contact: scalar(z.string(), MEMBERS),
    }),
    lines: keyedList(z.array(InquiryLine), MEMBERS, {
      order: scalar(Order, MEMBERS),
      number: scalar(z.int().positive().max(MOST_LINES), MEMBERS),
      point: scalar(z.string(), MEMBERS, { search: true }),
      source: scalar(RecordId, MEMBERS, { link: true, aside: true }),
      by: scalar(CalendarDate, MEMBERS),
      only: scalar(z.string(), MEMBERS),
      position: scalar(LinePosition, MEMBERS, { asks: true }),
      words: scalar(z.string(), MEMBERS, { search: true, asks: true }),
      settledBy: scalar(RecordId, MEMBERS, { link: true, aside: true }),
      settledOn: scalar(CalendarDate, MEMBERS),
    }),
    /** The paper that was made of what was settled. */
    paper: scalar(RecordId, MEMBERS, { link: true }),
  },
  title: (body) => text(body.title),
};

/** A file of a ministry as it came. */
export const Receipt = z.looseObject({
  id: z.string(),
  order: Order,
  on: Minute,
  /** SHA-256 of the file. */
  digest: z.string(),
  file: z.string(),
  contact: z.string().optional(),
  /** The day that the ministry wrote on it, as it wrote it. */
  dated: z.string().optional(),
});

/** What a file said to a line. */
export const SaidToLine = z.looseObject({
  id: z.string(),
  order: Order,
  receipt: z.string(),
  line: z.string(),
  position: LinePosition.optional(),
  comment: z.string(),
});

/**
 * What a ministry answered: every file of it, one after the other, and what each said. A later file adds; nothing is
 * overwritten. Never leaves the organisation, whatever its mark.
 */
export const ministryAnswer: RecordKind = {
  name: 'ministryAnswer',
  release: MEMBERS,
  bornPrivate: false,
  bornStrict: true,
  withinOrganisation: true,
  fields: {
    inquiry: scalar(RecordId, MEMBERS, { link: true }),
    /** An entry of the inquiry's ministries. */
    ministry: scalar(z.string(), MEMBERS),
    name: scalar(z.string(), MEMBERS, { search: true }),
    received: keyedList(z.array(Receipt), MEMBERS, {
      order: scalar(Order, MEMBERS),
      on: scalar(Minute, MEMBERS),
      digest: scalar(z.string(), MEMBERS),
      file: scalar(z.string(), MEMBERS),
      contact: scalar(z.string(), MEMBERS, { search: true }),
      dated: scalar(z.string(), MEMBERS),
    }),
    answers: keyedList(z.array(SaidToLine), MEMBERS, {
      order: scalar(Order, MEMBERS),
      receipt: scalar(z.string(), MEMBERS),
      line: scalar(z.string(), MEMBERS),
      position: scalar(LinePosition, MEMBERS),
      comment: scalar(z.string(), MEMBERS, { search: true }),
    }),
  },
  title: (body) => text(body.name),
  naturalKey: ({ inquiry: of, ministry }) =>
    text(of) === '' || text(ministry) === '' ? undefined : `${text(of)} ${text(ministry)}`,
};
