import { z } from 'zod';
import { Label } from '../../domain/handling/handling.ts';
import { CalendarDate, Instant, Purpose, WallTime } from '../../domain/meetings/kinds.ts';
import { Provenance } from '../../domain/papers/kinds.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call, jobInput, NOTHING } from '../call.ts';
import { MAKING_ERRORS } from '../documents/makingErrors.ts';
import { SheetBlock } from './sheet.ts';

/** Ids in these answers are those of the release: they lead to nothing else. */
const OpenItem = z.object({
  item: RecordId,
  type: z.enum(['item', 'break']),
  number: z.string(),
  title: z.string(),
  purpose: Purpose.optional(),
  minutes: z.number(),
  starts: z.union([WallTime, z.literal('')]),
  ends: z.union([WallTime, z.literal('')]),
  leads: z.string(),
  papers: z.array(RecordId),
});
const OpenPaper = z.object({
  paper: RecordId,
  number: z.string(),
  title: z.string(),
  from: z.string(),
  label: Label,
  /** It comes from outside the board. */
  provenance: Provenance.optional(),
});

const language = z.enum(['en', 'fr']);
/** What of the open session: its agenda, or one of its papers by the id that it has there. */
export const OpenDocument = z.discriminatedUnion('what', [
  z.object({ what: z.literal('agenda') }),
  z.object({ what: z.literal('paper'), paper: RecordId }),
]);
const order = { document: OpenDocument, language, paper: z.enum(['a4', 'us-letter']) };

const ERRORS = ['open.notChosen', 'open.nobody', 'open.none', 'open.undecided', 'release.withheld'] as const;
const PRINT_ERRORS = [...ERRORS, ...MAKING_ERRORS] as const;

/**
 * The open session as a place. Everything it answers with was released to the bodies that are there; who asks cannot
 * name another audience. Which meeting it is was chosen before, in a window that may see everything.
 */
export const openSessionCalls = {
  /** Chooses the meeting whose open session is shown from now on. New windows come up in it. */
  enter: call(z.object({ meeting: RecordId }), NOTHING, ['record.missing', ...ERRORS]),
  /** New windows come up at the desk again. */
  leave: call(NOTHING, NOTHING),
  /** Whether an open session is being shown: what a window asks before it shows anything. */
  state: call(NOTHING, z.object({ shown: z.boolean(), meeting: RecordId.optional() })),
  /** The open sessions, their items and papers. */
  read: call(
    z.object({ language: language.default('en') }),
    z.object({
      title: z.string(),
      symbol: z.string(),
      place: z.string(),
      chair: z.string(),
      exercise: z.boolean(),
      sessions: z.array(
        z.object({
          session: RecordId,
          date: z.union([CalendarDate, z.literal('')]),
          starts: z.union([WallTime, z.literal('')]),
          ends: z.union([WallTime, z.literal('')]),
          attendance: z.string(),
          items: z.array(OpenItem),
        }),
      ),
      papers: z.array(OpenPaper),
      /** What is being spoken of, as somebody in the room noted it, and when its time is over. */
      underWay: z.object({ item: RecordId, ends: Instant }).optional(),
    }),
    ERRORS,
  ),
  /** A paper as it prints for the open session. */
  paper: call(
    z.object({ paper: RecordId, language }),
    z.object({
      number: z.string(),
      title: z.string(),
      label: Label,
      language,
      facts: z.array(z.object({ label: z.string(), lines: z.array(z.string()) })),
      asks: z.object({
        heading: z.string(),
        points: z.array(z.object({ letter: z.string(), text: z.string() })),
      }),
      blocks: z.array(SheetBlock),
    }),
    ERRORS,
  ),
  /** Prints the agenda or a paper for the open session into a PDF file. */
  print: call(
    jobInput({ ...order, file: z.string() }),
    z.object({ pages: z.int(), bytes: z.number(), warnings: z.array(z.string()) }),
    [...PRINT_ERRORS, 'file.exists', 'file.unwritable'],
  ),
  /** The same in memory, on its way to a printer: the journal notes it. `pdf` is base64. */
  toPrinter: call(jobInput(order), z.object({ pdf: z.string(), pages: z.int() }), PRINT_ERRORS),
  /** The agenda or a paper as plain text for the clipboard, read again before it is given; the journal notes it. */
  copyText: call(z.object({ document: OpenDocument, language }), z.object({ text: z.string(), label: Label }), [
    ...ERRORS,
    'release.audit',
  ]),
  /** How the window looks: preferences that tell nothing of what is in the vault. */
  look: call(NOTHING, z.record(z.string(), z.json())),
};
