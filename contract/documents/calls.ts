import { z } from 'zod';
import { RecordId } from '../../domain/records/ids.ts';
import { Audience } from '../../domain/release/audience.ts';
import { call, jobInput } from '../call.ts';

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
});

export type PrintOptions = z.infer<typeof PrintOptions>;

export const documentsCalls = {
  /** Prints an agenda or a paper for an audience into a PDF file. */
  print: call(
    jobInput({
      document: z.discriminatedUnion('what', [
        z.object({ what: z.literal('agenda'), meeting: RecordId }),
        z.object({ what: z.literal('paper'), paper: RecordId }),
      ]),
      audience: Audience,
      options: PrintOptions.optional(),
      file: z.string(),
    }),
    z.object({ pages: z.int(), bytes: z.number(), warnings: z.array(z.string()) }),
    ['record.missing', 'release.withheld', 'release.conflict', 'print.failed', 'file.exists', 'file.unwritable'],
  ),
};
