import { generateNKeysBetween } from 'fractional-indexing';
import { AmberdeskError } from '../../domain/errors.ts';
import { effectiveHandling } from '../../domain/handling/change.ts';
import type { Label } from '../../domain/handling/handling.ts';
import { trayOf } from '../../domain/meetings/arrange.ts';
import { continuationOf } from '../../domain/meetings/copyPlan.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import { createRecord } from '../records/createRecord.ts';
import { handledLike } from '../records/handledLike.ts';
import { linksTo } from '../records/links.ts';
import { listRecords } from '../records/listRecords.ts';
import { hasRecord, type RecordView, readRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';
import { readArrangement } from './arrangeMeeting.ts';

const UNFINISHED = ['adjourned', 'notReached'] as const;

/** An item of an earlier meeting that was not concluded. */
export interface Unfinished {
  readonly item: RecordId;
  readonly title: string;
  readonly label: Label;
  readonly outcome: (typeof UNFINISHED)[number];
  readonly meeting: RecordId;
  readonly meetingTitle: string;
  /** Its first day. */
  readonly starts: string;
  /** Whether this installation may carry it over: a copy of what another organisation wrote would be ours to loosen. */
  readonly mayCarry: boolean;
}

/**
 * The items of earlier meetings that were adjourned or not reached, and with which no item goes on yet; the latest meeting
 * first, in the order of its plan. Throws `record.missing`.
 */
export function unfinishedBefore({ vault }: Session, id: RecordId): Unfinished[] {
  const { meeting } = readArrangement(vault, id);
  const until = text(meeting.body.starts);
  return UNFINISHED.flatMap((outcome) =>
    listRecords(vault, { kind: 'agendaItem', where: { outcome }, deleted: false, order: 'order' })
      .filter((item) => !isContinued(vault, item.id))
      .flatMap((item): Unfinished[] => {
        const held = meetingOf(vault, item);
        const starts = text(held?.body.starts);
        if (held === undefined || held.id === id || starts === '' || (until !== '' && starts > until)) return [];
        const { label } = effectiveHandling(item.handling, item.body);
        const of = { meeting: held.id, meetingTitle: held.title, starts };
        return [{ item: item.id, title: item.title, label, outcome, ...of, mayCarry: isOurs(vault, item) }];
      }),
  ).sort((one, other) => (one.starts === other.starts ? 0 : one.starts < other.starts ? 1 : -1));
}

/**
 * Puts an item into the tray of a meeting for each of these, with its title, length, leads and papers, under its mark, and
 * says with which it goes on. All or nothing. Throws `record.missing` for one that is not there, or is concluded or carried
 * over already, `record.notOriginator` for one that another organisation wrote.
 */
export function carryOver(session: Session, id: RecordId, items: readonly RecordId[]): RecordId[] {
  const { vault } = session;
  return inTransaction(session, (changed) => {
    const plan = readArrangement(vault, id);
    const orders = generateNKeysBetween(text(trayOf(plan).at(-1)?.body.order) || null, null, items.length);
    const offered = new Map(unfinishedBefore(session, id).map((one) => [one.item, one]));
    return items.map((item, at) => {
      const known = offered.get(item);
      if (known === undefined) throw new AmberdeskError('record.missing', { record: item });
      if (!known.mayCarry) throw new AmberdeskError('record.notOriginator', { record: item });
      offered.delete(item);
      const view = readRecord(vault, item);
      const made = createRecord(
        session,
        'agendaItem',
        { ...continuationOf(item, view.body), meeting: id, order: orders[at] ?? '' },
        handledLike(view),
      );
      changed.add(made.id);
      return made.id;
    });
  });
}

function isContinued(vault: Vault, item: RecordId): boolean {
  return linksTo(vault, item).some(({ field, record }) => field === 'continues' && !readRecord(vault, record).deleted);
}

function meetingOf(vault: Vault, { body }: RecordView): RecordView | undefined {
  const named = RecordId.safeParse(body.meeting);
  if (!named.success || !hasRecord(vault, named.data)) return undefined;
  const held = readRecord(vault, named.data);
  return held.kind === 'meeting' && !held.deleted ? held : undefined;
}

function isOurs({ installation }: Vault, { handling, conflicted }: RecordView): boolean {
  return handling.originator === installation.organisation && !conflicted;
}
