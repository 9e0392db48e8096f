import { z } from 'zod';
import type { PrintOptions } from '../../contract/documents/calls.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { MeetingPrint } from '../application/addresses.ts';

/** What can be printed. */
export type Printable =
  | MeetingPrint
  | Book
  | 'paper'
  | 'commission'
  | 'comments'
  | 'adoption'
  | 'couldOpen'
  | 'wording'
  | 'explanation';
/** A dossier, or what came into it since one of its issues. */
type Book = 'dossier' | 'supplement';

export const isBook = (what: Printable): what is Book => what === 'dossier' || what === 'supplement';

/** For this desk alone. */
export const FOR_SELF: readonly Printable[] = ['explanation', 'annotations'];

/** Whether it is printed of a meeting. */
export const isOfMeeting = (what: Printable): what is MeetingPrint =>
  ![
    'paper',
    'commission',
    'comments',
    'dossier',
    'supplement',
    'adoption',
    'couldOpen',
    'wording',
    'explanation',
  ].includes(what);

/** Whether it is worked on in a word processor, too: what is cut and folded, and what this vault says of itself, is not. */
export const isForWord = (what: Printable): boolean =>
  !['plates', 'commission', 'comments', 'couldOpen', 'wording', 'supplement', ...FOR_SELF].includes(what);

/** What the chair has in hand: for the network's own people. */
export const FOR_CHAIRS: readonly Printable[] = ['runningOrder', 'annotatedAgenda'];

/** How somebody prints a document: kept for each document. What is null follows the defaults. */
export const PrintChoices = z.object({
  audience: z.enum(['self', 'chairs', 'board', 'organisation', 'open', 'asked']),
  organisation: RecordId.nullable(),
  /** Of a request for a paper: which of those who are asked; null for the first. */
  asked: RecordId.nullable().default(null),
  /** Who is invited to the open session; null for every invited body. */
  bodies: z.array(RecordId).nullable(),
  language: z.enum(['en', 'fr']).nullable(),
  paper: z.enum(['a4', 'us-letter']).nullable(),
  blackAndWhite: z.boolean(),
  archive: z.boolean(),
  copyNumber: z.int().positive().nullable(),
  recipient: z.string(),
  /** Empty for none; null for the seat's own. */
  capitalZone: z.string().nullable(),
  changedSince: z.string().nullable(),
  /** Of a paper: its PDFs and pictures after it. */
  annexes: z.boolean().default(false),
  /** Of a running order. */
  day: z.int().min(1).nullable().default(null),
});
export type PrintChoices = z.infer<typeof PrintChoices>;

export const USUAL: PrintChoices = {
  audience: 'self',
  organisation: null,
  asked: null,
  bodies: null,
  language: null,
  paper: null,
  blackAndWhite: false,
  archive: false,
  copyNumber: null,
  recipient: '',
  capitalZone: null,
  changedSince: null,
  annexes: false,
  day: null,
};

/** Somebody who is asked for a paper, and the audience that they are. */
export interface Asked {
  readonly party: RecordId;
  readonly audience: Audience;
}

/** What stands for a choice that was not made. */
export interface Defaults {
  readonly language: 'en' | 'fr';
  readonly paper: 'a4' | 'us-letter';
  /** The bodies that are invited. */
  readonly bodies: readonly RecordId[];
  /** Whom a request for a paper is made to, each as who gets it alone. */
  readonly asked: readonly Asked[];
  /** The organisations that hold the chair and co-chair of the meeting. */
  readonly chairs: readonly RecordId[];
  /** The zone of the seat's organisation, or empty. */
  readonly capitalZone: string;
}

/** For whom it is printed; undefined as long as nobody was named. */
export function audienceOf(choices: PrintChoices, defaults: Defaults): Audience | undefined {
  switch (choices.audience) {
    case 'organisation':
      return choices.organisation === null ? undefined : { kind: 'organisation', organisation: choices.organisation };
    case 'asked':
      return (defaults.asked.find(({ party }) => party === choices.asked) ?? defaults.asked[0])?.audience;
    case 'chairs':
      return defaults.chairs.length === 0 ? undefined : { kind: 'group', organisations: [...defaults.chairs] };
    case 'open': {
      const bodies = choices.bodies ?? [...defaults.bodies];
      return bodies.length === 0 ? undefined : { kind: 'community', bodies };
    }
    default:
      return { kind: choices.audience };
  }
}

/** The options of the call. `agenda`: only an agenda and an adoption have the capital's clock, only a paper versions. */
export function optionsOf(choices: PrintChoices, defaults: Defaults, what: Printable): PrintOptions {
  const zone = choices.capitalZone ?? defaults.capitalZone;
  const recipient = choices.recipient.trim();
  return {
    language: choices.language ?? defaults.language,
    paper: choices.paper ?? defaults.paper,
    blackAndWhite: choices.blackAndWhite,
    archive: choices.archive,
    ...(choices.copyNumber !== null && recipient !== '' ? { copy: { number: choices.copyNumber, recipient } } : {}),
    ...((what === 'agenda' || what === 'adoption') && zone !== '' ? { capitalZone: zone } : {}),
    ...(what === 'paper' && choices.annexes ? { annexes: true } : {}),
    ...(what === 'paper' && choices.changedSince !== null ? { changedSince: choices.changedSince } : {}),
  };
}
