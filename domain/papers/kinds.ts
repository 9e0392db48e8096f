import { z } from 'zod';
import { CalendarDate, Order } from '../meetings/kinds.ts';
import { RecordId, RevisionId } from '../records/ids.ts';
import {
  ALL,
  COMMUNITY,
  GUESTS,
  keyedList,
  MEMBERS,
  type RecordKind,
  type ReleaseRule,
  richText,
  SELF,
  scalar,
  set,
} from '../records/kind.ts';
import { objects, text } from '../records/text.ts';
import { RichText } from './richText.ts';

export const PaperType = z.enum([
  'deepDive',
  'update',
  'economicReview',
  'accountabilityReview',
  'researchPaper',
  'policyBrief',
  'csoInput',
  'nationalPosition',
  'openBriefing',
  'minutes',
  'note',
  'annex',
]);
/** Where a text comes from that nobody on the board wrote. Absent for all others. */
export const Provenance = z.enum(['outside', 'verified']);
export type Provenance = z.infer<typeof Provenance>;
/** How it came: on our form, as a letter in a file, or as a message of which the words were taken. */
export const ReceivedWay = z.enum(['form', 'letter', 'message']);
export const PaperStatus = z.enum(['commissioned', 'drafting', 'submitted', 'cleared', 'issued', 'withdrawn']);
/** What somebody who clears a paper said of it. Absent while they have said nothing. */
export const ClearanceState = z.enum(['cleared', 'returned']);

/** Files by name and digest, with how far they go. */
const attachmentsFor = (reach: ReleaseRule) =>
  keyedList(
    z.array(
      z.looseObject({
        id: z.string(),
        order: Order,
        name: z.string(),
        mediaType: z.string(),
        size: z.int().nonnegative(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    ),
    reach,
    {
      order: scalar(Order, reach),
      name: scalar(z.string(), reach, { search: true }),
      mediaType: scalar(z.string(), reach),
      size: scalar(z.int(), reach),
      sha256: scalar(z.string(), reach),
    },
  );

/** Whose seat noted something. */
const ASIDE = { link: true, aside: true } as const;
/** In a step of clearance: of no use to those for whom its person appears under another name, and not told to them. */
const OF_WHO_CLEARS = { tellsOf: 'person' } as const;

/** A paper for a meeting: deep-dive, update, review, brief, annex (¶5–9). */
export const paper: RecordKind = {
  name: 'paper',
  release: ALL,
  bornPrivate: false,
  fields: {
    meeting: scalar(RecordId, COMMUNITY, { link: true }),
    /** Document symbol: `CB/8/4`. Only the Secretariat's seat gives numbers. */
    number: scalar(z.string(), MEMBERS, { search: true, asks: true }),
    /** Symbol in the open series: `CB/8/O1`. */
    openNumber: scalar(z.string(), ALL, { search: true, asks: true }),
    title: scalar(z.string(), ALL, { search: true }),
    type: scalar(PaperType, ALL),
    status: scalar(PaperStatus, MEMBERS, { asks: true }),
    language: scalar(z.enum(['en', 'fr']), ALL),
    /** The organisations it comes from. */
    from: set(z.array(RecordId), ALL, { link: true, attribution: 'author' }),
    /** The paper this one is an annex of. */
    annexOf: scalar(RecordId, ALL, { link: true }),
    /** It came from outside, and whether somebody has verified that it comes from where it says. Whoever gets it sees this. */
    provenance: scalar(Provenance, ALL, { asks: true }),
    /** When and how it came; `digest`: SHA-256 of what came. */
    received: scalar(
      z.object({ on: CalendarDate, way: ReceivedWay, digest: z.string().regex(/^[0-9a-f]{64}$/) }),
      MEMBERS,
    ),
    /** Why it counts as verified: how somebody made sure. */
    verification: scalar(z.object({ on: CalendarDate, reason: z.string() }), MEMBERS, { asks: true }),
    verifiedBy: scalar(RecordId, MEMBERS, { link: true, asks: true }),
    purpose: scalar(z.string(), COMMUNITY, { search: true }),
    due: scalar(CalendarDate, GUESTS, { asks: true, saidTo: 'commissionedFrom' }),
    /** Who asked for it, whom, when, and what they were asked: what the paper is for stands in `purpose`. */
    commissionedBy: scalar(RecordId, MEMBERS, { link: true }),
    commissionedFrom: set(z.array(RecordId), MEMBERS, { link: true, attribution: 'author' }),
    commissionedOn: scalar(CalendarDate, MEMBERS),
    request: scalar(z.string(), GUESTS, { search: true, saidTo: 'commissionedFrom' }),
    /** Each change of status: what it was before, what it became, by whom, when, and where one is asked for, why. */
    course: keyedList(
      z.array(
        z.looseObject({
          id: z.string(),
          order: Order,
          was: PaperStatus.optional(),
          status: PaperStatus,
          on: CalendarDate,
          by: RecordId.optional(),
          reason: z.string().optional(),
        }),
      ),
      MEMBERS,
      {
        order: scalar(Order, MEMBERS),
        was: scalar(PaperStatus, MEMBERS),
        status: scalar(PaperStatus, MEMBERS),
        on: scalar(CalendarDate, MEMBERS),
        by: scalar(RecordId, MEMBERS, ASIDE),
        reason: scalar(z.string(), MEMBERS, { search: true }),
      },
    ),
    /**
     * Who looks at it before it is issued, one after the other, at what, and until when. `seen`: the digest of what the
     * paper said when they did (`clearance.ts`); `version`: the shared revision that said it; `by`: whose seat noted it.
     */
    clearance: keyedList(
      z.array(
        z.looseObject({
          id: z.string(),
          order: Order,
          person: RecordId,
          looksAt: z.string().optional(),
          until: CalendarDate.optional(),
          state: ClearanceState.optional(),
          on: CalendarDate.optional(),
          by: RecordId.optional(),
          reason: z.string().optional(),
          seen: z.string().optional(),
          version: RevisionId.optional(),
        }),
      ),
      MEMBERS,
      {
        order: scalar(Order, MEMBERS),
        person: scalar(RecordId, MEMBERS, { link: true }),
        looksAt: scalar(z.string(), MEMBERS, OF_WHO_CLEARS),
        until: scalar(CalendarDate, MEMBERS, OF_WHO_CLEARS),
        state: scalar(ClearanceState, MEMBERS, { ...OF_WHO_CLEARS, asks: true }),
        on: scalar(CalendarDate, MEMBERS, OF_WHO_CLEARS),
        by: scalar(RecordId, MEMBERS, ASIDE),
        reason: scalar(z.string(), MEMBERS, { ...OF_WHO_CLEARS, search: true }),
        seen: scalar(z.string(), MEMBERS, OF_WHO_CLEARS),
        version: scalar(RevisionId, MEMBERS, OF_WHO_CLEARS),
      },
    ),
    /**
     * Its issues. `version`: the shared revision that an issue stands for, which says for ever what was issued. Those
     * outside learn the name and the day of the last.
     */
    issues: keyedList(
      z.array(
        z.looseObject({
          id: z.string(),
          order: Order,
          name: z.string(),
          on: CalendarDate,
          by: RecordId.optional(),
          version: RevisionId.optional(),
        }),
      ),
      COMMUNITY,
      {
        order: scalar(Order, COMMUNITY),
        name: scalar(z.string(), COMMUNITY),
        on: scalar(CalendarDate, COMMUNITY),
        by: scalar(RecordId, MEMBERS, ASIDE),
        version: scalar(RevisionId, MEMBERS),
      },
      { lastOutside: true },
    ),
    /** When whoever writes it was reminded, and by whom. */
    reminders: keyedList(
      z.array(z.looseObject({ id: z.string(), order: Order, on: CalendarDate, by: RecordId.optional() })),
      MEMBERS,
      {
        order: scalar(Order, MEMBERS),
        on: scalar(CalendarDate, MEMBERS),
        by: scalar(RecordId, MEMBERS, ASIDE),
      },
    ),
    /** What the board is asked to do, point by point. */
    asks: keyedList(z.array(z.looseObject({ id: z.string(), order: Order, text: z.string() })), COMMUNITY, {
      order: scalar(Order, COMMUNITY),
      text: scalar(z.string(), COMMUNITY, { search: true, asks: true }),
    }),
    body: richText(RichText, ALL, { search: true }),
    attachments: attachmentsFor(COMMUNITY),
  },
  approval: {
    field: 'status',
    value: 'issued',
    // What says that it was issued before there were versions to lead to stands for nothing.
    stands: (body) => objects(body.issues).some(({ version = null }) => text(version) !== ''),
    reopenings: 'course',
    opens: ({ was = null }) => was === 'issued',
    refusals: { standing: 'paper.issued', bySecretariat: 'paper.bySecretariat' },
  },
  title: (body) => [text(body.number), text(body.title)].filter(Boolean).join(' '),
};

/** A stricter paragraph or file of a paper: a record of its own, found through the placeholder in the paper. */
export const portion: RecordKind = {
  name: 'portion',
  release: MEMBERS,
  bornPrivate: false,
  fields: {
    paper: scalar(RecordId, MEMBERS, { link: true }),
    /** The random id that the paper's `portion` block carries. */
    placeholder: scalar(z.uuid(), MEMBERS),
    body: richText(RichText, MEMBERS, { search: true }),
    /** Files that were set apart from the paper's. */
    attachments: attachmentsFor(MEMBERS),
  },
  title: () => 'Portion',
};

/**
 * What leads from a redacted version to the paper that it was made of, and what was blacked out in it. Its own record,
 * since only they may have it who may have those words.
 */
export const redaction: RecordKind = {
  name: 'redaction',
  release: MEMBERS,
  bornPrivate: false,
  bornStrict: true,
  fields: {
    /** The paper that the version was made of. */
    paper: scalar(RecordId, MEMBERS, { link: true }),
    /** The redacted version, a paper of its own. */
    version: scalar(RecordId, MEMBERS, { link: true }),
    /** The digest of what the paper said: it differs once the version may be out of date. */
    digest: scalar(z.string(), MEMBERS),
    /** What was blacked out, and why. Not searched: a redacted version is found by its own words only. */
    passages: keyedList(
      z.array(z.looseObject({ id: z.string(), order: Order, words: z.string(), reason: z.string() })),
      MEMBERS,
      {
        order: scalar(Order, MEMBERS),
        words: scalar(z.string(), MEMBERS),
        reason: scalar(z.string(), MEMBERS),
      },
    ),
  },
  title: () => 'Redaction',
};

const Words = z.object({ block: z.string(), quote: z.string(), before: z.string(), after: z.string() });

/**
 * Where in a text a note belongs: by block, else by its words, else by what stands around them. `last`: the end of words
 * that go over several blocks. `only`: the words stood nowhere else in the text when they were noted.
 */
export const Anchor = z.object({ ...Words.shape, last: Words.optional(), only: z.boolean().optional() });

/** A private note on a record. It never leaves the installation but in a backup. */
export const annotation: RecordKind = {
  name: 'annotation',
  release: SELF,
  bornPrivate: true,
  fields: {
    record: scalar(RecordId, SELF, { link: true }),
    anchor: scalar(Anchor, SELF),
    text: scalar(z.string(), SELF, { search: true }),
  },
  title: (body) => text(body.text).slice(0, 80),
};

/** A shared, marked comment on a record. */
export const comment: RecordKind = {
  name: 'comment',
  release: MEMBERS,
  bornPrivate: false,
  fields: {
    record: scalar(RecordId, MEMBERS, { link: true }),
    anchor: scalar(Anchor, MEMBERS),
    text: scalar(z.string(), MEMBERS, { search: true }),
    replyTo: scalar(RecordId, MEMBERS, { link: true }),
    resolved: scalar(z.boolean(), MEMBERS),
  },
  title: (body) => text(body.text).slice(0, 80),
};
