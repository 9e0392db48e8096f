import { z } from 'zod';
import { Distribution, Label } from '../../domain/handling/handling.ts';
import { PortionMark } from '../../domain/papers/richText.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';

const errors = [
  'record.missing',
  'record.kind',
  'record.invalid',
  'record.conflict',
  'record.notOriginator',
  'paper.unknownNodes',
] as const;

/** The portion marks that blocks had in the paper, by block: in a portion there is one mark. */
const Marks = z.record(z.string(), PortionMark);

export const portionCalls = {
  /** The stricter portions of a paper whose text is in this vault. */
  portions: call(
    z.object({ paper: RecordId }),
    z.array(
      z.object({
        portion: RecordId,
        placeholder: z.string(),
        label: Label,
        distribution: Distribution,
        /** How many files were set apart with it. */
        files: z.int(),
        /** This installation may put its text back into the paper. */
        mayTakeBack: z.boolean(),
      }),
    ),
    ['record.missing'],
  ),
  /**
   * Moves blocks of a paper that follow one another, or files that are attached to it, or both, into a portion of their
   * own with a stricter mark, and leaves a placeholder: in their place, or for files alone at the end of the text. With
   * `portion`, one that was taken back is used again.
   */
  setApart: call(
    z.object({
      paper: RecordId,
      blocks: z.array(z.string()).default([]),
      /** Ids of entries of the paper's attachments. */
      attachments: z.array(z.string()).default([]),
      label: Label,
      /** Unless told, that with which the label starts. */
      distribution: Distribution.optional(),
      /** Where somebody may read it: "the Registry". */
      readAt: z.string().optional(),
      portion: RecordId.optional(),
    }),
    z.object({ portion: RecordId, placeholder: z.string(), marks: Marks }),
    [...errors, 'portion.notStricter', 'portion.blocks', 'file.missing'],
  ),
  /**
   * Puts the text of a portion back in the place of its placeholder, under the mark of the paper, or the marks given, and
   * its files among those of the paper.
   */
  takeBack: call(
    z.object({ paper: RecordId, placeholder: z.string(), marks: Marks.optional() }),
    z.object({
      portion: RecordId,
      label: Label,
      distribution: Distribution,
      readAt: z.string(),
      blocks: z.array(z.string()),
      attachments: z.array(z.string()),
    }),
    [...errors, 'portion.missing'],
  ),
};
