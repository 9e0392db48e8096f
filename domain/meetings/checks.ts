import type { Label } from '../handling/handling.ts';
import { minutesToSpeak, over } from '../papers/limits.ts';
import { type Line, lineFindings } from '../papers/publicLines.ts';
import { RichText } from '../papers/richText.ts';
import { isLate } from '../papers/status.ts';
import { textOf, wordCount } from '../papers/wordsOf.ts';
import type { RecordId } from '../records/ids.ts';
import { objects, text, texts } from '../records/text.ts';
import { OPEN_LABELS } from './arrange.ts';
import type { Planned, TimetableItem, TimetableSession } from './timetable.ts';
import { clockElsewhere, gapBetween, isZone, minutesOf, offsetFromUtc } from './timing.ts';

/** Something about a plan that a person should know. A refusal stands against issuing the agenda. */
export interface PlanCheck {
  readonly code: CheckCode;
  readonly severity: 'refusal' | 'warning';
  readonly records: readonly RecordId[];
  /** What the sentence fills in: a title, minutes, a time. */
  readonly words: readonly string[];
  /** Why it does not stand against issuing the agenda all the same. */
  readonly overruled?: string;
}
export type CheckCode =
  | 'fewerThanTwoDays'
  | 'noOpenMorning'
  | 'noBriefing'
  | 'noInputs'
  | 'overTime'
  | 'sessionsOverlap'
  | 'twoPlaces'
  | 'clockChange'
  | 'partyGone'
  | 'closedPaper'
  | 'closedMark'
  | 'nightLink'
  | 'paperLate'
  | 'briefTooLong'
  | 'lineMissing'
  | 'lineOutdated'
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
  /** Which of those who lead and speak are persons; without it nothing is said of where they are. */
  readonly persons?: ReadonlySet<string>;
  /** Which of them are bodies from outside the board, or somebody of one; without it nothing is said of inputs. */
  readonly outside?: ReadonlySet<string>;
  /** Who leads or speaks and was deleted, by id, with the name; without it nothing is said of them. */
  readonly gone?: ReadonlyMap<string, string>;
  /** The public lines there are; without them nothing is said of what open papers say. */
  readonly lines?: readonly Line[];
  /** Calendar date at the meeting's place, for what is late. */
  readonly today: string;
}

const NIGHT_ENDS = '06:00';
const NIGHT_BEGINS = '22:00';
const NOON = '12:00';

/** Everything worth saying about a plan, in a fixed order. Rules of the regular meeting: ¶10–11. */
export function checkPlan(plan: Plan): PlanCheck[] {
  return [
    ...[...checkDays(plan), ...checkOpenMorning(plan)].map((check) => withReason(plan, check)),
    ...checkSessions(plan),
    ...checkClocks(plan),
    ...checkPeople(plan),
    ...checkGone(plan),
    ...checkOpenItems(plan),
    ...checkOpenMarks(plan),
    ...checkLinks(plan),
    ...checkPapers(plan),
    ...checkLength(plan),
    ...checkLines(plan),
    ...checkNumbers(plan),
  ];
}

/** A rule of the regular meeting that was overruled for this one is still said, with the reason. */
function withReason({ meeting }: Plan, check: PlanCheck): PlanCheck {
  const said = objects(meeting.body.overruled).find((one) => one.check === check.code);
  const reason = text(said?.reason).trim();
  return reason === '' ? check : { ...check, severity: 'warning', overruled: reason };
}

function checkDays({ meeting, sessions }: Plan): PlanCheck[] {
  if (meeting.body.type !== 'regular') return [];
  const found: PlanCheck[] = [];
  if (new Set(sessions.map((session) => session.day)).size < 2) {
    found.push({ code: 'fewerThanTwoDays', severity: 'refusal', records: [meeting.id], words: [] });
  }
  if (openMorningsOf(sessions).length === 0)
    found.push({ code: 'noOpenMorning', severity: 'refusal', records: [meeting.id], words: [] });
  return found;
}

const openMorningsOf = (sessions: Plan['sessions']): Plan['sessions'] =>
  sessions.filter((one) => one.day === 2 && one.access === 'open' && one.starts < NOON);

/**
 * The open morning has the board's own briefing and the inputs of invited bodies (¶11): an item at which no one from
 * outside leads or speaks, and one at which somebody does. Said once something stands in the plan.
 */
function checkOpenMorning({ meeting, sessions, outside }: Plan): PlanCheck[] {
  const mornings = openMorningsOf(sessions);
  const isBegun = sessions.some(({ items }) => items.some(({ body }) => body.type !== 'break'));
  if (meeting.body.type !== 'regular' || outside === undefined || mornings.length === 0 || !isBegun) return [];
  const items = mornings.flatMap((morning) => morning.items).filter(({ body }) => body.type !== 'break');
  const inputs = items.filter((item) => partiesOf(item).some((party) => outside.has(party)));
  const records = [meeting.id, ...mornings.map(({ session }) => session)];
  const missing = (code: 'noBriefing' | 'noInputs') => ({ code, severity: 'refusal' as const, records, words: [] });
  return [
    ...(items.length === inputs.length ? [missing('noBriefing')] : []),
    ...(inputs.length === 0 ? [missing('noInputs')] : []),
  ];
}

function checkSessions({ sessions }: Plan): PlanCheck[] {
  return sessions.flatMap((session, index): PlanCheck[] => {
    const found: PlanCheck[] = [];
    if (session.over > 0) {
      const last = session.items.at(-1);
      const records = last ? [session.session, last.item] : [session.session];
      const between = betweenItems(session);
      const words = [`${session.over}`, session.ends, ...(between > 0 ? [`${between}`] : [])];
      found.push({ code: 'overTime', severity: 'warning', records, words });
    }
    for (const next of sessions.slice(index + 1)) {
      if (next.day !== session.day || gapBetween(session, next) >= 0 || areApart(session, next)) continue;
      const records = [session.session, next.session];
      found.push({ code: 'sessionsOverlap', severity: 'refusal', records, words: [session.starts, next.starts] });
    }
    return found;
  });
}

/** Minutes of a session that lie between its items. */
function betweenItems({ items }: TimetableSession): number {
  return items.slice(1).reduce((sum, { startsAt }, index) => {
    const before = items[index];
    return before === undefined ? sum : sum + startsAt - before.startsAt - before.minutes;
  }, 0);
}

/** A session in the night in which the clocks of the place change: its items are counted as if they did not. */
function checkClocks({ meeting, sessions }: Plan): PlanCheck[] {
  const place = text(meeting.body.zone);
  if (!isZone(place)) return [];
  return sessions.flatMap(({ session, date, starts, ends, items }) => {
    const from = minutesOf(starts);
    const end = minutesOf(ends) + (minutesOf(ends) <= from ? 1440 : 0);
    const last = Math.max(end, ...items.map(({ startsAt, minutes }) => startsAt + minutes));
    const [before, after] = [from, last].map((minute) => offsetFromUtc(date, minute, place, place));
    if (before === after) return [];
    return [{ code: 'clockChange' as const, severity: 'warning' as const, records: [session], words: [starts] }];
  });
}

/** Whoever leads or speaks and is not there any more. */
function checkGone({ sessions, gone }: Plan): PlanCheck[] {
  return sessions
    .flatMap(({ items }) => items)
    .flatMap((item) =>
      [...new Set(partiesOf(item))].flatMap((party) => {
        const name = gone?.get(party);
        if (name === undefined) return [];
        const words = [name, text(item.body.title)];
        return [{ code: 'partyGone' as const, severity: 'warning' as const, records: [item.item], words }];
      }),
    );
}

/** Working groups meet beside one another, each in its room. */
function areApart(one: TimetableSession, other: TimetableSession): boolean {
  const [here, there] = [roomOf(one), roomOf(other)];
  return here !== '' && there !== '' && here !== there;
}

const roomOf = ({ body }: TimetableSession): string => text(body.room).trim().toLocaleLowerCase();

/** Whoever leads, or joins by video link, at two items at the same time. */
function checkPeople(plan: Plan): PlanCheck[] {
  const items = plan.sessions.flatMap(({ session, day, items: entries }) =>
    entries.map((entry) => ({
      ...entry,
      session,
      day,
      endsAt: entry.startsAt + entry.minutes,
      parties: personsOf(plan, entry),
    })),
  );
  return items.flatMap((one, index) =>
    items.slice(index + 1).flatMap((other): PlanCheck[] => {
      const beside = one.day === other.day && one.startsAt < other.endsAt && other.startsAt < one.endsAt;
      if (!beside || one.session === other.session || !one.parties.some((party) => other.parties.includes(party))) {
        return [];
      }
      const records = [one.item, other.item];
      return [
        { code: 'twoPlaces', severity: 'warning', records, words: [text(one.body.title), text(other.body.title)] },
      ];
    }),
  );
}

/** Organisations have several people; only a person cannot be in two places. */
function personsOf({ persons }: Plan, item: TimetableItem): string[] {
  return partiesOf(item).filter((party) => persons?.has(party));
}

/** Who leads and who speaks. */
function partiesOf({ body }: TimetableItem): string[] {
  return [...texts(body.leads), ...objects(body.speakers).map((speaker) => text(speaker.party))];
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

/** A brief that takes longer to read than it may; its pages are counted where it is written. */
function checkLength({ papers }: Plan): PlanCheck[] {
  return papers.flatMap(({ id, body }) => {
    const document = RichText.safeParse(body.body);
    const words = document.success ? wordCount(document.data) : 0;
    if (over(text(body.type), { words }).minutes === 0) return [];
    const said = [text(body.number) || text(body.title), `${minutesToSpeak(words)}`];
    return [{ code: 'briefTooLong' as const, severity: 'warning' as const, records: [id], words: said }];
  });
}

/** Papers of an open session that name a subject without the line that was agreed on it, or say one that no longer holds. */
function checkLines({ sessions, papers, lines = [], today }: Plan): PlanCheck[] {
  if (lines.length === 0) return [];
  const open = new Set(
    sessions
      .filter(({ access }) => access === 'open')
      .flatMap(({ items }) => items)
      .flatMap(({ body }) => texts(body.papers)),
  );
  return papers
    .filter(({ id }) => open.has(id))
    .flatMap(({ id, body }) => {
      const document = RichText.safeParse(body.body);
      const plain = [text(body.title), document.success ? textOf(document.data) : ''].join('\n');
      return lineFindings(plain, lines, body.language === 'fr' ? 'fr' : 'en', today).map(({ finding, line }) => ({
        code: finding === 'missing' ? ('lineMissing' as const) : ('lineOutdated' as const),
        severity: 'warning' as const,
        records: [id],
        words: [text(body.openNumber) || text(body.number) || text(body.title), line.subject],
      }));
    });
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
