import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import { markOf, withMark } from '../../domain/handling/change.ts';
import { sameMark } from '../../domain/handling/tightening.ts';
import { answerConflict } from '../../domain/records/answerConflict.ts';
import { checkFields } from '../../domain/records/checkBody.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { isJson, type Json } from '../../domain/records/json.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import type { MergedView } from '../../domain/records/merge.ts';
import { own } from '../../domain/records/own.ts';
import { text } from '../../domain/records/text.ts';
import { unwatched, type Work } from '../jobs/work.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';
import { CIRCLE_KINDS, holdingCircle, readCircle } from './circle.ts';
import { requireStanding } from './draft.ts';
import { requireAuthority } from './handlingAfter.ts';
import { cutDraft, leaveCutsAside } from './localCuts.ts';
import { naming } from './many.ts';
import { type RecordView, readRecord, requireRecord } from './recordView.ts';
import { computeView, refresh } from './refresh.ts';
import { type Answered, rememberAnswers } from './reopenConflicts.ts';
import { addCut, findDraft, writeDraft } from './rows.ts';
import { inOneTransaction, inTransaction } from './transaction.ts';

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
  const [view, replaced] = inTransaction(session, (changed) => {
    const replaced = answerQuestions(session, id, answers);
    if (replaced !== undefined) changed.add(id);
    return [readRecord(session.vault, id), replaced] as const;
  });
  if (replaced !== undefined) rememberAnswers(session, id, replaced);
  return view;
}

/** The answers to all open questions of one record. */
export interface AnsweredRecord {
  readonly record: RecordId;
  readonly answers: Answers;
}

/** Records whose questions were answered together, with what the answers took the place of. */
export type AnsweredTogether = readonly (readonly [RecordId, Answered])[];

/**
 * Answers the questions of many records, all of them or none, and tells the windows once. Gives what is to be remembered
 * (`rememberAnswers`) where this vault is open for the windows, so that all of it is taken back together. Throws what
 * `resolveConflicts` throws, with the record in the details.
 */
export function resolveMany(
  session: Session,
  records: readonly AnsweredRecord[],
  work: Work = unwatched,
): AnsweredTogether {
  return inTransaction(session, (changed) => {
    const isCircle = records.some(({ record }) => CIRCLE_KINDS.includes(requireRecord(session.vault, record).kind));
    const inside = inOneTransaction(isCircle ? session : holdingCircle(session));
    const together: (readonly [RecordId, Answered])[] = [];
    for (const { record, answers } of records) {
      const replaced = naming(record, () => answerQuestions(inside, record, answers));
      if (replaced !== undefined) {
        together.push([record, replaced]);
        changed.add(record);
      }
      work.progress(together.length, records.length, 'changing');
    }
    return together;
  });
}

/** Answers one record's questions in the caller's transaction. Undefined when there are none. */
function answerQuestions(session: Session, id: RecordId, answers: Answers): Answered | undefined {
  const { vault, surroundings } = session;
  const record = requireRecord(vault, id);
  const view = computeView(vault, id);
  if (!record.conflicted || view === undefined) return undefined;
  const kind = kindAfter(view.kind, view.conflicts, answers);
  const resolved = clearedAnew(vault, view, answered(view, answers));
  requireFit(kind, view, resolved);
  requireAuthority(vault, { id, kind, heads: view.heads }, resolved);
  const draft = findDraft(vault, id);
  if (draft !== undefined) requireStanding(kind, [draft.body], resolved.body);
  const now = surroundings.now();
  cutDraft(vault, id, now);
  const replaced = { heads: view.heads, before: draft, resolved };
  leaveCutsAside(vault, id);
  const { body, handling } = resolved;
  writeDraft(vault, { record: id, kind, base: view.heads, body, handling, since: 0, updated: now });
  addCut(vault, id, now, resolved);
  refresh(vault, [id]);
  return replaced;
}

/**
 * The result with a clearance of what it says, where an answer to the mark loosens what holds: the originator who
 * answers clears the text as it is then. Others are refused by `requireAuthority`.
 */
function clearedAnew(vault: Vault, view: MergedView, resolved: MergedView): MergedView {
  const asked = view.conflicts.some(({ path }) => path === '$handling.label' || path === '$handling.distribution');
  if (!asked || sameMark(view.handling, resolved.handling)) return resolved;
  const marked = withMark(view.handling, markOf(resolved.handling), resolved.body, readCircle(vault));
  const { originator, caveats, chathamHouse, expires } = resolved.handling;
  const { expires: _before, ...rest } = marked;
  const after = expires === undefined ? {} : { expires };
  return { ...resolved, handling: { ...rest, originator, caveats, chathamHouse, ...after } };
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
