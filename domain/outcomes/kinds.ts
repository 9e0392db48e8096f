import { z } from 'zod';
import { CalendarDate, Order } from '../meetings/kinds.ts';
import { Anchor } from '../papers/kinds.ts';
import { RecordId } from '../records/ids.ts';
import type { JsonObject } from '../records/json.ts';
import { type FieldRule, keyedList, MEMBERS, type RecordKind, scalar, set } from '../records/kind.ts';
import { text } from '../records/text.ts';

/** What a meeting comes to: decisions, actions, recommendations. */
export const OUTCOME_KINDS = ['decision', 'action', 'recommendation'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

export const isOutcome = (kind: string): kind is OutcomeKind => OUTCOME_KINDS.some((one) => one === kind);

/** How far what was put before the board is. */
export const ProposalState = z.enum(['proposed', 'adopted', 'notAdopted', 'withdrawn']);
export const ActionState = z.enum(['open', 'done', 'dropped']);
/** What governments are asked to do: one of the ways named in ¶18. */
export const RecommendationType = z.enum([
  'policy',
  'sanction',
  'assistance',
  'deployment',
  'igoResolution',
  'leadersItem',
]);

/** Where it comes from. What is marked in minutes quotes them, and goes only where they and its item may go. */
const ORIGIN: Readonly<Record<string, FieldRule>> = {
  meeting: scalar(RecordId, MEMBERS, { link: true }),
  item: scalar(RecordId, MEMBERS, { link: true }),
  /** The minutes in which it is marked. */
  minutes: scalar(RecordId, MEMBERS, { link: true }),
  /** The marked words, with what stands around them: found again when the minutes are edited. */
  anchor: scalar(Anchor, MEMBERS),
  /** `CB/8/D1`, `CB/8/A1`, `CB/8/R1`. Only the Secretariat's seat gives numbers. */
  number: scalar(z.string(), MEMBERS, { search: true, asks: true }),
};

const FIRST_WORDS = 80;

function titleOf(body: JsonObject): string {
  const words = text(body.title) || text(body.text);
  const short = words.length <= FIRST_WORDS ? words : `${words.slice(0, FIRST_WORDS).trimEnd()}…`;
  return [text(body.number), short].filter(Boolean).join(' ');
}

/** What the board decides. The choice of the country for the next deep-dive is one, with its candidates (¶5). */
export const decision: RecordKind = {
  name: 'decision',
  release: MEMBERS,
  bornPrivate: false,
  fields: {
    ...ORIGIN,
    title: scalar(z.string(), MEMBERS, { search: true }),
    text: scalar(z.string(), MEMBERS, { search: true, asks: true }),
    state: scalar(ProposalState, MEMBERS, { asks: true }),
    /** Among what is chosen: a country or subject in words, or a record; why; and whether it was chosen. */
    candidates: keyedList(
      z.array(
        z.looseObject({
          id: z.string(),
          order: Order,
          subject: z.string(),
          about: RecordId.optional(),
          grounds: z.string(),
          chosen: z.boolean(),
        }),
      ),
      MEMBERS,
      {
        order: scalar(Order, MEMBERS),
        subject: scalar(z.string(), MEMBERS, { search: true, tellsOf: 'about' }),
        about: scalar(RecordId, MEMBERS, { link: true }),
        grounds: scalar(z.string(), MEMBERS, { search: true, tellsOf: 'about' }),
        chosen: scalar(z.boolean(), MEMBERS, { asks: true }),
      },
    ),
  },
  title: titleOf,
};

/** What somebody is to do until a day (¶19). */
export const action: RecordKind = {
  name: 'action',
  release: MEMBERS,
  bornPrivate: false,
  fields: {
    ...ORIGIN,
    text: scalar(z.string(), MEMBERS, { search: true, asks: true }),
    /** Who sees to it: an organisation, or a person. */
    lead: scalar(RecordId, MEMBERS, { link: true, asks: true }),
    due: scalar(CalendarDate, MEMBERS, { asks: true }),
    state: scalar(ActionState, MEMBERS, { asks: true }),
    /** Why it is done or dropped, in a word. */
    why: scalar(z.string(), MEMBERS, { search: true }),
    /** The action that this one goes on with. */
    continues: scalar(RecordId, MEMBERS, { link: true }),
  },
  title: titleOf,
};

/** What the board recommends to governments and bodies that can act (¶18). */
export const recommendation: RecordKind = {
  name: 'recommendation',
  release: MEMBERS,
  bornPrivate: false,
  fields: {
    ...ORIGIN,
    text: scalar(z.string(), MEMBERS, { search: true, asks: true }),
    type: scalar(RecommendationType, MEMBERS, { asks: true }),
    /** The governments and bodies that can act. */
    addressees: set(z.array(RecordId), MEMBERS, { link: true }),
    /** Who follows up. */
    lead: scalar(RecordId, MEMBERS, { link: true, asks: true }),
    due: scalar(CalendarDate, MEMBERS, { asks: true }),
    state: scalar(ProposalState, MEMBERS, { asks: true }),
  },
  title: titleOf,
};
