import type { z } from 'zod';
import type { CueLine } from '../../contract/meetings/room.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { effectiveHandling } from '../../domain/handling/change.ts';
import type { Distribution, Mark } from '../../domain/handling/handling.ts';
import { CueMoment } from '../../domain/meetings/cue.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { count, text } from '../../domain/records/text.ts';
import { editRecord } from '../records/editRecord.ts';
import { listRecords } from '../records/listRecords.ts';
import { type RecordView, readRecord, requireRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';

type Line = z.input<typeof CueLine>;

/** The cues of a meeting, and who is in its chair. Throws `record.missing`. */
export function readCues({ vault }: Session, meeting: RecordId): { cues: Line[]; chairs: RecordId[] } {
  const chairs = chairsOf(vault, meeting);
  return {
    chairs,
    cues: listRecords(vault, { kind: 'cue', where: { meeting }, deleted: false }).flatMap((view) => {
      const line = lineOf(vault, view, chairs);
      return line === undefined ? [] : [line];
    }),
  };
}

/** The organisations in the chair: those of persons who hold it. Throws `record.missing`. */
export function chairsOf(vault: Vault, meeting: RecordId): RecordId[] {
  const { kind, body, deleted } = requireRecord(vault, meeting);
  if (kind !== 'meeting' || deleted) throw new AmberdeskError('record.missing', { record: meeting });
  const organisations = [text(body.chair), text(body.coChair)].map((id) => {
    const held = id === '' ? undefined : findRecord(vault, id);
    return held?.kind === 'person' ? text(held.body.organisation) : id;
  });
  return [...new Set(organisations)].flatMap((id) => RecordId.safeParse(id).data ?? []);
}

function lineOf(
  vault: Vault,
  { id, body, handling, conflicted }: RecordView,
  chairs: readonly RecordId[],
): Line | undefined {
  const record = RecordId.safeParse(body.record);
  const moment = CueMoment.safeParse(body.moment);
  if (!record.success || !moment.success) return undefined;
  const { label, distribution } = effectiveHandling(handling, body);
  const minutes = count(body.minutes);
  return {
    cue: id,
    record: record.data,
    moment: moment.data,
    whose: findRecord(vault, text(body.organisation))?.title ?? '',
    own: handling.originator === vault.installation.organisation,
    say: text(body.say),
    act: text(body.act),
    late: text(body.late),
    ...(minutes > 0 ? { minutes } : {}),
    label,
    given: chairs.length > 0 && chairs.every((chair) => reaches(distribution, chair)),
    conflicted,
  };
}

function reaches(distribution: Distribution, organisation: RecordId): boolean {
  if (distribution.to === 'named') return distribution.organisations.includes(organisation);
  return distribution.to !== 'installation';
}

/**
 * Gives cues to the organisations in the chair. Throws `record.missing` for what is no cue of the meeting,
 * `meeting.noChair`, and what editing throws.
 */
export function giveCues(session: Session, meeting: RecordId, cues: readonly RecordId[]): RecordId[] {
  const { vault } = session;
  const chairs = chairsOf(vault, meeting);
  if (chairs.length === 0) throw new AmberdeskError('meeting.noChair', { record: meeting });
  const own = vault.installation.organisation;
  const organisations = [...new Set([own, ...chairs])];
  return mark(session, meeting, cues, {
    label: 'TLP:AMBER',
    distribution: { to: 'named', organisations, persons: [] },
  });
}

/** Takes it back: they are for our organisation alone again. Throws as giving does. */
export function withdrawCues(session: Session, meeting: RecordId, cues: readonly RecordId[]): RecordId[] {
  const organisations = [session.vault.installation.organisation];
  return mark(session, meeting, cues, {
    label: 'TLP:AMBER+STRICT',
    distribution: { to: 'named', organisations, persons: [] },
  });
}

function mark(session: Session, meeting: RecordId, cues: readonly RecordId[], to: Mark): RecordId[] {
  return inTransaction(session, (changed) =>
    cues.map((cue) => {
      const { kind, body, deleted } = readRecord(session.vault, cue);
      if (kind !== 'cue' || deleted || text(body.meeting) !== meeting) {
        throw new AmberdeskError('record.missing', { record: cue });
      }
      editRecord(session, cue, {}, { mark: to });
      changed.add(cue);
      return cue;
    }),
  );
}
