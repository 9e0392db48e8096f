import { z } from 'zod';
import { RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';

/** A place of a text: its number as it is printed (0 for a heading), and the words of its heading or caption. */
const Place = z.object({
  is: z.enum(['heading', 'figure', 'table', 'paragraph', 'start']),
  number: z.int(),
  words: z.string(),
});

/** A place by the stable id of its block; `top`: the block of the paper that it stands in, which differs inside a portion. */
const PlaceHere = Place.extend({ block: z.string(), top: z.string() });

/** What a paper is called in a reference to it. */
const PlacedPaper = z.object({ number: z.string(), title: z.string() });

/** A block of the text of a paper. The id of the paper may be that of one that is not here. */
const Target = z.object({ record: z.string(), block: z.string() });

/** So many targets at once: no text has more. */
const MOST = 2_000;

export const placeCalls = {
  /** The headings, figures, tables and paragraphs of a paper as they stand here, in the order of its text. */
  places: call(
    z.object({ paper: RecordId }),
    z.array(PlaceHere.extend({ /** How a paragraph begins. */ begins: z.string() })),
    ['record.missing'],
  ),
  /**
   * What cross-references lead to as it stands: the paper where that is here and not deleted, the place where that is in
   * it. One answer a target, in their order.
   */
  referred: call(
    z.object({ targets: z.array(Target).max(MOST) }),
    z.array(Target.extend({ paper: PlacedPaper.optional(), place: PlaceHere.optional() })),
  ),
  /**
   * The cross-references that lead into a paper, its own among them: where each stands, and what it leads to. By the
   * record, in the order of its text; a reference in another kind of record stands at no place of a paper.
   */
  references: call(
    z.object({ paper: RecordId }),
    z.array(
      z.object({
        /** The paper that the reference is in, or the record that it is in otherwise. */
        record: RecordId,
        kind: z.string(),
        title: z.string(),
        from: PlaceHere.optional(),
        to: Target.extend({ place: PlaceHere.optional() }),
      }),
    ),
    ['record.missing'],
  ),
};
