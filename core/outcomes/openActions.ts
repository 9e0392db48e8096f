import type { z } from 'zod';
import type { OpenAction as OpenActionSchema } from '../../contract/outcomes/calls.ts';
import { CalendarDate } from '../../domain/meetings/kinds.ts';
import { dateAt } from '../../domain/meetings/timing.ts';
import { byUrgency, isOpenAction, isOverdue } from '../../domain/outcomes/openActions.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import { listRecords } from '../records/listRecords.ts';
import { type RecordView, readRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';

type OpenAction = z.input<typeof OpenActionSchema>;

/**
 * Actions that nobody closed and with which no other goes on, mine first, then what is due first. `before`: only those of
 * meetings that began before this one, as they are carried forward to it. Throws `record.missing`.
 */
export function openActions({ vault, surroundings }: Session, before: RecordId | undefined): OpenAction[] {
  const coming = before === undefined ? undefined : readRecord(vault, before);
  const actions = listRecords(vault, { kind: 'action', deleted: false });
  const continued = new Set(actions.map(({ body }) => text(body.continues)));
  const today = dateAt(surroundings.now(), text(coming?.body.zone) || 'UTC');
  return actions
    .filter(({ id, body }) => isOpenAction(body) && !continued.has(id))
    .filter(({ body }) => coming === undefined || isEarlier(vault, text(body.meeting), coming))
    .map((view) => entryOf(vault, view, today))
    .toSorted((one, other) => byUrgency({ ...one, due: one.due ?? '' }, { ...other, due: other.due ?? '' }));
}

function isEarlier(vault: Vault, meeting: string, coming: RecordView): boolean {
  const held = findRecord(vault, meeting);
  if (held === undefined || held.deleted || meeting === coming.id) return false;
  const [one, other] = [text(held.body.starts), text(coming.body.starts)];
  return one !== '' && (other === '' || one < other);
}

function entryOf(vault: Vault, { id, body }: RecordView, today: string): OpenAction {
  const { installation } = vault;
  const lead = RecordId.safeParse(body.lead);
  const who = lead.success ? findRecord(vault, lead.data) : undefined;
  const meeting = RecordId.safeParse(body.meeting);
  const held = meeting.success ? findRecord(vault, meeting.data) : undefined;
  const due = CalendarDate.safeParse(body.due);
  return {
    action: id,
    number: text(body.number),
    text: text(body.text),
    ...(lead.success && who !== undefined
      ? { lead: { record: lead.data, kind: who.kind, name: text(who.body.shortName) || text(who.body.name) } }
      : {}),
    ...(due.success ? { due: due.data } : {}),
    late: isOverdue(body, today),
    mine: lead.success && (lead.data === installation.organisation || lead.data === installation.seat),
    ...(meeting.success && held !== undefined
      ? { meeting: { record: meeting.data, title: text(held.body.title) } }
      : {}),
  };
}
