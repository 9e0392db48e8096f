import { z } from 'zod';
import { RecordId } from '../../domain/records/ids.ts';
import { call, jobInput } from '../call.ts';

const refusals = [
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
] as const;

/** Answers to all open questions of a record: path to value, null where nothing is to stand. */
export const Answers = z.record(z.string(), z.json().nullable());

/** Questions of many records at once: all of them or none. More than a few are a job. */
export const questionCalls = {
  /** Answers every open question of each record. A refusal names the first record that it is about (details: `record`). */
  resolveMany: call(
    jobInput({
      records: z
        .array(z.object({ record: RecordId, answers: Answers }))
        .min(1)
        .max(10_000),
    }),
    z.object({ resolved: z.array(RecordId) }),
    refusals,
  ),
  /** Takes answers of `resolve` and `resolveMany` back, as long as nothing was built on any of them. */
  reopenMany: call(jobInput({ ids: z.array(RecordId).min(1).max(10_000) }), z.object({ reopened: z.array(RecordId) }), [
    'record.missing',
    'record.nothingToUndo',
  ]),
};
