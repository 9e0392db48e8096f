import { z } from 'zod';
import { Label } from '../../domain/handling/handling.ts';
import { MOST_DAYS } from '../../domain/meetings/operations.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { Audience } from '../../domain/release/audience.ts';
import { call, jobInput } from '../call.ts';
import { Explanation } from '../exchange/bundles.ts';
import { Selection } from '../exchange/calls.ts';
import { calendarCalls } from './calendar.ts';
import { listCalls } from './lists.ts';
import { MAKING_ERRORS } from './makingErrors.ts';

export const PrintOptions = z.object({
  language: z.enum(['en', 'fr']).default('en'),
  paper: z.enum(['a4', 'us-letter']).default('a4'),
  blackAndWhite: z.boolean().default(false),
  /** PDF/A-2 for the archive copy, instead of PDF/UA-1. */
  archive: z.boolean().default(false),
  /** Whose copy it is: printed as a watermark and in the foot. */
  copy: z.object({ number: z.int().positive(), recipient: z.string() }).optional(),
  /** IANA zone of the reader's capital: the agenda gives its clock beside the place's. */
  capitalZone: z.string().optional(),
  /** A version of the paper, as its history names it: blocks that changed since are barred in the margin. */
  changedSince: z.string().optional(),
  /** The PDFs and pictures beside a paper are bound in after it, page by page. */
  annexes: z.boolean().optional(),
});

export type PrintOptions = z.infer<typeof PrintOptions>;

/** What is worked on in a word processor, too. */
const IN_WORD = [
  z.object({ what: z.literal('agenda'), meeting: RecordId }),
  z.object({ what: z.enum(['attendance', 'participants']), meeting: RecordId }),
  /** `addressee`: what is recommended to this government or body alone. */
  z.object({ what: z.literal('outcomes'), meeting: RecordId, addressee: RecordId.optional() }),
  z.object({ what: z.literal('paper'), paper: RecordId }),
  z.object({ what: z.literal('adoption'), adoption: RecordId }),
  /** All minutes of a meeting, those of one item, or of the items that concern an organisation. */
  z.object({
    what: z.literal('minutes'),
    meeting: RecordId,
    item: RecordId.optional(),
    concerning: RecordId.optional(),
  }),
  /** The chair's running order of one day. */
  z.object({ what: z.literal('runningOrder'), meeting: RecordId, day: z.int().min(1).max(MOST_DAYS) }),
  z.object({ what: z.literal('annotatedAgenda'), meeting: RecordId }),
  /** A dossier as a book: what of it may go to the audience, with its copy's number where it has one. */
  z.object({ what: z.literal('dossier'), dossier: RecordId }),
] as const;

const DOCUMENTS = [
  ...IN_WORD,
  /** What came into a dossier since an issue of it, by the id of that. */
  z.object({ what: z.literal('supplement'), dossier: RecordId, since: z.string() }),
  z.object({ what: z.literal('plates'), meeting: RecordId }),
  /** The public lines and the list of terms. */
  z.object({ what: z.literal('wording') }),
  /** What asks somebody for a paper, as a letter. */
  z.object({ what: z.literal('commission'), paper: RecordId }),
  /** The comments on a paper, thread by thread. */
  z.object({ what: z.literal('comments'), paper: RecordId }),
  z.object({ what: z.literal('couldOpen'), installation: InstallationId }),
] as const;

/** A document that is saved for a word processor, of the sheet that is printed of it. */
export const WordDocument = z.discriminatedUnion('what', IN_WORD);
export type WordDocument = z.infer<typeof WordDocument>;

/** A document that is made of records. */
export const NamedDocument = z.discriminatedUnion('what', DOCUMENTS);
export type NamedDocument = z.infer<typeof NamedDocument>;

/** An output that the gate explains: a bundle as it is put together, a print, or a bundle that was sealed. */
export const ExplainedOrder = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('sealing'),
    selection: Selection,
    audience: Audience,
    delta: z.boolean().optional(),
    addressees: z.array(InstallationId).optional(),
  }),
  z.object({ is: z.literal('print'), document: NamedDocument, audience: Audience }),
  z.object({ is: z.literal('sealed'), bundle: z.string() }),
]);

export type ExplainedOrder = z.infer<typeof ExplainedOrder>;

/**
 * What is printed: the agenda of a meeting, its running order and annotated agenda, its name plates, attendance list and list of participants, a paper, what an installation could open; or the release report of an output,
 * for `self` alone.
 */
export const PrintedDocument = z.discriminatedUnion('what', [
  ...DOCUMENTS,
  z.object({ what: z.literal('explanation'), of: ExplainedOrder }),
  /** The private notes on a meeting, for `self` alone. */
  z.object({ what: z.literal('annotations'), meeting: RecordId }),
]);

export type PrintedDocument = z.infer<typeof PrintedDocument>;

const order = { document: PrintedDocument, audience: Audience, options: PrintOptions.optional() };
const warnings = z.array(z.string());
/** Why there is no print, whatever it was to become. */
const PRINT_ERRORS = [
  'record.missing',
  'record.noSuchVersion',
  'directory.seat',
  'bundle.missing',
  'bundle.noReceipts',
  'release.withheld',
  ...MAKING_ERRORS,
] as const;

export const documentsCalls = {
  ...calendarCalls,
  ...listCalls,
  /** Prints a document for an audience into a PDF file. */
  print: call(jobInput({ ...order, file: z.string() }), z.object({ pages: z.int(), bytes: z.number(), warnings }), [
    ...PRINT_ERRORS,
    'file.exists',
    'file.unwritable',
  ]),
  /**
   * The same document in memory, to be looked at: nothing is written to disk. `pdf` is base64. `toPrinter`: it is on its
   * way to a printer, which the journal notes as it notes a file.
   */
  preview: call(
    jobInput({ ...order, toPrinter: z.boolean().optional() }),
    z.object({ pdf: z.string(), pages: z.int(), warnings }),
    PRINT_ERRORS,
  ),
  /** A document for an audience as a Word file: what it says, to be read and worked on, with the same marks. */
  word: call(
    jobInput({ ...order, document: WordDocument, file: z.string() }),
    z.object({ bytes: z.number(), warnings }),
    [...PRINT_ERRORS, 'file.exists', 'file.unwritable'],
  ),
  /**
   * Records as plain text, for an audience, with the withheld names that stand in it. `blocks`: of a paper, these alone. `toClipboard`: it is on its way there,
   * which the journal notes.
   */
  asText: call(
    z.object({
      records: z.array(RecordId).min(1).max(500),
      blocks: z.array(z.string()).optional(),
      /** Of papers that are waited for, what reminds those who write them. */
      reminder: z.boolean().optional(),
      audience: Audience,
      language: z.enum(['en', 'fr']),
      toClipboard: z.boolean().optional(),
    }),
    z.object({ text: z.string(), label: Label, withheld: z.int(), mentions: Explanation.shape.mentions }),
    ['release.withheld', 'release.audit', 'release.undecided'],
  ),
  /** Which of the records that the document is made of go to the audience in print, which do not, and why. */
  explain: call(
    z.object({ document: PrintedDocument, audience: Audience, language: z.enum(['en', 'fr']).optional() }),
    Explanation,
    ['record.missing', 'directory.seat', 'bundle.missing', 'bundle.noReceipts'],
  ),
};
