import { z } from 'zod';
import { RecordId } from '../../domain/records/ids.ts';
import { Body } from '../../domain/records/revision.ts';
import { call, jobInput } from '../call.ts';

export const ImportNote = z.object({ line: z.int().optional(), sentence: z.string() });

export const papersCalls = {
  /** Takes a Markdown or plain-text document as a paper. What cannot be kept as it was is listed. */
  load: call(
    jobInput({ file: z.string(), fields: Body.optional() }),
    z.object({ paper: RecordId, title: z.string(), blocks: z.int(), notes: z.array(ImportNote) }),
    ['file.missing', 'load.malformed', 'load.tooLarge'],
  ),
  /** The words of a paper, as a reader counts them. */
  words: call(z.object({ paper: RecordId }), z.object({ words: z.int(), text: z.string() }), ['record.missing']),
};
