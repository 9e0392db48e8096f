import type { z } from 'zod';
import type { MinutedItem, MinutesHere, minutesCalls } from '../../contract/minutes/calls.ts';
import { effectiveHandling } from '../../domain/handling/change.ts';
import { MinutesStatus } from '../../domain/minutes/kinds.ts';
import { minutesOf } from '../../domain/minutes/minutesOf.ts';
import { RichText } from '../../domain/papers/richText.ts';
import { wordCount } from '../../domain/papers/wordsOf.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { compareEntries } from '../../domain/records/mergeFields.ts';
import { objects, text } from '../../domain/records/text.ts';
import { readTimetable } from '../meetings/readTimetable.ts';
import { linksTo } from '../records/links.ts';
import { listRecords } from '../records/listRecords.ts';
import type { RecordView } from '../records/recordView.ts';
import { hasRecord, readRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';

type Answer = z.input<(typeof minutesCalls)['ofMeeting']['output']>;
type Item = z.input<typeof MinutedItem>;

/** The items of a meeting with their minutes, and where these can be approved. Throws `record.missing`. */
export function readMinutes(session: Session, meeting: RecordId): Answer {
  const { vault } = session;
  const plan = readTimetable(session, meeting, 'en');
  const parts = [
    ...plan.sessions.flatMap(({ session: id, day, access, items }) =>
      items.map((item) => ({ item, session: id, day, access })),
    ),
    ...plan.tray.map((item) => ({ item, session: undefined, day: 0, access: 'none' as const })),
  ];
  return {
    items: parts
      .filter(({ item }) => item.type === 'item')
      .map(({ item, session: id, day, access }): Item => {
        const found = findMinutes(vault, item.item);
        const rule = ruleOf(vault, found, item.item, id);
        return {
          item: item.item,
          title: item.title,
          ...(item.number === undefined ? {} : { number: item.number }),
          ...(item.openNumber === undefined ? {} : { openNumber: item.openNumber }),
          day,
          access,
          ...(rule === undefined ? {} : { rule }),
          ...(found === undefined || found.deleted ? {} : { minutes: minutesHere(vault, found) }),
        };
      }),
    occasions: occasionsFor(vault, meeting),
    mayApprove: vault.installation.role === 'secretariat',
  };
}

function findMinutes(vault: Vault, item: string): RecordView | undefined {
  const id = minutesOf(item);
  return hasRecord(vault, id) ? readRecord(vault, id) : undefined;
}

/** Where the Chatham House Rule stands for the minutes of an item; undefined where it does not hold. */
function ruleOf(
  vault: Vault,
  minutes: RecordView | undefined,
  item: string,
  session: string | undefined,
): Item['rule'] {
  if (minutes?.deleted === false && minutes.handling.chathamHouse) return 'minutes';
  const holds = (id: string | undefined) => id !== undefined && findRecord(vault, id)?.handling.chathamHouse === true;
  return holds(item) ? 'item' : holds(session) ? 'session' : undefined;
}

function minutesHere(vault: Vault, view: RecordView): z.input<typeof MinutesHere> {
  const { id, body, conflicted, handling } = view;
  const document = RichText.safeParse(body.body);
  const at = RecordId.safeParse(body.approvedAt);
  return {
    minutes: id,
    status: MinutesStatus.catch('draft').parse(body.status),
    words: document.success ? wordCount(document.data) : 0,
    conflicted,
    label: effectiveHandling(handling, body).label,
    ...(text(body.approvedOn) === '' ? {} : { approvedOn: text(body.approvedOn) }),
    ...(at.success ? { approvedAt: { record: at.data, title: findRecord(vault, at.data)?.title ?? '' } } : {}),
    reopenings: objects(body.reopenings)
      .toSorted(compareEntries)
      .map(({ on = null, reason = null }) => ({ on: text(on), reason: text(reason) })),
  };
}

/** The items that approve the minutes of this meeting, the meeting itself, and the meetings after it. */
function occasionsFor(vault: Vault, meeting: RecordId): Answer['occasions'] {
  const own = readRecord(vault, meeting);
  const starts = text(own.body.starts);
  const items = linksTo(vault, meeting)
    .filter(({ field }) => field === 'approves')
    .map(({ record }) => readRecord(vault, record))
    .filter(({ kind, deleted }) => kind === 'agendaItem' && !deleted)
    .map(({ id, title, body }) => {
      const held = findRecord(vault, text(body.meeting));
      return { record: id, title, meeting: held?.title ?? '', starts: text(held?.body.starts) };
    });
  const later = listRecords(vault, { kind: 'meeting', deleted: false, order: 'starts' })
    .filter(({ id, body }) => id !== meeting && text(body.starts) > starts)
    .map(({ id, title, body }) => ({ record: id, title, meeting: '', starts: text(body.starts) }));
  return [...items, { record: meeting, title: own.title, meeting: '', starts }, ...later];
}
