import { z } from 'zod';
import { Handling } from '../../domain/handling/handling.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { Body } from '../../domain/records/revision.ts';
import { call } from '../call.ts';

/** Who wrote something, as their card says; a part is absent where it is not known here. */
export const Writer = z.object({ name: z.string().optional(), organisationName: z.string().optional() });

/** One step of a record's history, without what it says. */
export const VersionEntry = z.object({
  /** A shared revision's id, `local:` and a number, or `draft`. */
  version: z.string(),
  shared: z.boolean(),
  /** Minutes, UTC. */
  at: z.string(),
  author: z.string().optional(),
  seat: RecordId.optional(),
  who: Writer,
  /** In which fields it differs from what it was made from (`$handling.label`, …). */
  fields: z.array(z.string()),
});

export const FieldChange = Writer.extend({
  field: z.string(),
  at: z.string(),
  /** False while the change is this installation's own and was not shared. */
  shared: z.boolean(),
  version: z.string(),
});

/** One thing that happened to a record or around it. */
export const StoryEntry = z.object({
  /** Minutes, UTC; of a link when it arose, as far as that is known. */
  at: z.string(),
  /**
   * `made`, `changed`, `deleted`, `restored`; `shared`: our own changes as others get them; `received`: changes of
   * others; `linked`: a link from or to another record; `commented`: a comment or a private note.
   */
  what: z.enum(['made', 'changed', 'shared', 'received', 'deleted', 'restored', 'linked', 'commented']),
  fields: z.array(z.string()).optional(),
  version: z.string().optional(),
  who: Writer.optional(),
  /** The other record of a link, which need not be here, and the field that makes the link. */
  record: RecordId.optional(),
  kind: z.string().optional(),
  title: z.string().optional(),
  field: z.string().optional(),
  /** The link is this record's own; else it is the other one's. */
  outgoing: z.boolean().optional(),
});

const limit = z.int().positive().max(500).optional();

export const pastCalls = {
  /** The steps of a record's history that changed something, the newest first; 200 unless told. */
  versions: call(z.object({ id: RecordId, limit }), z.array(VersionEntry), ['record.missing']),
  /** What one version says. */
  version: call(z.object({ id: RecordId, version: z.string() }), z.object({ body: Body, handling: Handling }), [
    'record.missing',
    'record.noSuchVersion',
  ]),
  /** Who changed each field last, also those of the handling; fields of which the history here does not tell are left out. */
  fieldChanges: call(z.object({ id: RecordId }), z.array(FieldChange), ['record.missing']),
  /** What happened to a record and around it, the newest first; 100 entries unless told. `more`: there is more before. */
  story: call(z.object({ id: RecordId, limit }), z.object({ entries: z.array(StoryEntry), more: z.boolean() }), [
    'record.missing',
  ]),
};
