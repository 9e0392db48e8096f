import { z } from 'zod';
import { Order } from '../meetings/kinds.ts';
import { RecordId } from '../records/ids.ts';
import { keyedList, MEMBERS, type RecordKind, scalar, set } from '../records/kind.ts';
import { Minute } from '../records/revision.ts';
import { text } from '../records/text.ts';

/** How something is adopted: in the room, or in writing, where nobody objects until a moment. */
export const AdoptionWay = z.enum(['inRoom', 'silence']);
export type AdoptionWay = z.infer<typeof AdoptionWay>;

/** What became of it. Extended: it goes on until another moment. None while nothing was recorded: no clock adopts. */
export const AdoptionResult = z.enum([
  'adopted',
  'adoptedAsAmended',
  'adoptedWithReservations',
  'notAdopted',
  'extended',
  'withdrawn',
]);
export type AdoptionResult = z.infer<typeof AdoptionResult>;

/** What one member says to an adoption. */
export const AnswerSays = z.enum(['noObjection', 'objection', 'amendment', 'reservation', 'question']);
export type AnswerSays = z.infer<typeof AnswerSays>;

/** Something as it was put up: its digest tells a later change, its words are those that members agreed to. */
export const PutUp = z.looseObject({
  id: z.string(),
  order: Order,
  record: RecordId,
  title: z.string(),
  digest: z.string(),
  /** Where its text is one of plain words; a paper's is in its versions. */
  words: z.string(),
});

/** A move of the deadline. */
export const Extension = z.looseObject({
  id: z.string(),
  order: Order,
  from: Minute,
  on: Minute,
  reason: z.string(),
});

/**
 * What is put up for adoption, how and until when, and what became of it. Put up by the Secretariat alone; its result is
 * recorded by whoever chairs or by the Secretariat, never by a clock (`domain/adoption/authority.ts`).
 */
export const adoption: RecordKind = {
  name: 'adoption',
  release: MEMBERS,
  bornPrivate: false,
  fields: {
    meeting: scalar(RecordId, MEMBERS, { link: true }),
    title: scalar(z.string(), MEMBERS, { search: true }),
    way: scalar(AdoptionWay, MEMBERS, { asks: true }),
    put: keyedList(z.array(PutUp), MEMBERS, {
      order: scalar(Order, MEMBERS),
      record: scalar(RecordId, MEMBERS, { link: true }),
      title: scalar(z.string(), MEMBERS, { search: true }),
      digest: scalar(z.string(), MEMBERS),
      words: scalar(z.string(), MEMBERS, { search: true, asks: true }),
    }),
    /** The members who are asked. */
    asked: set(z.array(RecordId), MEMBERS, { link: true }),
    /** What members are told with it. */
    text: scalar(z.string(), MEMBERS, { search: true }),
    opened: scalar(Minute, MEMBERS),
    deadline: scalar(Minute, MEMBERS, { asks: true }),
    /** The zone in which the deadline was set, that of the meeting. */
    zone: scalar(z.string(), MEMBERS),
    extensions: keyedList(z.array(Extension), MEMBERS, {
      order: scalar(Order, MEMBERS),
      from: scalar(Minute, MEMBERS),
      on: scalar(Minute, MEMBERS),
      reason: scalar(z.string(), MEMBERS, { search: true }),
    }),
    /** Who chairs: a person or the member whose seats do. */
    chair: scalar(RecordId, MEMBERS, { link: true, asks: true }),
    result: scalar(AdoptionResult, MEMBERS, { asks: true }),
    resultOn: scalar(Minute, MEMBERS, { asks: true }),
    resultBy: scalar(RecordId, MEMBERS, { link: true, asks: true }),
    /** Recorded by the Secretariat: how the chair said so. */
    instruction: scalar(z.string(), MEMBERS, { search: true }),
    remark: scalar(z.string(), MEMBERS, { search: true }),
    /** Who had said nothing, and was not known to have it, when the result was recorded. */
    unreached: set(z.array(RecordId), MEMBERS, { link: true }),
  },
  title: (body) => text(body.title),
};

/**
 * One member's answer to one adoption: that member's own seats write it, or the Secretariat on its behalf, saying how it
 * was told (`domain/adoption/authority.ts`).
 */
export const answer: RecordKind = {
  name: 'answer',
  release: MEMBERS,
  bornPrivate: false,
  fields: {
    adoption: scalar(RecordId, MEMBERS, { link: true }),
    organisation: scalar(RecordId, MEMBERS, { link: true }),
    says: scalar(AnswerSays, MEMBERS, { asks: true }),
    /** The words that are proposed instead, or that are to be recorded. */
    words: scalar(z.string(), MEMBERS, { search: true, asks: true }),
    text: scalar(z.string(), MEMBERS, { search: true }),
    /** Given on the member's behalf: how it was told, "by telephone, its head of delegation, 14:10". */
    onBehalf: scalar(z.string(), MEMBERS, { search: true }),
  },
  title: (body) => `Answer: ${text(body.says)}`,
  naturalKey: ({ adoption: put, organisation }) =>
    text(put) === '' || text(organisation) === '' ? undefined : `${text(put)} ${text(organisation)}`,
};
