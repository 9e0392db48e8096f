import { AmberdeskError, type ErrorCode } from '../../../domain/errors.ts';
import { allowsDistribution } from '../../../domain/handling/change.ts';
import type { Handling, Mark } from '../../../domain/handling/handling.ts';
import { commonDistribution, stricterLabel } from '../../../domain/handling/order.ts';
import { sameMark } from '../../../domain/handling/tightening.ts';
import { answerConflict } from '../../../domain/records/answerConflict.ts';
import { checkFields } from '../../../domain/records/checkBody.ts';
import { ALIASES, DELETED } from '../../../domain/records/deletion.ts';
import { joinDuplicates } from '../../../domain/records/duplicates.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import type { MergedView } from '../../../domain/records/merge.ts';
import { own } from '../../../domain/records/own.ts';
import { text, texts } from '../../../domain/records/text.ts';
import { listInstallations } from '../../exchange/cards.ts';
import type { Session } from '../../session.ts';
import type { Vault } from '../../vault/vault.ts';
import { changeRecord } from '../changeRecord.ts';
import { requireEditable } from '../draft.ts';
import { handlingAfter } from '../handlingAfter.ts';
import { cutDraft } from '../localCuts.ts';
import type { State } from '../refresh.ts';
import type { Answers } from '../resolveConflicts.ts';
import type { RecordRow } from '../rows.ts';
import { inTransaction } from '../transaction.ts';

/** Kinds of which the same thing is made twice. */
export const JOINED_KINDS: readonly string[] = ['organisation', 'person'];

/** Two records that are to be one: that whose id is the lower stays, so that everybody who joins them keeps the same. */
export interface Joining {
  readonly kept: RecordRow;
  readonly gone: RecordRow;
  /** What both say together, with what is asked where they differ. Marks are not asked about. */
  readonly view: MergedView;
  /** The strictest mark that both allow; undefined when nobody may have both. */
  readonly mark: Mark | undefined;
  /** Why they cannot be joined. */
  readonly refused: Extract<ErrorCode, 'record.holdsSeat' | 'record.marksApart'> | undefined;
}

/**
 * What joining two records would come to. Throws `record.missing`, `record.kind`, `record.conflict`, and
 * `record.invalid` for one that is deleted, of another kind than the other, or the same.
 */
export function planJoining(session: Session, one: RecordId, other: RecordId): Joining {
  const [first, second] = [requireEditable(session, one), requireEditable(session, other)];
  const [kept, gone] = first.id < second.id ? [first, second] : [second, first];
  const isPair = kept.id !== gone.id && kept.kind === gone.kind && JOINED_KINDS.includes(kept.kind);
  if (!isPair || kept.deleted || gone.deleted) throw new AmberdeskError('record.invalid', { records: [one, other] });
  const whole = joinDuplicates(kindOf(kept.kind), kept, gone);
  const fields = Object.keys(kindOf(kept.kind)?.fields ?? {});
  const conflicts = whole.conflicts.filter(({ type }) => type !== 'handling');
  const place = ({ field }: { readonly field: string }) => fields.indexOf(field);
  const view = { ...whole, conflicts: conflicts.toSorted((left, right) => place(left) - place(right)) };
  const mark = commonMark(kept.handling, gone.handling);
  const refused = holdsSeat(session.vault, kept, gone)
    ? ('record.holdsSeat' as const)
    : mark === undefined
      ? ('record.marksApart' as const)
      : undefined;
  return { kept, gone, view, mark, refused };
}

/**
 * Joins two records, in one step of the local history of each: the kept one says what both say and has the other's id as
 * alias, the other is deleted into it. Throws what `planJoining` throws, `record.holdsSeat`, `record.marksApart`,
 * `record.conflict` (details: paths without an answer), `record.invalid` for values that do not fit.
 */
export function joinRecords(
  session: Session,
  one: RecordId,
  other: RecordId,
  answers: Answers,
  reason: string,
): { kept: RecordId; gone: RecordId } {
  const { vault } = session;
  return inTransaction(session, (changed) => {
    const { kept, gone, view, mark, refused } = planJoining(session, one, other);
    if (refused !== undefined || mark === undefined) {
      throw new AmberdeskError(refused ?? 'record.marksApart', { records: [kept.id, gone.id] });
    }
    const body = answeredBody(kept.kind, view, answers);
    const ids = { kept: idOf(kept, one, other), gone: idOf(gone, one, other) };
    const changes = sameMark(kept.handling, mark) ? {} : { mark };
    stepOf(session, ids.kept, (record) => {
      const { caveats, chathamHouse, expires = null } = view.handling;
      return { body, handling: handlingAfter(vault, record, body, { ...changes, caveats, chathamHouse, expires }) };
    });
    stepOf(session, ids.gone, (record) => {
      const into = { ...record.body, [DELETED]: { reason, into: kept.id } };
      return { body: into, handling: handlingAfter(vault, record, into, {}) };
    });
    changed.add(ids.kept).add(ids.gone);
    return ids;
  });
}

/**
 * Parts a record from the one that it was joined with: it is there again, under its own id. What the kept one says stays.
 * Throws `record.missing`, `record.kind`, `record.conflict`.
 */
export function partRecords(session: Session, kept: RecordId, gone: RecordId): RecordId[] {
  const { vault } = session;
  return inTransaction(session, (changed) => {
    const back = requireEditable(session, gone);
    const ids = new Set([gone, ...texts(back.body[ALIASES])]);
    stepOf(session, kept, (record) => {
      const { [ALIASES]: aliases, ...rest } = record.body;
      const left = texts(aliases).filter((alias) => !ids.has(alias));
      const body: JsonObject = left.length === 0 ? rest : { ...rest, [ALIASES]: left };
      return { body, handling: handlingAfter(vault, record, body, {}) };
    });
    stepOf(session, gone, (record) => {
      const { [DELETED]: _deleted, ...body } = record.body;
      return { body, handling: handlingAfter(vault, record, body, {}) };
    });
    changed.add(kept).add(gone);
    return [kept, gone];
  });
}

/** One step of a record's local history, whatever was being typed there. */
function stepOf(session: Session, id: RecordId, change: (record: RecordRow) => State): void {
  const { vault, surroundings } = session;
  cutDraft(vault, id, surroundings.now());
  changeRecord(session, id, change);
  cutDraft(vault, id, surroundings.now());
}

const idOf = (record: RecordRow, one: RecordId, other: RecordId): RecordId => (record.id === one ? one : other);

/** The body with all answers in place. Throws `record.conflict`, `record.invalid`. */
function answeredBody(kindName: string, view: MergedView, answers: Answers): JsonObject {
  let open = view;
  for (const conflict of view.conflicts.toSorted((one, other) => one.path.length - other.path.length)) {
    if (!open.conflicts.includes(conflict) || !Object.hasOwn(answers, conflict.path)) continue;
    open = answerConflict(open, conflict, answers[conflict.path] ?? undefined);
  }
  if (open.conflicts.length > 0) {
    throw new AmberdeskError('record.conflict', { unanswered: open.conflicts.map(({ path }) => path) });
  }
  const kind = kindOf(kindName);
  const fields = [...new Set(view.conflicts.map(({ field }) => field))];
  const asked = Object.fromEntries(fields.map((field) => [field, own(open.body, field)]));
  const faults = kind === undefined ? [] : checkFields(kind, asked);
  if (faults.length > 0) throw new AmberdeskError('record.invalid', { fields: faults.map(({ field }) => field) });
  return open.body;
}

/** The stricter label, for those who may have both. */
function commonMark(one: Handling, other: Handling): Mark | undefined {
  const distribution = commonDistribution(one.distribution, other.distribution);
  if (distribution === undefined) return undefined;
  const label = stricterLabel(one.label, other.label);
  return allowsDistribution(label, distribution) ? { label, distribution } : undefined;
}

const SEATED: readonly string[] = ['member', 'secretariat', 'cooperating'];
const OF_STATES: readonly string[] = ['state', 'union', 'secretariat'];

/**
 * Whether a join would move a seat of the network: bodies of the board are not joined at all, a person with a card does
 * not give way.
 */
function holdsSeat(vault: Vault, kept: RecordRow, gone: RecordRow): boolean {
  const cards = listInstallations(vault);
  const { seat, organisation } = vault.installation;
  if (kept.kind === 'person') return gone.id === seat || cards.some((card) => card.seat === gone.id);
  return [kept, gone].some(
    ({ id, body }) =>
      id === organisation ||
      SEATED.includes(text(body.membership)) ||
      OF_STATES.includes(text(body.type)) ||
      cards.some((card) => card.organisation === id),
  );
}
