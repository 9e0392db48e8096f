import { z } from 'zod';
import { AnswerSays } from '../../domain/adoption/kinds.ts';
import { LinePosition } from '../../domain/inquiries/kinds.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';
import { MAKING_ERRORS } from '../documents/makingErrors.ts';
import { ReplySource } from '../replies/calls.ts';

const Said = z.object({ position: LinePosition.optional(), comment: z.string() });
const language = z.enum(['en', 'fr']);

/** The lines of an inquiry, with what each ministry says, side by side. */
export const InquiryStanding = z.object({
  ministries: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      contact: z.string(),
      asks: z.string(),
      dated: z.string(),
      files: z.int(),
      last: z.string(),
    }),
  ),
  lines: z.array(
    z.object({
      id: z.string(),
      number: z.int(),
      point: z.string(),
      by: z.string(),
      only: z.string(),
      disagree: z.boolean(),
      cells: z.array(
        z.object({
          ministry: z.string(),
          asked: z.boolean(),
          said: Said.optional(),
          before: Said.optional(),
          changed: z.boolean(),
          late: z.boolean(),
        }),
      ),
      position: LinePosition.optional(),
      words: z.string(),
      settledBy: z.string(),
      settledOn: z.string(),
    }),
  ),
});

/** A filled-in form, and what it changes. Nothing of it is kept yet, and nothing of it is trusted. */
export const ReadInquiryForm = z.object({
  digest: z.string(),
  inquiry: RecordId.optional(),
  ministry: z.string().optional(),
  contact: z.string(),
  dated: z.string(),
  cut: z.boolean(),
  /** What of the file is not taken in, by the kinds of notes of an import. */
  dropped: z.array(z.string()),
  lines: z.array(
    z.object({
      /** The line of the inquiry; none for a number that it does not have. */
      line: z.string().optional(),
      number: z.int(),
      point: z.string(),
      said: Said,
      /** What was written for the position, where it is none that is known. */
      positionWords: z.string(),
      /** What the last file of this ministry says. */
      before: Said.optional(),
      changed: z.boolean(),
    }),
  ),
  /** How many files of this ministry are here already, and whether this is one of them. */
  files: z.int(),
  known: z.boolean(),
  late: z.boolean(),
});

const READ_ERRORS = [
  ...['file.missing', 'load.tooLarge', 'load.malformed'],
  ...['inquiry.unread', 'inquiry.table', 'inquiry.twice'],
] as const;

export const inquiriesCalls = {
  /** Begins an inquiry: its lines are what is asked in a paper, put up in an adoption, or recommended. */
  begin: call(z.object({ about: RecordId.optional(), language }), z.object({ inquiry: RecordId, lines: z.int() }), [
    'record.missing',
    'record.conflict',
    'record.invalid',
    'vault.full',
  ]),
  standing: call(z.object({ inquiry: RecordId }), InquiryStanding, ['record.missing']),
  /** Saves the form on which one ministry answers. */
  saveForm: call(
    z.object({
      inquiry: RecordId,
      ministry: z.string(),
      as: z.enum(['docx', 'csv', 'txt']),
      language,
      paper: z.enum(['a4', 'us-letter']).default('a4'),
      file: z.string(),
    }),
    z.object({ bytes: z.number() }),
    ['record.missing', 'release.withheld', ...MAKING_ERRORS, 'file.exists', 'file.unwritable'],
  ),
  /** Reads a filled-in form. Changes nothing. */
  readForm: call(
    z.object({ source: ReplySource, inquiry: RecordId.optional(), ministry: z.string().optional() }),
    ReadInquiryForm,
    READ_ERRORS,
  ),
  /** Takes it in, as what a ministry says from now on; what it said before stays beside it. Twice the same does nothing. */
  takeForm: call(
    z.object({ source: ReplySource, digest: z.string(), inquiry: RecordId, ministry: z.string() }),
    z.object({ answer: RecordId, added: z.boolean() }),
    [...READ_ERRORS, 'reply.changed', 'record.missing', 'record.conflict', 'record.invalid', 'vault.full'],
  ),
  /** What the delegation settles of a line; nothing takes it back. */
  settle: call(
    z.object({
      inquiry: RecordId,
      line: z.string(),
      position: LinePosition.nullable(),
      words: z.string().max(20_000),
    }),
    z.object({}),
    ['record.missing', 'record.conflict', 'record.invalid'],
  ),
  /**
   * What follows from what was settled for the adoption that is asked about; nothing of what ministries said is in it.
   * Giving it is `adoption.answer`.
   */
  answerTo: call(
    z.object({ inquiry: RecordId }),
    z.object({
      adoption: RecordId,
      title: z.string(),
      organisation: RecordId,
      /** Whether our organisation is asked, and the adoption still goes on. */
      asked: z.boolean(),
      open: z.boolean(),
      /** Lines of which nothing was settled yet. */
      unsettled: z.int(),
      answer: z.object({ says: AnswerSays, words: z.string(), text: z.string() }).optional(),
      /** Whether it has the words that such an answer needs. */
      worded: z.boolean().optional(),
      /** What we said so far. */
      before: AnswerSays.optional(),
    }),
    ['record.missing'],
  ),
  /** A paper of what was settled, line by line, with nothing of what ministries said. */
  makePaper: call(z.object({ inquiry: RecordId, language }), z.object({ paper: RecordId }), [
    'record.missing',
    'record.conflict',
    'record.invalid',
    'vault.full',
  ]),
};
