import { generateNKeysBetween } from 'fractional-indexing';
import type { z } from 'zod';
import type { adoptionCalls } from '../../contract/adoption/calls.ts';
import { SUBJECT_KINDS, subjectDigest, subjectWords } from '../../domain/adoption/subjects.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { type Circle, organisationOf, withMembership } from '../../domain/handling/circle.ts';
import { covers } from '../../domain/handling/covers.ts';
import type { Distribution, Mark } from '../../domain/handling/handling.ts';
import { sameMark } from '../../domain/handling/tightening.ts';
import { isZone } from '../../domain/meetings/timing.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { objectOf } from '../../domain/records/own.ts';
import { text } from '../../domain/records/text.ts';
import { minuteOf } from '../context.ts';
import { readCircle } from '../records/circle.ts';
import { type CreateOptions, createRecord } from '../records/createRecord.ts';
import { handledLike } from '../records/handledLike.ts';
import { type RecordView, readRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';

type Order = z.output<typeof adoptionCalls.putUp.input>;

/**
 * Puts texts up for adoption as they are now, under the mark that they have. Throws `adoption.nothing`,
 * `adoption.marksDiffer`, `adoption.noDeadline` (silence without a moment ahead), `adoption.notAsked` for one that may not
 * have it, `adoption.notYours` at another seat than the Secretariat's, `record.missing`, `record.conflict`, `record.invalid`.
 */
export function putUp(session: Session, order: Order): RecordId {
  const { vault, surroundings } = session;
  const now = minuteOf(surroundings.now());
  const zone = order.zone ?? 'UTC';
  if (order.way === 'silence' && (order.deadline === undefined || order.deadline <= now)) {
    throw new AmberdeskError('adoption.noDeadline');
  }
  if (!isZone(zone)) throw new AmberdeskError('record.invalid', { fields: ['zone'] });
  return inTransaction(session, (changed) => {
    const subjects = [...new Set(order.records)].map((id) => requireSubject(readRecord(vault, id)));
    const options = handledLikeAll(subjects);
    const keys = generateNKeysBetween(null, null, subjects.length);
    const meeting = order.meeting ?? meetingOf(subjects);
    const body = objectOf([
      ['meeting', meeting],
      ['title', order.title?.trim() || titleOf(subjects)],
      ['way', order.way],
      ['put', subjects.map((one, at) => entryOf(one, surroundings.randomId(), keys[at] ?? ''))],
      ['asked', askedAmong(readCircle(vault), options.mark, order.asked)],
      ['text', order.text?.trim() || undefined],
      ['opened', now],
      ['deadline', order.deadline],
      ['zone', zone],
      ['chair', order.chair ?? chairOf(session, meeting)],
    ]);
    const { id } = createRecord(session, 'adoption', body, options);
    changed.add(id);
    return id;
  });
}

function requireSubject(view: RecordView): RecordView {
  if (view.deleted || !SUBJECT_KINDS.includes(view.kind))
    throw new AmberdeskError('record.missing', { record: view.id });
  if (view.conflicted) throw new AmberdeskError('record.conflict', { record: view.id });
  return view;
}

/** Under one mark, which all of them have; with every caveat and the first last day of any. */
function handledLikeAll(subjects: readonly RecordView[]): CreateOptions & { readonly mark: Mark } {
  const all = subjects.map(handledLike);
  const mark = all[0]?.mark;
  if (mark === undefined) throw new AmberdeskError('adoption.nothing');
  if (!all.every((one) => one.mark !== undefined && sameMark(one.mark, mark))) {
    throw new AmberdeskError('adoption.marksDiffer');
  }
  return {
    mark,
    caveats: [...new Set(all.flatMap(({ caveats }) => caveats ?? []))],
    chathamHouse: all.some(({ chathamHouse }) => chathamHouse),
    expires: all.flatMap(({ expires }) => expires ?? []).sort()[0],
  };
}

function entryOf({ id, title, body }: RecordView, entry: string, order: string): JsonObject {
  return { id: entry, order, record: id, title, digest: subjectDigest(body), words: subjectWords(body) };
}

/** The members who are asked: those named, else all; none who may not have it. */
function askedAmong(circle: Circle, mark: Mark, wanted: readonly RecordId[] | undefined): string[] {
  const may = withMembership(circle, 'member').filter((id) => mayHave(circle, mark.distribution, id));
  const astray = wanted?.find((one) => !may.includes(one));
  if (astray !== undefined) throw new AmberdeskError('adoption.notAsked', { organisation: astray });
  const asked = wanted ?? may;
  if (asked.length === 0) throw new AmberdeskError('adoption.notAsked');
  return [...asked].sort();
}

/** Whether something of this distribution goes to the organisation, or to somebody of it who is named. */
function mayHave(circle: Circle, distribution: Distribution, id: string): boolean {
  if (covers(distribution, { kind: 'organisation', id }, circle)) return true;
  return distribution.to === 'named' && distribution.persons.some((one) => organisationOf(circle, one) === id);
}

function meetingOf([first]: readonly RecordView[]): RecordId | undefined {
  const meeting = RecordId.safeParse(first?.body.meeting);
  return meeting.success ? meeting.data : undefined;
}

function chairOf({ vault }: Session, meeting: RecordId | undefined): string | undefined {
  if (meeting === undefined) return undefined;
  return text(readRecord(vault, meeting).body.chair) || undefined;
}

function titleOf([first, ...others]: readonly RecordView[]): string {
  return others.length === 0 ? (first?.title ?? '') : `${first?.title ?? ''} (+${others.length})`;
}
