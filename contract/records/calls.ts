import { z } from 'zod';
import { Handling, Mark } from '../../domain/handling/handling.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { Body } from '../../domain/records/revision.ts';
import { call, jobInput, NOTHING } from '../call.ts';
import { Conflict } from './conflict.ts';
import { copyCalls } from './copies.ts';
import { duplicateCalls } from './duplicates.ts';
import { manyCalls } from './many.ts';
import { pastCalls } from './past.ts';
import { questionCalls } from './questions.ts';
import { registerCalls } from './register.ts';

/** A record as a person sees it: the one head, or the merge of several, with the unshared edits on top. */
export const RecordView = z.object({
  id: RecordId,
  kind: z.string(),
  title: z.string(),
  body: Body,
  handling: Handling,
  heads: z.array(z.string()),
  /** It has edits that were not shared yet. */
  draft: z.boolean(),
  deleted: z.boolean(),
  conflicted: z.boolean(),
  /** Made with a newer version: shown, carried and not changed. */
  unknown: z.boolean(),
  updated: z.string(),
  /** The record that stands for this one, which was joined with it. */
  joined: RecordId.optional(),
});

/** A change to a record: fields with their new values; null removes a field. */
export const Changes = z.record(z.string(), z.json());

export const HistoryEntry = z.object({
  /** A shared revision's id, or `local:` and a number. */
  version: z.string(),
  shared: z.boolean(),
  at: z.string(),
  author: z.string().optional(),
  seat: RecordId.optional(),
  body: Body,
  handling: Handling,
});

const editErrors = [
  'record.missing',
  'record.invalid',
  'record.kind',
  'record.conflict',
  'record.notOriginator',
  'record.numbersBySecretariat',
  'adoption.notYours',
  'dossier.issuesStand',
  'dossier.bySecretariat',
  'minutes.approved',
  'minutes.bySecretariat',
  'paper.unknownNodes',
] as const;

export const recordsCalls = {
  create: call(
    z.object({ kind: z.string(), body: Body, mark: Mark.optional(), id: RecordId.optional() }),
    RecordView,
    editErrors,
  ),
  edit: call(
    z.object({
      id: RecordId,
      changes: Changes.optional(),
      /** What the person saw in fields that they changed, null for nothing: where it is no longer so, nothing changes. */
      base: Changes.optional(),
      mark: Mark.optional(),
      caveats: z.array(z.string()).optional(),
      chathamHouse: z.boolean().optional(),
      /** The last day, after which copies ask to be deleted; null for none. */
      expires: z.iso.date().nullable().optional(),
    }),
    RecordView,
    [...editErrors, 'record.changedMeanwhile'],
  ),
  read: call(z.object({ id: RecordId }), RecordView, ['record.missing']),
  list: call(
    z.object({ kind: z.string().optional(), deleted: z.boolean().optional(), conflicted: z.boolean().optional() }),
    z.array(RecordView),
  ),
  remove: call(z.object({ id: RecordId, reason: z.string().min(1) }), RecordView, [
    'record.missing',
    'record.conflict',
    'minutes.approved',
  ]),
  restore: call(z.object({ id: RecordId }), RecordView, ['record.missing']),
  undo: call(z.object({ id: RecordId }), RecordView, ['record.missing', 'record.nothingToUndo', 'minutes.approved']),
  redo: call(z.object({ id: RecordId }), RecordView, ['record.missing', 'record.nothingToRedo', 'minutes.approved']),
  /** The editor was closed: what was typed becomes one step of the local history. */
  cut: call(z.object({ id: RecordId }), NOTHING),
  history: call(z.object({ id: RecordId }), z.array(HistoryEntry), ['record.missing']),
  links: call(
    z.object({ id: RecordId }),
    z.object({
      to: z.array(z.object({ field: z.string(), record: RecordId })),
      from: z.array(z.object({ field: z.string(), record: RecordId })),
    }),
  ),
  conflicts: call(z.object({ id: RecordId, language: z.enum(['en', 'fr']).optional() }), z.array(Conflict), [
    'record.missing',
  ]),
  /** Answers every open question of a record at once: path to value. */
  resolve: call(z.object({ id: RecordId, answers: z.record(z.string(), z.json().nullable()) }), RecordView, [
    ...editErrors,
  ]),
  /** Takes the answers of `resolve` back, as long as nothing was built on them. */
  reopen: call(z.object({ id: RecordId }), RecordView, ['record.missing', 'record.nothingToUndo']),
  /** Keeps a file, encrypted, and names it among the record's attachments. */
  attach: call(jobInput({ id: RecordId, file: z.string(), name: z.string(), mediaType: z.string() }), RecordView, [
    'record.missing',
    'file.missing',
    'vault.full',
  ]),
  /** Takes records from JSON lines or CSV: all of the file, or nothing. */
  load: call(
    jobInput({ file: z.string(), format: z.enum(['jsonl', 'csv']), kind: z.string().optional() }),
    z.object({ created: z.array(RecordId) }),
    ['file.missing', 'load.malformed', 'load.tooLarge', ...editErrors],
  ),
  /** Writes what this installation may see as JSON lines. */
  dump: call(jobInput({ file: z.string() }), z.object({ records: z.int() }), ['file.exists', 'file.unwritable']),
  ...registerCalls,
  ...manyCalls,
  ...questionCalls,
  ...duplicateCalls,
  ...pastCalls,
  ...copyCalls,
};
