import { z } from 'zod';
import { Label } from '../../domain/handling/handling.ts';
import { Provenance } from '../../domain/papers/kinds.ts';
import { Filter } from '../../domain/records/filter.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call } from '../call.ts';

export const Sort = z.strictObject({ column: z.string(), descending: z.boolean() });

/** Which records a list is about. */
const chosen = {
  kinds: z.array(z.string()).min(1),
  /** All of them hold. */
  filters: z.array(Filter),
  /** Words as in the library's search; the last one may be unfinished. */
  search: z.string().optional(),
  /** `without` unless told. */
  deleted: z.enum(['without', 'with', 'only']).optional(),
  /** Only those in conflict, or only the others. */
  conflicted: z.boolean().optional(),
  /** Only those with unshared edits, or only the others. */
  drafts: z.boolean().optional(),
  /** In which fixed values have the names that people see and sort by; English unless told. */
  language: z.enum(['en', 'fr']).optional(),
};
export const RegisterChoice = z.object(chosen);

/** Records by title and id among equals; what is empty comes last, whichever way it is sorted. */
const sorted = { ...chosen, sort: z.array(Sort) };
export const RegisterSelection = z.object(sorted);

/** One line of a list. */
export const RegisterRow = z.object({
  id: RecordId,
  kind: z.string(),
  title: z.string(),
  /** The label that holds. */
  label: Label,
  deleted: z.boolean(),
  conflicted: z.boolean(),
  draft: z.boolean(),
  /** Of a paper: it comes from outside. */
  provenance: Provenance.optional(),
  /** Minutes, UTC. */
  updated: z.string(),
  /** The values of the columns asked for; a column is absent where the record has nothing in it. */
  cells: z.record(z.string(), z.json()),
});

export const registerCalls = {
  /**
   * One page of a list. Columns are fields of the kinds, or `$kind`, `$title`, `$label`, `$distribution`, `$updated`,
   * `$state`, `$comments`; one that none of the kinds has is refused with `input.invalid`. `titles` names every record that a cell
   * of the page links to, as far as it is here.
   */
  register: call(
    z.object({
      ...sorted,
      columns: z.array(z.string()),
      offset: z.int().nonnegative(),
      limit: z.int().positive().max(500),
    }),
    z.object({
      total: z.int(),
      rows: z.array(RegisterRow),
      titles: z.record(z.string(), z.string()),
    }),
  ),
  /** All of a list, in its order: for "select all". */
  registerIds: call(RegisterSelection, z.object({ ids: z.array(RecordId) })),
  /** The values of a column among the records of a list, the most frequent first, at most 200; records with their titles. */
  facets: call(
    z.object({ ...chosen, column: z.string() }),
    z.array(z.object({ value: z.json(), title: z.string().optional(), count: z.int() })),
  ),
  /**
   * What some records are called; those that are not here are left out. One that was joined with another is called what
   * that is called, under its own id.
   */
  titles: call(
    z.object({ ids: z.array(RecordId).max(10_000) }),
    z.array(
      z.object({
        id: RecordId,
        kind: z.string(),
        title: z.string(),
        deleted: z.boolean(),
        conflicted: z.boolean(),
        label: Label,
      }),
    ),
  ),
  /** How many records there are, deleted ones left out. */
  counts: call(z.object({}), z.object({ conflicted: z.int(), drafts: z.int(), byKind: z.record(z.string(), z.int()) })),
};
