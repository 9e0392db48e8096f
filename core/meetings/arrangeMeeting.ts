import { AmberdeskError } from '../../domain/errors.ts';
import { effectiveHandling } from '../../domain/handling/change.ts';
import type { Mark } from '../../domain/handling/handling.ts';
import { type Arrangement, arrange, type Change, type Marked } from '../../domain/meetings/arrange.ts';
import type { Fields, Operation, Step } from '../../domain/meetings/operations.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { canonicalJson, type JsonObject, sameJson } from '../../domain/records/json.ts';
import { objectOf } from '../../domain/records/own.ts';
import { asJson } from '../../domain/records/revision.ts';
import { text } from '../../domain/records/text.ts';
import { createRecord } from '../records/createRecord.ts';
import { deleteRecord, editRecord, restoreRecord } from '../records/editRecord.ts';
import { listRecords } from '../records/listRecords.ts';
import { cutDraft } from '../records/localCuts.ts';
import { readRecord, requireRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';

/** What the invited bodies of an open session may hold. */
export const FOR_THE_OPEN_SESSION: Mark = { label: 'TLP:GREEN', distribution: { to: 'community' } };

/** What was done, as steps that lead there again; `backwards` of them leads back. */
export interface Arranged {
  readonly steps: Step[];
  readonly created: RecordId[];
}

/**
 * Changes the plan of a meeting: every record that the operation touches, in one transaction and one step of its local
 * history, from the plan as it is now. Throws what `arrange` throws, what editing throws, and
 * `meeting.changedMeanwhile` for steps whose fields are no longer as they were.
 */
export function arrangeMeeting(session: Session, id: RecordId, operation: Operation, reason: string): Arranged {
  const { vault, surroundings } = session;
  return inTransaction(session, (changed) => {
    const plan = readArrangement(vault, id);
    const changes = arrange(plan, operation, () => surroundings.randomId());
    for (const change of changes) {
      if (change.does !== 'make') requirePart(vault, id, change);
      make(session, change, reason);
      changed.add(change.record);
    }
    return {
      steps: changes.map((change): Step => (change.does === 'make' ? restoring(change.record) : change)),
      created: changes.flatMap((change) => (change.does === 'make' ? [change.record] : [])),
    };
  });
}

const restoring = (record: RecordId): Step => ({ does: 'restore', record });

/** A meeting that is there, with what is in it. Throws `record.missing`. */
export function readArrangement(vault: Vault, id: RecordId): Arrangement {
  const meeting = readRecord(vault, id);
  if (meeting.kind !== 'meeting' || meeting.deleted) throw new AmberdeskError('record.missing', { record: id });
  const inMeeting = (kind: string): Marked[] =>
    listRecords(vault, { kind, where: { meeting: id }, deleted: false }).map((record) => {
      const { cleared: _cleared, ...handling } = effectiveHandling(record.handling, record.body);
      return { id: record.id, body: record.body, label: handling.label, handled: canonicalJson(asJson(handling)) };
    });
  return { meeting, sessions: inMeeting('session'), items: inMeeting('agendaItem') };
}

/** Steps come from outside: they reach what belongs to this meeting, as it was when they were noted. */
function requirePart(vault: Vault, meeting: RecordId, step: Step): void {
  const { kind, body, deleted, id } = requireRecord(vault, step.record);
  const belongs = id === meeting || (['session', 'agendaItem'].includes(kind) && text(body.meeting) === meeting);
  if (!belongs || (deleted && step.does !== 'restore')) throw new AmberdeskError('meeting.entryGone', { record: id });
  if (step.does !== 'edit') return;
  const same = Object.entries(step.before).every(
    ([field, value]) => value !== undefined && sameJson(body[field] ?? null, value),
  );
  if (!same) throw new AmberdeskError('meeting.changedMeanwhile', { record: id });
}

function make(session: Session, change: Change, reason: string): void {
  const { vault, surroundings } = session;
  if (change.does === 'make') {
    const { kind, body, record, open } = change;
    createRecord(session, kind, body, { id: record, ...(open ? { mark: FOR_THE_OPEN_SESSION } : {}) });
    return;
  }
  // A step of its own, whatever was being typed there.
  cutDraft(vault, change.record, surroundings.now());
  step(session, change, reason);
  cutDraft(vault, change.record, surroundings.now());
}

function step(session: Session, change: Step, reason: string): void {
  switch (change.does) {
    case 'edit':
      editRecord(session, change.record, valuesOf(change.after));
      break;
    case 'remove':
      deleteRecord(session, change.record, reason);
      break;
    case 'restore':
      restoreRecord(session, change.record);
      break;
  }
}

const valuesOf = (fields: Fields): JsonObject =>
  objectOf(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
