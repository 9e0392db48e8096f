import { z } from 'zod';
import { RecordId } from '../../domain/records/ids.ts';
import { call, jobInput } from '../call.ts';

export const Hit = z.object({
  record: RecordId,
  kind: z.string(),
  title: z.string(),
  label: z.string(),
  /** Text around the first match, in parts: those that match, and those that do not. */
  snippet: z.array(z.object({ text: z.string(), match: z.boolean() })),
});

export const libraryCalls = {
  search: call(
    z.object({
      query: z.string(),
      kinds: z.array(z.string()).optional(),
      labels: z.array(z.string()).optional(),
      limit: z.int().min(1).max(500).optional(),
      /** The query is still being typed: its last word may be unfinished. */
      typing: z.boolean().optional(),
    }),
    z.object({ hits: z.array(Hit), total: z.int(), kinds: z.record(z.string(), z.int()) }),
  ),
  /** Builds the index anew from the records. */
  rebuild: call(jobInput({}), z.object({ records: z.int() })),
};
