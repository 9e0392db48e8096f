import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AdoptionResult, AdoptionWay, AnswerSays } from '../../domain/adoption/kinds.ts';
import { Label } from '../../domain/handling/handling.ts';
import { LinePosition } from '../../domain/inquiries/kinds.ts';
import { CueMoment } from '../../domain/meetings/cue.ts';
import { CalendarDate, ItemOutcome, MeetingType, Purpose, WallTime } from '../../domain/meetings/kinds.ts';
import { Capacity } from '../../domain/meetings/participantKind.ts';
import { MinutesStatus } from '../../domain/minutes/kinds.ts';
import { ActionState, OUTCOME_KINDS, ProposalState, RecommendationType } from '../../domain/outcomes/kinds.ts';
import { PaperStatus, PaperType, ReceivedWay } from '../../domain/papers/kinds.ts';
import { Membership, OrganisationType, PersonRole } from '../../domain/people/kinds.ts';
import { Minute } from '../../domain/records/revision.ts';
import { LineStatus, TermScope } from '../../domain/wording/kinds.ts';
import { resourcePath } from '../files/places.ts';

const FOLDER = resourcePath('exercise');

/** An organisation is named by its key in every file: the ISO code of a State, a short code of another body. */
const OrganisationKey = z.string().regex(/^[A-Z]{2,3}$/);

const NetworkFile = z.strictObject({
  network: z.strictObject({
    name: z.string(),
    shortName: z.string(),
    symbol: z.string(),
    secretariat: OrganisationKey,
  }),
  organisations: z.array(
    z.strictObject({
      key: OrganisationKey,
      name: z.string(),
      shortName: z.string(),
      type: OrganisationType,
      membership: Membership,
      city: z.string(),
      zone: z.string(),
    }),
  ),
  persons: z.array(
    z.strictObject({
      name: z.string(),
      organisation: OrganisationKey,
      role: PersonRole,
      function: z.string(),
      portfolios: z.array(z.string()).optional(),
      zone: z.string(),
      /** Named in the open session. */
      open: z.boolean().default(false),
      /** Appears under other names; the record is for the Secretariat alone. */
      anonymity: z.enum(['pseudonym']).optional(),
    }),
  ),
  seats: z.array(
    z.strictObject({ seat: z.string(), person: z.string(), role: z.enum(['secretariat', 'member', 'guest']) }),
  ),
  /** Installations of invented holders, as the network's directory has them when the exercise begins. */
  installations: z.array(
    z.strictObject({
      person: z.string(),
      /** The card has come, and nobody has compared its digits yet. */
      unverified: z.boolean().default(false),
      ends: CalendarDate.optional(),
      /** Who came after the holder. */
      successor: z.string().optional(),
      /** Why it was revoked. */
      revoked: z.string().optional(),
    }),
  ),
});
export type NetworkFile = z.infer<typeof NetworkFile>;

const Speaker = z.strictObject({ party: z.string(), zone: z.string() });
const Item = z.strictObject({
  session: z.string(),
  number: z.int(),
  openNumber: z.string().optional(),
  title: z.string(),
  purpose: Purpose,
  minutes: z.int(),
  leads: z.array(OrganisationKey).default([]),
  leadNote: z.string().optional(),
  papers: z.array(z.string()),
  speakers: z.array(Speaker).default([]),
  outcome: ItemOutcome.optional(),
  /** The minutes of the meeting before are approved at it. */
  approvesMinutes: z.boolean().default(false),
  /** The number of the item of the meeting before that this one goes on with. */
  continues: z.int().optional(),
});
const Break = z.strictObject({ session: z.string(), break: z.string(), minutes: z.int() });

const Issue = z.strictObject({ name: z.string(), on: CalendarDate });

/** Who may read a stricter portion: persons by name, or one organisation. */
const Readers = z.union([
  z.strictObject({ persons: z.array(z.string()) }),
  z.strictObject({ organisation: OrganisationKey }),
]);

const Paper = z.strictObject({
  file: z.string(),
  number: z.string(),
  openNumber: z.string().optional(),
  type: PaperType,
  annexOf: z.string().optional(),
  status: PaperStatus,
  language: z.enum(['en', 'fr']),
  from: z.array(OrganisationKey),
  label: Label,
  due: CalendarDate,
  /** The earliest first. */
  issues: z.array(Issue),
  /** It came from outside, and nobody has verified where from. */
  received: z.strictObject({ on: CalendarDate, way: ReceivedWay }).optional(),
  asks: z.array(z.string()),
  portions: z.array(Readers).default([]),
  attachments: z
    .array(
      z.strictObject({
        file: z.string(),
        name: z.string(),
        mediaType: z.string(),
        /** The stricter portion that it stands in, from 1; unless told, the paper itself. */
        portion: z.int().positive().optional(),
      }),
    )
    .default([]),
});
export type ExercisePaper = z.infer<typeof Paper>;

/** A paper that is asked for and of which nothing is written yet. */
const Commission = z.strictObject({
  title: z.string(),
  type: PaperType,
  status: PaperStatus,
  language: z.enum(['en', 'fr']),
  from: z.array(OrganisationKey),
  label: Label,
  due: CalendarDate,
  /** The number of the closed item that it is for. */
  item: z.int(),
});

const Note = z.strictObject({ paper: z.string(), quote: z.string(), text: z.string() });

/** What a meeting came to, by the number of its item. */
const Outcome = z.strictObject({
  kind: z.enum(OUTCOME_KINDS),
  item: z.int(),
  number: z.string(),
  title: z.string().optional(),
  text: z.string(),
  state: z.union([ProposalState, ActionState]),
  lead: OrganisationKey.optional(),
  due: CalendarDate.optional(),
  why: z.string().optional(),
  type: RecommendationType.optional(),
  addressees: z.array(OrganisationKey).optional(),
  candidates: z.array(z.strictObject({ subject: z.string(), grounds: z.string(), chosen: z.boolean() })).optional(),
});

const Adoption = z.strictObject({
  key: z.string(),
  title: z.string(),
  way: AdoptionWay,
  put: z.array(z.string()),
  asked: z.array(OrganisationKey),
  chair: OrganisationKey,
  opened: Minute,
  deadline: Minute,
  zone: z.string(),
  text: z.string(),
  result: AdoptionResult,
  resultOn: Minute,
  recordedBy: z.string(),
  instruction: z.string(),
  unreached: z.array(OrganisationKey),
  answers: z.array(
    z.strictObject({
      organisation: OrganisationKey,
      says: AnswerSays,
      words: z.string().optional(),
      onBehalf: z.string(),
    }),
  ),
});

const said = {
  moment: CueMoment,
  say: z.string().optional(),
  act: z.string().optional(),
  late: z.string().optional(),
  minutes: z.int().optional(),
};
const Cue = z.union([z.strictObject({ item: z.int(), ...said }), z.strictObject({ session: z.string(), ...said })]);

/** A meeting with its sessions and items, before papers and notes. */
const PlanFile = z.strictObject({
  meeting: z.strictObject({
    title: z.string(),
    type: MeetingType,
    number: z.int(),
    symbol: z.string(),
    starts: CalendarDate,
    ends: CalendarDate,
    venue: z.string(),
    city: z.string(),
    zone: z.string(),
    chair: OrganisationKey,
    coChair: OrganisationKey,
    papersDue: CalendarDate,
    version: z.strictObject({ number: z.int(), on: CalendarDate, replaces: z.int(), replacesOn: CalendarDate }),
    houseRules: z.string(),
  }),
  sessions: z.array(
    z.strictObject({
      key: z.string(),
      day: z.int(),
      starts: WallTime,
      ends: WallTime,
      access: z.enum(['closed', 'open']),
      attendance: z.string(),
      afterwards: z.string().optional(),
    }),
  ),
  items: z.array(z.union([Item, Break])),
  outcomes: z.array(Outcome).default([]),
  adoptions: z.array(Adoption).default([]),
});
export type PlanFile = z.infer<typeof PlanFile>;

/** A seat at the meeting that comes. */
const Person = z.strictObject({
  organisation: OrganisationKey,
  person: z.string().optional(),
  capacity: Capacity,
  alternateFor: z.string().optional(),
  byLink: z.boolean().optional(),
  items: z.array(z.int()).optional(),
  reason: z.string().optional(),
  label: Label,
});

const MeetingFile = PlanFile.extend({
  people: z.array(Person),
  papers: z.array(Paper),
  commissions: z.array(Commission),
  comments: z.array(Note.extend({ resolved: z.boolean() })),
  annotations: z.array(Note),
  /** What the chair says, does, and does if late: of an item, by its number, or around a session. */
  cues: z.array(Cue),
  /** Words of papers in whose place a cross-reference stands; `place`: words of the block that it leads to. */
  references: z.array(
    z.strictObject({ paper: z.string(), words: z.string(), within: z.string(), to: z.string(), place: z.string() }),
  ),
  /** Papers of which a redacted version was made: words that are blacked out wherever they stand, and why. */
  redactions: z.array(z.strictObject({ paper: z.string(), words: z.array(z.string()), reason: z.string() })),
});
export type MeetingFile = z.infer<typeof MeetingFile>;

/** Minutes of items of the meeting before, by closed number; `said`: who speaks, where that may be told. */
const MinutesFile = z.array(
  z.strictObject({
    item: z.int(),
    status: MinutesStatus,
    chathamHouse: z.boolean().default(false),
    blocks: z.array(
      z.union([
        z.strictObject({ heading: z.string() }),
        z.strictObject({ said: OrganisationKey.optional(), text: z.string() }),
      ]),
    ),
  }),
);
export type MinutesFile = z.infer<typeof MinutesFile>;

/** What the Board agreed to say, and the terms that it keeps to. */
const WordingFile = z.strictObject({
  lines: z.array(
    z.strictObject({
      subject: z.string(),
      status: LineStatus,
      textEn: z.string(),
      textFr: z.string(),
      agreedOn: CalendarDate,
      until: CalendarDate,
    }),
  ),
  terms: z.array(
    z.strictObject({
      use: z.string(),
      instead: z.array(z.string()),
      language: z.enum(['en', 'fr']),
      why: z.string(),
      scope: TermScope,
    }),
  ),
});
export type WordingFile = z.infer<typeof WordingFile>;

const SaidByMinistry = z.strictObject({ position: LinePosition, comment: z.string() });

/** An inquiry of a State's ministries about a paper, by its number, and what they answered, by their keys. */
const InquiryFile = z.strictObject({
  title: z.string(),
  about: z.string(),
  by: CalendarDate,
  ministries: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      contact: z.string(),
      file: z.string(),
      on: Minute,
      asks: z.string(),
      dated: z.string(),
    }),
  ),
  lines: z.array(
    z.strictObject({
      point: z.string(),
      only: z.string().optional(),
      said: z.record(z.string(), SaidByMinistry),
      settled: z.strictObject({ position: LinePosition, words: z.string(), on: CalendarDate }).optional(),
    }),
  ),
});
export type InquiryFile = z.infer<typeof InquiryFile>;

export interface ExerciseFiles {
  readonly network: NetworkFile;
  readonly meeting: MeetingFile;
  /** The meeting before it, which is over. */
  readonly past: PlanFile;
  readonly minutes: MinutesFile;
  readonly wording: WordingFile;
  readonly inquiry: InquiryFile;
  /** Markdown of a paper by its file name. */
  paper(file: string): string;
  /** Bytes of an attachment by its file name. */
  attachment(file: string): Uint8Array;
}

/** The files of the exercise in `resources/exercise`, checked. */
export function readExerciseFiles(): ExerciseFiles {
  return {
    network: NetworkFile.parse(JSON.parse(readText('network.json'))),
    meeting: MeetingFile.parse(JSON.parse(readText('meeting.json'))),
    past: PlanFile.parse(JSON.parse(readText('pastMeeting.json'))),
    minutes: MinutesFile.parse(JSON.parse(readText('minutes.json'))),
    wording: WordingFile.parse(JSON.parse(readText('wording.json'))),
    inquiry: InquiryFile.parse(JSON.parse(readText('inquiry.json'))),
    paper: (file) => readText(`papers/${file}`),
    attachment: (file) => readFileSync(join(FOLDER, 'attachments', file)),
  };
}

function readText(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}
