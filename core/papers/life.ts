import { generateKeyBetween } from 'fractional-indexing';
import { AmberdeskError } from '../../domain/errors.ts';
import { isCleared, stepsOf, textDigest } from '../../domain/papers/clearance.ts';
import { isIssued, issuesOf } from '../../domain/papers/issues.ts';
import { nextNumber } from '../../domain/papers/nextNumber.ts';
import { RichText } from '../../domain/papers/richText.ts';
import { asksReason, nextStatuses, type Status, statusOf } from '../../domain/papers/status.ts';
import { wordCount } from '../../domain/papers/wordsOf.ts';
import { RecordId, RevisionId } from '../../domain/records/ids.ts';
import type { Json, JsonObject } from '../../domain/records/json.ts';
import { compareEntries } from '../../domain/records/mergeFields.ts';
import { objectOf } from '../../domain/records/own.ts';
import { objects, text } from '../../domain/records/text.ts';
import { type Changes, editRecord } from '../records/editRecord.ts';
import { listRecords } from '../records/listRecords.ts';
import { cutDraft } from '../records/localCuts.ts';
import { naming } from '../records/many.ts';
import { type RecordView, readRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import { shareDrafts } from '../records/shareDrafts.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';

/**
 * Gives papers another status, all of them or none, and notes who did so, when, and why where that is asked. Throws
 * `paper.status` where it may not follow, `paper.reasonless`, `paper.notCleared` where steps of the clearance are open and
 * no reason overrules them, `paper.bySecretariat`, and what editing throws. Issuing is an act of its own (`issuePapers`).
 */
export function setStatus(session: Session, ids: readonly RecordId[], status: Status, reason = ''): RecordId[] {
  const said = reason.trim();
  return actOnEach(session, ids, (view) => {
    const before = statusOf(view.body);
    if (before === status) return undefined;
    if (status === 'issued' || !nextStatuses(before).includes(status)) throw new AmberdeskError('paper.status');
    if (asksReason(before, status) && said === '') throw new AmberdeskError('paper.reasonless');
    if (before === 'issued') requireSecretariat(session);
    if (status === 'cleared' && said === '' && !isCleared(view.body)) throw new AmberdeskError('paper.notCleared');
    return changesTo(session, view.body, status, said);
  });
}

/**
 * Issues papers as they are now: each gets its number where it has none, is shared, and carries the revision that says
 * what was issued. From then on it stands. Throws `paper.bySecretariat`, `paper.empty`, `paper.notCleared`, `paper.status`
 * and what editing throws.
 */
export function issuePapers(
  session: Session,
  ids: readonly RecordId[],
  { name = '', reason = '' }: { readonly name?: string | undefined; readonly reason?: string | undefined } = {},
): RecordId[] {
  const { vault, surroundings } = session;
  requireSecretariat(session);
  const said = reason.trim();
  const issued = actOnEach(session, ids, (before) => {
    const { id, body } = before;
    if (isIssued(body)) return undefined;
    if (statusOf(body) === 'withdrawn') throw new AmberdeskError('paper.status');
    const document = RichText.safeParse(body.body);
    const isWritten = document.success && wordCount(document.data) > 0;
    if (!isWritten && objects(body.attachments).length === 0) throw new AmberdeskError('paper.empty');
    if (said === '' && !isCleared(body)) throw new AmberdeskError('paper.notCleared');
    if (text(body.number) === '') {
      const number = numberFor(session, before);
      if (number !== undefined) editRecord(session, id, { number });
    }
    const version = sharedVersion(session, id);
    const issues = objects(body.issues).toSorted(compareEntries);
    const entry = objectOf([
      ['id', surroundings.randomId()],
      ['order', generateKeyBetween(text(issues.at(-1)?.order) || null, null)],
      ['name', name.trim() || issueName(body)],
      ['on', dayOf(session)],
      ['by', vault.installation.seat],
      ['version', version],
    ]);
    return { ...changesTo(session, body, 'issued', said), issues: [...issues, entry] };
  });
  // Nothing is left to share: from now on nothing of it changes.
  shareDrafts(session, issued);
  return issued;
}

/** Opens issued papers for a new version, with a reason that stays. Throws `paper.bySecretariat`, `paper.notIssued`, `paper.reasonless`. */
export function beginVersion(session: Session, ids: readonly RecordId[], reason: string): RecordId[] {
  requireSecretariat(session);
  const said = reason.trim();
  if (said === '') throw new AmberdeskError('paper.reasonless');
  return actOnEach(session, ids, ({ body }) => {
    if (!isIssued(body)) throw new AmberdeskError('paper.notIssued');
    return changesTo(session, body, 'drafting', said);
  });
}

/**
 * What somebody says in a step of the clearance: that the text is cleared as it is, or returned, with a reason; `open`
 * takes it back. Whose step it is says so, or the Secretariat notes it on their behalf. A text that is cleared is shared
 * first, so that what was cleared can be read for ever. With the last step a paper that was handed in is cleared; a
 * returned one is being drafted again. Throws `paper.notYourStep`, `paper.reasonless`, `record.missing`.
 */
export function sayClearance(
  session: Session,
  id: RecordId,
  step: string,
  says: 'cleared' | 'returned' | 'open',
  reason = '',
): RecordId[] {
  const { vault } = session;
  const said = reason.trim();
  if (says === 'returned' && said === '') throw new AmberdeskError('paper.reasonless');
  return actOnEach(session, [id], (before) => {
    const mine = stepsOf(before.body).find((one) => one.id === step);
    if (mine === undefined) throw new AmberdeskError('record.missing', { record: id });
    if (mine.person !== vault.installation.seat && vault.installation.role !== 'secretariat') {
      throw new AmberdeskError('paper.notYourStep');
    }
    const version = says === 'cleared' ? sharedVersion(session, id) : undefined;
    const { body } = readRecord(vault, id);
    const seen = textDigest(body);
    const clearance = objects(body.clearance).map((entry): JsonObject => {
      if (entry.id !== step) return entry;
      const { state: _state, on: _on, by: _by, reason: _reason, seen: _seen, version: _version, ...asked } = entry;
      if (says === 'open') return asked;
      const noted = { state: says, on: dayOf(session), by: vault.installation.seat };
      return objectOf([
        ...Object.entries({ ...asked, ...noted }),
        ['reason', said || undefined],
        ['seen', says === 'cleared' ? seen : undefined],
        ['version', version],
      ]);
    });
    const status = statusOf(body);
    const after = { ...body, clearance };
    if (says === 'returned' && (status === 'submitted' || status === 'cleared')) {
      return { clearance, ...changesTo(session, body, 'drafting', said) };
    }
    const isDone = says === 'cleared' && status === 'submitted' && isCleared(after);
    return isDone ? { clearance, ...changesTo(session, body, 'cleared', '') } : { clearance };
  });
}

/** Notes that whoever writes these papers was reminded today. */
export function noteReminded(session: Session, ids: readonly RecordId[]): RecordId[] {
  return actOnEach(session, ids, ({ body }) => {
    const before = objects(body.reminders).toSorted(compareEntries);
    const entry = {
      id: session.surroundings.randomId(),
      order: generateKeyBetween(text(before.at(-1)?.order) || null, null),
      on: dayOf(session),
      by: session.vault.installation.seat,
    };
    return { reminders: [...before, entry] };
  });
}

/** The next status with its entry in the course of the paper. */
export function changesTo(session: Session, body: JsonObject, status: Status, reason: string): Record<string, Json> {
  const course = objects(body.course).toSorted(compareEntries);
  const entry = objectOf([
    ['id', session.surroundings.randomId()],
    ['order', generateKeyBetween(text(course.at(-1)?.order) || null, null)],
    ['was', statusOf(body)],
    ['status', status],
    ['on', dayOf(session)],
    ['by', session.vault.installation.seat],
    ['reason', reason || undefined],
  ]);
  return { status, course: [...course, entry] };
}

/** `First issue`, then `Rev. 1`, in the language of the paper. */
function issueName(body: JsonObject): string {
  const before = issuesOf(body).length;
  if (body.language === 'fr') return before === 0 ? 'Première édition' : `Rév. ${before}`;
  return before === 0 ? 'First issue' : `Rev. ${before}`;
}

/** The shared revision that says what the record says now. Throws `record.conflict` where there are several. */
function sharedVersion(session: Session, id: RecordId): RevisionId {
  const { vault } = session;
  shareDrafts(session, [id]);
  const [head, ...others] = findRecord(vault, id)?.heads ?? [];
  if (head === undefined || others.length > 0) throw new AmberdeskError('record.conflict', { record: id });
  return RevisionId.parse(head);
}

function numberFor({ vault }: Session, paper: RecordView): string | undefined {
  const id = RecordId.safeParse(paper.body.meeting);
  const meeting = id.success ? findRecord(vault, id.data) : undefined;
  if (!id.success || meeting === undefined) return undefined;
  const where = { meeting: id.data };
  const items = listRecords(vault, { kind: 'agendaItem', where, deleted: false });
  return nextNumber(paper, meeting.body, items, listRecords(vault, { kind: 'paper', where, deleted: false }));
}

function requireSecretariat({ vault }: Session): void {
  if (vault.installation.role !== 'secretariat') throw new AmberdeskError('paper.bySecretariat');
}

/** Each is a step of its own in the local history, whatever was being typed. Gives what changed. */
function actOnEach(
  session: Session,
  ids: readonly RecordId[],
  act: (view: RecordView) => Changes | undefined,
): RecordId[] {
  const { vault, surroundings } = session;
  return inTransaction(session, (changed) => {
    for (const id of new Set(ids)) {
      naming(id, () => {
        const view = readRecord(vault, id);
        if (view.kind !== 'paper' || view.deleted) throw new AmberdeskError('record.missing');
        if (view.conflicted) throw new AmberdeskError('record.conflict', { record: id });
        cutDraft(vault, id, surroundings.now());
        const changes = act(view);
        if (changes === undefined) return;
        editRecord(session, id, changes);
        cutDraft(vault, id, surroundings.now());
        changed.add(id);
      });
    }
    return [...changed];
  });
}

/** The day of this moment, in the time of the world. */
export function dayOf({ surroundings }: Session): string {
  return new Date(surroundings.now()).toISOString().slice(0, 10);
}
