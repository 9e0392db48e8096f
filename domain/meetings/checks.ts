import type { Label } from '../handling/handling.ts';
import { isLate } from '../papers/status.ts';
import type { RecordId } from '../records/ids.ts';
import { objects, text, texts } from '../records/text.ts';
import type { Planned, TimetableSession } from './timetable.ts';
import { clockElsewhere, gapBetween, isZone } from './timing.ts';

/** Something about a plan that a person should know. A refusal stands against issuing the agenda. */
export interface PlanCheck {
  readonly code: CheckCode;
  readonly severity: 'refusal' | 'warning';
  readonly records: readonly RecordId[];
  /** What the sentence fills in: a title, minutes, a time. */
  readonly words: readonly string[];
}
export type CheckCode =
  | 'fewerThanTwoDays'
  | 'noOpenMorning'
  | 'overTime'
  | 'sessionsOverlap'
  | 'closedPaper'
  | 'closedMark'
  | 'nightLink'
  | 'paperLate'
  | 'numberTwice';

export interface PlannedPaper extends Planned {
  readonly label: Label;
}

export interface Plan {
  readonly meeting: Planned;
  readonly sessions: readonly TimetableSession[];
  readonly papers: readonly PlannedPaper[];
  /** The labels that hold for sessions and items, by id; without them nothing is said of their marks. */
  readonly labels?: ReadonlyMap<string, Label>;
  /** Calendar date at the meeting's place, for what is late. */
  readonly today: string;
}

const NIGHT_ENDS = '06:00';
const NIGHT_BEGINS = '22:00';
const NOON = '12:00';
const OPEN_LABELS: readonly Label[] = ['TLP:GREEN', 'TLP:CLEAR'];

/** Everything worth saying about a plan, in a fixed order. Rules of the regular meeting: ¶10–11. */
export function checkPlan(plan: Plan): PlanCheck[] {
  return [
    ...checkDays(plan),
    ...checkSessions(plan),
    ...checkOpenItems(plan),
    ...checkOpenMarks(plan),
    ...checkLinks(plan),
    ...checkPapers(plan),
    ...checkNumbers(plan),
  ];
}

function checkDays({ meeting, sessions }: Plan): PlanCheck[] {
  if (meeting.body.type !== 'regular') return [];
  const found: PlanCheck[] = [];
  if (new Set(sessions.map((session) => session.day)).size < 2) {
    found.push({ code: 'fewerThanTwoDays', severity: 'refusal', records: [meeting.id], words: [] });
  }
  const openMorning = sessions.some((one) => one.day === 2 && one.access === 'open' && one.starts < NOON);
  if (!openMorning) found.push({ code: 'noOpenMorning', severity: 'refusal', records: [meeting.id], words: [] });
  return found;
}

function checkSessions({ sessions }: Plan): PlanCheck[] {
  return sessions.flatMap((session, index) => {
    const found: PlanCheck[] = [];
    if (session.over > 0) {
      const last = session.items.at(-1);
      const records = last ? [session.session, last.item] : [session.session];
      found.push({ code: 'overTime', severity: 'warning', records, words: [`${session.over}`, session.ends] });
    }
    const next = sessions[index + 1];
    if (next && next.day === session.day && gapBetween(session, next) < 0) {
      const records = [session.session, next.session];
      found.push({ code: 'sessionsOverlap', severity: 'refusal', records, words: [session.starts, next.starts] });
    }
    return found;
  });
}

function checkOpenItems({ sessions, papers }: Plan): PlanCheck[] {
  const byId = new Map(papers.map((paper) => [text(paper.id), paper]));
  return sessions
    .filter((session) => session.access === 'open')
    .flatMap((session) => session.items)
    .flatMap(({ item, body }) =>
      texts(body.papers)
        .map((id) => byId.get(id))
        .filter((paper) => paper !== undefined)
        .filter((paper) => !OPEN_LABELS.includes(paper.label))
        .map((paper) => ({
          code: 'closedPaper' as const,
          severity: 'refusal' as const,
          records: [item, paper.id],
          words: [text(paper.body.number) || text(paper.body.title), text(body.title)],
        })),
    );
}

/** What invited bodies are to see and would not get: an open session, or an item of one, with a closed mark. */
function checkOpenMarks({ sessions, labels }: Plan): PlanCheck[] {
  const isClosed = (id: RecordId) => {
    const label = labels?.get(id);
    return label !== undefined && !OPEN_LABELS.includes(label);
  };
  const found = (id: RecordId, words: string) => ({
    code: 'closedMark' as const,
    severity: 'warning' as const,
    records: [id],
    words: [words, labels?.get(id) ?? ''],
  });
  return sessions
    .filter((session) => session.access === 'open')
    .flatMap(({ session, items }) => [
      ...(isClosed(session) ? [found(session, '')] : []),
      ...items
        .filter(({ item, body }) => body.type !== 'break' && isClosed(item))
        .map(({ item, body }) => found(item, text(body.title))),
    ]);
}

function checkLinks({ meeting, sessions }: Plan): PlanCheck[] {
  const place = text(meeting.body.zone);
  if (!isZone(place)) return [];
  return sessions.flatMap((session) =>
    session.items.flatMap(({ item, body, startsAt }) =>
      objects(body.speakers)
        .map((speaker) => text(speaker.zone))
        .filter(isZone)
        .map((zone) => clockElsewhere(session.date, startsAt, place, zone).time)
        .filter((time) => time < NIGHT_ENDS || time >= NIGHT_BEGINS)
        .map((time) => ({
          code: 'nightLink' as const,
          severity: 'warning' as const,
          records: [item],
          words: [time, text(body.title)],
        })),
    ),
  );
}

function checkPapers({ papers, today }: Plan): PlanCheck[] {
  return papers
    .filter((paper) => isLate(paper.body, today))
    .map((paper) => ({
      code: 'paperLate' as const,
      severity: 'warning' as const,
      records: [paper.id],
      words: [text(paper.body.number) || text(paper.body.title), text(paper.body.due)],
    }));
}

function checkNumbers({ sessions, papers }: Plan): PlanCheck[] {
  const items = sessions.flatMap((session) => session.items).map(({ item, body }) => ({ id: item, body }));
  return [
    ...repeated(items, (item) => (typeof item.body.number === 'number' ? `${item.body.number}` : '')),
    ...repeated(papers, (paper) => text(paper.body.number)),
  ];
}

function repeated(records: readonly Planned[], numberOf: (record: Planned) => string): PlanCheck[] {
  const byNumber = Map.groupBy(
    records.filter((record) => numberOf(record) !== ''),
    numberOf,
  );
  return [...byNumber]
    .filter(([, same]) => same.length > 1)
    .map(([number, same]) => ({
      code: 'numberTwice',
      severity: 'refusal',
      records: same.map((record) => record.id),
      words: [number],
    }));
}
