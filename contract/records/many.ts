import { z } from 'zod';
import { Mark } from '../../domain/handling/handling.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { call, jobInput } from '../call.ts';

const Ids = z.array(RecordId).min(1).max(10_000);

/** What changed; the others were as wanted already. What is undone as one step is undone with these ids. */
const Changed = z.object({ changed: z.array(RecordId) });

/**
 * The same to many records: all of them or none, in one step of each record's local history. A refusal names the first
 * record that it is about (details: `record`). More than a few are a job.
 */
export const manyCalls = {
  editMany: call(
    jobInput({ ids: Ids, changes: z.record(z.string(), z.json()).optional(), mark: Mark.optional() }),
    Changed,
    [
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
    ],
  ),
  removeMany: call(jobInput({ ids: Ids, reason: z.string().min(1) }), Changed, [
    'record.missing',
    'record.kind',
    'record.conflict',
    'record.invalid',
    'minutes.approved',
  ]),
  restoreMany: call(jobInput({ ids: Ids }), Changed, ['record.missing', 'record.kind', 'record.conflict']),
  undoMany: call(jobInput({ ids: Ids }), Changed, [
    'record.missing',
    'record.kind',
    'record.conflict',
    'record.nothingToUndo',
    'record.notOriginator',
  ]),
};
