import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import { answerConflict } from '../../domain/records/answerConflict.ts';
import { checkFields } from '../../domain/records/checkBody.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { isJson, type Json } from '../../domain/records/json.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import type { MergedView } from '../../domain/records/merge.ts';
import { own } from '../../domain/records/own.ts';
import { text } from '../../domain/records/text.ts';
import type { Session } from '../session.ts';
import { requireAuthority } from './handlingAfter.ts';
import { cutDraft, leaveCutsAside } from './localCuts.ts';
import { type RecordView, readRecord, requireRecord } from './recordView.ts';
import { computeView, refresh } from './refresh.ts';
import { rememberAnswers } from './reopenConflicts.ts';
import { addCut, findDraft, writeDraft } from './rows.ts';
import { inTransaction } from './transaction.ts';

/** Values by conflict path: one of the sides' or a new one; null or undefined where nothing is to stand. */
export type Answers = Readonly<Record<string, Json | undefined>>;

/**
 * Answers every open question of a record at once; an answer to an entry or block answers what lies inside it. The
 * result is a draft over all heads: the next shared revision names them as its parents and ends the conflict
 * everywhere, and is a step of the local history. A record without questions stays as it is. Throws `record.missing`, `record.kind`, `record.conflict`
 * (details: the paths that have no answer), `record.invalid` (answers to no question, or values that do not fit), and
 * `record.notOriginator` or `record.numbersBySecretariat` for an answer that this installation may not give.
 */
export function resolveConflicts(session: Session, id: RecordId, answers: Answers): RecordView {
  const { vault, surroundings } = session;
  return inTransaction(session, (changed) => {
    const record = requireRecord(vault, id);
    const view = computeView(vault, id);
    if (!record.conflicted || view === undefined) return readRecord(vault, id);
    const resolved = answered(view, answers);
    const kind = kindAfter(view.kind, view.conflicts, answers);
    requireFit(kind, view, resolved);
    requireAuthority(vault, { kind, heads: view.heads }, resolved);
    const now = surroundings.now();
    cutDraft(vault, id, now);
    rememberAnswers(session, id, { heads: view.heads, before: findDraft(vault, id), resolved });
    leaveCutsAside(vault, id);
    const { body, handling } = resolved;
    writeDraft(vault, { record: id, kind, base: view.heads, body, handling, since: 0, updated: now });
    addCut(vault, id, now, resolved);
    refresh(vault, [id]);
    changed.add(id);
    return readRecord(vault, id);
  });
}

/** The view with all answers in place. Throws `record.conflict`, `record.invalid`. */
function answered(view: MergedView, answers: Answers): MergedView {
  const asked = new Set(view.conflicts.map((conflict) => conflict.path));
  const strange = Object.keys(answers).filter((path) => !asked.has(path) || !isJson(answers[path] ?? null));
  if (strange.length > 0) throw new AmberdeskError('record.invalid', { answers: strange });
  let open = view;
  for (const conflict of view.conflicts.toSorted((one, other) => one.path.length - other.path.length)) {
    if (!open.conflicts.includes(conflict) || !Object.hasOwn(answers, conflict.path)) continue;
    try {
      open = answerConflict(open, conflict, answers[conflict.path] ?? undefined);
    } catch (error) {
      if (error instanceof z.ZodError) throw new AmberdeskError('record.invalid', { answers: [conflict.path] });
      throw error;
    }
  }
  if (open.conflicts.length > 0) {
    throw new AmberdeskError('record.conflict', { unanswered: open.conflicts.map((conflict) => conflict.path) });
  }
  return open;
}

/** The kind that the record has after an answer to what kind it is. Throws `record.kind` for one not known here. */
function kindAfter(before: string, conflicts: MergedView['conflicts'], answers: Answers): string {
  const asked = conflicts.find((conflict) => conflict.type === 'kind');
  const answer = asked === undefined ? undefined : answers[asked.path];
  const kind = typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? text(answer.kind) : before;
  if (kindOf(kind) === undefined) throw new AmberdeskError('record.kind', { kind });
  return kind;
}

/** The fields that were asked about fit the kind; the others are as they came. */
function requireFit(kindName: string, view: MergedView, resolved: MergedView): void {
  const kind = kindOf(kindName);
  const fields = view.conflicts.map((conflict) => conflict.field).filter((field) => !field.startsWith('$'));
  const values = [...new Set(fields)].map((field) => [field, own(resolved.body, field)] as const);
  const faults = kind === undefined ? [] : checkFields(kind, Object.fromEntries(values));
  const wrong = faults.filter((fault) => fault.fault === 'invalid');
  if (wrong.length > 0) throw new AmberdeskError('record.invalid', { fields: wrong.map((fault) => fault.field) });
}
