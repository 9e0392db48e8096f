import type { z } from 'zod';
import { compare, nameOf, namesOf, recordsInOrder, requireReleased } from '../documents/releasedParts.ts';
import type { Label } from '../handling/handling.ts';
import { Purpose, WallTime } from '../meetings/kinds.ts';
import { bufferOf, lastingOf, roomAndAttendance } from '../meetings/timetable.ts';
import { clockOf, dateOfDay, timeSession } from '../meetings/timing.ts';
import { Provenance } from '../papers/kinds.ts';
import type { RecordId } from '../records/ids.ts';
import { count, text, texts } from '../records/text.ts';
import type { ReleasedRecord } from '../release/material.ts';
import { type Release, releasedOfKind } from '../release/release.ts';

/** The open sessions of a meeting, as everybody in the room may see them. Ids are those of the release. */
export interface OpenPlan {
  readonly title: string;
  readonly symbol: string;
  readonly place: string;
  readonly chair: string;
  readonly exercise: boolean;
  readonly sessions: OpenSession[];
  /** Every paper, in the order in which items name them; then those that no item names. */
  readonly papers: OpenPaper[];
}

export interface OpenSession {
  readonly session: RecordId;
  /** Empty while the meeting has no first day. */
  readonly date: string;
  /** Empty while it has no hours. */
  readonly starts: string;
  readonly ends: string;
  readonly attendance: string;
  readonly items: OpenItem[];
}

export interface OpenItem {
  readonly item: RecordId;
  readonly type: 'item' | 'break';
  /** `O1`; empty for a break. */
  readonly number: string;
  readonly title: string;
  readonly purpose?: z.infer<typeof Purpose>;
  readonly minutes: number;
  readonly starts: string;
  readonly ends: string;
  readonly leads: string;
  readonly papers: RecordId[];
}

export interface OpenPaper {
  readonly paper: RecordId;
  /** `CB/8/O1`. */
  readonly number: string;
  readonly title: string;
  readonly from: string;
  /** It comes from outside the board. */
  readonly provenance?: Provenance;
  readonly label: Label;
}

/**
 * What the window of an open session shows, made of what the gate released to that session and of nothing else. Who is there
 * is not named: a wall is photographed. Times
 * run from each session's start, counts and numbers are those of what is there. Throws `release.withheld` when the
 * meeting is not in the release.
 */
export function openPlan(release: Release<{ kind: 'community'; bodies: RecordId[] }>, meeting: RecordId): OpenPlan {
  const { body } = requireReleased(release, meeting, 'meeting');
  const ofMeeting = (kind: string) => releasedOfKind(release, kind).filter((record) => record.body.meeting === meeting);
  const items = ofMeeting('agendaItem');
  const papers = new Map(releasedOfKind(release, 'paper').map((paper) => [String(paper.id), paper]));
  const sessions = ofMeeting('session')
    .filter((session) => session.body.access === 'open')
    .sort(
      (one, other) =>
        count(one.body.day) - count(other.body.day) ||
        compare(text(one.body.starts), text(other.body.starts)) ||
        compare(one.id, other.id),
    )
    .map((session) => sessionOf(session, text(body.starts), { release, items, papers }));
  const onItems = sessions.flatMap((session) => session.items.flatMap((item) => item.papers));
  const others = [...papers.values()].filter((paper) => paper.body.meeting === meeting).sort(byNumber);
  const ordered = new Set<string>([...onItems, ...others.map((paper) => paper.id)]);
  return {
    title: text(body.title),
    symbol: text(body.symbol),
    place: [text(body.venue), text(body.city)].filter((part) => part !== '').join(', '),
    chair: nameOf(release, text(body.chair)),
    exercise: releasedOfKind(release, 'network')[0]?.body.exercise === true,
    sessions,
    papers: [...ordered].flatMap((id) => {
      const paper = papers.get(id);
      return paper === undefined ? [] : [paperOf(paper, release)];
    }),
  };
}

interface Around {
  readonly release: Release;
  readonly items: readonly ReleasedRecord[];
  readonly papers: ReadonlyMap<string, ReleasedRecord>;
}

function sessionOf(session: ReleasedRecord, first: string, { release, items, papers }: Around): OpenSession {
  const { body } = session;
  const held = recordsInOrder(items.filter((item) => item.body.session === session.id));
  const hours = hoursOf(session);
  const timed =
    hours === undefined
      ? []
      : timeSession(
          { ...hours, buffer: bufferOf(body) },
          held.map((item) => lastingOf(item.body)),
        ).entries;
  return {
    session: session.id,
    date: first === '' || count(body.day) < 1 ? '' : dateOfDay(first, count(body.day)),
    starts: hours?.starts ?? '',
    ends: hours?.ends ?? '',
    attendance: roomAndAttendance(body),
    items: held.map((item, at) => {
      const purpose = Purpose.safeParse(item.body.purpose);
      const time = timed[at];
      return {
        item: item.id,
        type: item.body.type === 'break' ? 'break' : 'item',
        number: item.body.type === 'break' ? '' : text(item.body.openNumber),
        title: text(item.body.title),
        minutes: count(item.body.minutes),
        starts: time === undefined ? '' : clockOf(time.starts),
        ends: time === undefined ? '' : clockOf(time.ends),
        leads: [text(item.body.leadNote), ...namesOf(release, texts(item.body.leads))]
          .filter((lead) => lead !== '')
          .join(', '),
        papers: texts(item.body.papers).flatMap((id) => papers.get(id)?.id ?? []),
        ...(purpose.success ? { purpose: purpose.data } : {}),
      };
    }),
  };
}

function hoursOf({ body }: ReleasedRecord): { starts: string; ends: string } | undefined {
  const [starts, ends] = [WallTime.safeParse(body.starts), WallTime.safeParse(body.ends)];
  return starts.success && ends.success ? { starts: starts.data, ends: ends.data } : undefined;
}

function paperOf({ id, body, label }: ReleasedRecord, release: Release): OpenPaper {
  const provenance = Provenance.safeParse(body.provenance);
  return {
    paper: id,
    number: text(body.openNumber),
    title: text(body.title),
    from: namesOf(release, texts(body.from)).join(', '),
    ...(provenance.success ? { provenance: provenance.data } : {}),
    label,
  };
}

/** `CB/8/O2` before `CB/8/O10`; those without a number last. */
function byNumber(one: ReleasedRecord, other: ReleasedRecord): number {
  const key = ({ body }: ReleasedRecord) =>
    text(body.openNumber) === '' ? '~' : text(body.openNumber).replace(/\d+/g, (digits) => digits.padStart(9, '0'));
  return compare(key(one), key(other)) || compare(text(one.body.title), text(other.body.title));
}
