import { z } from 'zod';
import { Provenance } from '../../domain/papers/kinds.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call, jobInput } from '../call.ts';

/** Whole minutes, UTC: `2027-03-03T18:12Z`. */
const Minute = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);

const Named = z.object({ record: RecordId, kind: z.string(), title: z.string() });

/** Text in parts: those that match, and those that do not. */
const Parts = z.array(z.object({ text: z.string(), match: z.boolean() }));

export const Hit = z.object({
  record: RecordId,
  kind: z.string(),
  title: z.string(),
  titleParts: Parts,
  /** The label that holds. */
  label: z.string(),
  conflicted: z.boolean(),
  /** Of a paper: it comes from outside. */
  provenance: Provenance.optional(),
  updated: z.string(),
  /** What it belongs to, the widest first: the meeting, the paper that a note is on. */
  homes: z.array(Named),
  /** The items of the agenda that a paper is for. */
  items: z.array(Named),
  /** Text around the densest match. */
  snippet: Parts,
});

export const libraryCalls = {
  /**
   * Records by their words. Without words, and with `facets`, all that fit the filters, the newest first. Counts of a
   * facet leave its own filter out.
   */
  search: call(
    z.object({
      query: z.string(),
      kinds: z.array(z.string()).optional(),
      labels: z.array(z.string()).optional(),
      /** These meetings with what belongs to them. */
      meetings: z.array(RecordId).optional(),
      /** Changed at this minute or later; before this minute. */
      since: Minute.optional(),
      before: Minute.optional(),
      /** `relevance` unless told. */
      sort: z.enum(['relevance', 'newest']).optional(),
      limit: z.int().min(1).max(500).optional(),
      offset: z.int().min(0).optional(),
      /** The query is still being typed: its last word may be unfinished. */
      typing: z.boolean().optional(),
      /** What results can be narrowed to is counted too: labels, meetings, and how many changed since these minutes. */
      facets: z.object({ since: z.array(Minute).max(10) }).optional(),
    }),
    z.object({
      hits: z.array(Hit),
      total: z.int(),
      /** So many match that the rest were not counted. */
      more: z.boolean(),
      /** No record has the words themselves; these have them inside other words. */
      widened: z.boolean(),
      kinds: z.record(z.string(), z.int()),
      /** Records that came with others in very great number, and whose words are still being put into the index. */
      waiting: z.int(),
      facets: z
        .object({
          labels: z.record(z.string(), z.int()),
          meetings: z.array(z.object({ meeting: RecordId, title: z.string(), count: z.int() })),
          since: z.array(z.object({ since: z.string(), count: z.int() })),
        })
        .optional(),
    }),
  ),
  /** Builds the index anew from the records. */
  rebuild: call(jobInput({}), z.object({ records: z.int() })),
};
