import { z } from 'zod';
import { RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';

/** A paper, where it is in this vault, with what it is called. */
const Named = z.object({ paper: RecordId, title: z.string() });

export const redactionCalls = {
  /**
   * Makes a redacted version: a paper of its own, without history and without anything that leads back, in which nothing is
   * left of the passages. With it a record for the originator's organisation that says what was blacked out, and why.
   */
  redact: call(
    z.object({
      paper: RecordId,
      /** The digest of what was looked at (`redactions`), so that nothing unseen is taken along. */
      digest: z.string(),
      passages: z
        .array(
          z.object({
            /** Where: the key of a `TextPlace`. */
            place: z.string(),
            from: z.int().nonnegative(),
            to: z.int().positive(),
            reason: z.string().max(2000).optional(),
          }),
        )
        .max(20_000),
      /** Ids of the attachments that are taken along. */
      attachments: z.array(z.string()),
    }),
    z.object({ version: RecordId, redaction: RecordId }),
    [
      'record.missing',
      'record.kind',
      'record.conflict',
      'record.notOriginator',
      'record.invalid',
      'paper.unknownNodes',
      'redaction.nothing',
      'redaction.changed',
      'redaction.stands',
    ],
  ),
  /** What a paper has to do with redaction, as far as this vault knows. */
  redactions: call(
    z.object({ paper: RecordId }),
    z.object({
      /** The digest of what the paper says now. */
      digest: z.string(),
      /** This installation may make a redacted version. */
      mayRedact: z.boolean(),
      /** The redacted versions that were made of it. `outdated`: it says something else since. */
      versions: z.array(Named.extend({ outdated: z.boolean() })),
      /** What it is a redacted version of. */
      of: Named.extend({ redaction: RecordId, outdated: z.boolean(), passages: z.int() }).optional(),
    }),
    ['record.missing'],
  ),
};
