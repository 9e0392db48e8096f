import { z } from 'zod';
import { Label } from '../../domain/handling/handling.ts';
import { Anchor } from '../../domain/papers/kinds.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { Body } from '../../domain/records/revision.ts';
import { call, jobInput } from '../call.ts';
import { Writer } from '../records/past.ts';
import { lifeCalls } from './life.ts';
import { placeCalls } from './places.ts';
import { portionCalls } from './portions.ts';
import { redactionCalls } from './redactions.ts';

/**
 * What could not be kept: the line of the file, what kind of loss it is, and a sentence in English; of a Word file also which
 * words or file it was.
 */
export const ImportNote = z.object({
  line: z.int().optional(),
  kind: z.string(),
  sentence: z.string(),
  left: z.string().optional(),
});

/** A shared comment on a record, or a private note on it. */
export const Note = z.object({
  id: RecordId,
  kind: z.enum(['comment', 'annotation']),
  text: z.string(),
  /** The words of the text that it is about; absent when it is about the whole record. */
  anchor: Anchor.optional(),
  replyTo: RecordId.optional(),
  resolved: z.boolean(),
  /** When it was resolved or opened again the last time, and by whom; absent where it never was. */
  turned: z.object({ at: z.string(), who: Writer, own: z.boolean() }).optional(),
  /** The label that holds. */
  label: Label,
  /** When it was made: minutes, UTC. */
  at: z.string(),
  who: Writer,
  /** This installation wrote it. */
  own: z.boolean(),
  /** Others have it, or may have it. */
  shared: z.boolean(),
});

/** A private note among all those that are gathered. */
export const GatheredNote = z.object({
  note: RecordId,
  /** Empty for a passage that was only highlighted. */
  text: z.string(),
  /** The words that it was put on; empty on a whole record or paragraph. */
  quote: z.string(),
  /** What it is on; without kind where that is not here. */
  record: RecordId,
  kind: z.string(),
  title: z.string(),
  label: Label.optional(),
  /** The item of the agenda that this belongs to. */
  item: z.object({ record: RecordId, title: z.string() }).optional(),
  how: z.enum(['exact', 'moved', 'near', 'changed', 'whole', 'unplaced']),
});

export const papersCalls = {
  /** Takes a Word, Markdown or plain-text document as a paper. What cannot be kept as it was is listed. */
  load: call(
    jobInput({ file: z.string(), fields: Body.optional() }),
    z.object({ paper: RecordId, title: z.string(), blocks: z.int(), notes: z.array(ImportNote) }),
    ['file.missing', 'load.malformed', 'load.tooLarge', 'vault.full'],
  ),
  /** The words of a paper, as a reader counts them. */
  words: call(z.object({ paper: RecordId }), z.object({ words: z.int(), text: z.string() }), ['record.missing']),
  /** How many pages the paper has when it is printed for this installation itself. Nothing is written. */
  measure: call(
    jobInput({ paper: RecordId, language: z.enum(['en', 'fr']).optional() }),
    z.object({ pages: z.int(), words: z.int() }),
    ['record.missing', 'release.withheld', 'release.conflict', 'print.failed'],
  ),
  /** The comments and private notes on a record that are not deleted, the oldest first; at most 2,000. */
  notes: call(z.object({ record: RecordId }), z.array(Note), ['record.missing']),
  /**
   * The private notes of whoever sits here, of a meeting or all of them: those that could not be placed first, then by the
   * agenda and the text.
   */
  myNotes: call(z.object({ meeting: RecordId.optional() }), z.array(GatheredNote), ['record.missing']),
  /** The content of one of a record's files, in base64, for showing it in the window. Not more than 100 MB. */
  attachment: call(
    z.object({ record: RecordId, attachment: z.string() }),
    z.object({ name: z.string(), mediaType: z.string(), size: z.int(), content: z.string() }),
    ['record.missing', 'file.missing', 'load.tooLarge', 'vault.damaged'],
  ),
  ...lifeCalls,
  /**
   * Keeps a PNG or JPEG among a paper's files, cleaned of everything that is not drawn, for a figure. From the disk, or in
   * base64 as it was pasted. Gives its digest.
   */
  addPicture: call(
    jobInput({
      paper: RecordId,
      name: z.string().max(200),
      file: z.string().optional(),
      content: z.string().max(70_000_000).optional(),
    }),
    z.object({ attachment: z.string(), sha256: z.string(), width: z.int(), height: z.int() }),
    [
      'record.missing',
      'file.missing',
      'load.tooLarge',
      'picture.format',
      'picture.broken',
      'picture.tooLarge',
      'vault.full',
    ],
  ),
  ...placeCalls,
  ...portionCalls,
  ...redactionCalls,
  /** Writes one of a record's files where a person wants it, through the gate, for this installation itself. */
  saveAttachment: call(
    jobInput({ record: RecordId, attachment: z.string(), file: z.string() }),
    z.object({ bytes: z.number() }),
    ['record.missing', 'release.withheld', 'file.missing', 'file.exists', 'file.unwritable', 'vault.damaged'],
  ),
};
