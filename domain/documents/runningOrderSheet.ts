import { CueMoment } from '../meetings/cue.ts';
import { WallTime } from '../meetings/kinds.ts';
import { type OrderLine, runningOrder } from '../meetings/runningOrder.ts';
import { type TimetableSession, timetableOf } from '../meetings/timetable.ts';
import { clockAt, clockOf, dateOfDay, isZone } from '../meetings/timing.ts';
import type { RecordId } from '../records/ids.ts';
import { isJsonObject } from '../records/json.ts';
import { count, objects, text, texts } from '../records/text.ts';
import { quoted } from '../records/valueWords.ts';
import type { HomeAudience, ReleasedRecord } from '../release/material.ts';
import { type Release, releasedOfKind, releasedRecord } from '../release/release.ts';
import { dateInWords, weekdayInWords } from './dates.ts';
import type { PrintOptions } from './printRequest.ts';
import {
  compare,
  copyWords,
  inOrder,
  lastDay,
  nameOf,
  namesOf,
  networkOf,
  requireReleased,
  strictest,
} from './releasedParts.ts';
import { type RunningOrderWords, runningOrderWords } from './runningOrderWords.ts';
import type { LabelledLine, RunningOrderEntry, RunningOrderPart, RunningOrderSheet } from './sheets.ts';
import { type PrintWords, wordsFor } from './words.ts';

type Line = OrderLine<Session, Item, Cue>;
type Item = Session['items'][number];
interface Session extends TimetableSession {
  readonly afterwards: string;
}
interface Cue {
  readonly record: string;
  readonly moment: CueMoment;
  readonly minutes: number;
  readonly released: ReleasedRecord;
}

interface Making {
  readonly release: Release;
  readonly words: PrintWords;
  readonly own: RunningOrderWords;
  readonly options: PrintOptions;
  readonly zone: string;
}

/**
 * The chair's running order of one day: what is said, what is done and what is done if late, line by line, with a place
 * for the time that it really was (¶10–11). For the network's own people. Throws `release.withheld` when the meeting is
 * not in the release.
 */
export function runningOrderSheet(
  release: Release<HomeAudience>,
  meetingId: RecordId,
  day: number,
  options: PrintOptions,
): RunningOrderSheet {
  const { making, meeting, sessions, cues } = read(release, meetingId, options);
  const { words, own } = making;
  const ofDay = sessions.filter((session) => session.day === day);
  const lines = runningOrder<Item, Session, Cue>(ofDay, cues);
  const parts = lines.map((line) => partOf(line, making, (entry) => cuesIn(entry, making)));
  const said = lines.flatMap((line) => line.cues.map(({ released }) => released));
  const subtitle = [words.day(day), dayInWords(meeting, day, options)].filter((part) => part !== '').join(', ');
  const running = own.running(options.language === 'fr' ? `jour ${day}` : `day ${day}`);
  const furniture = furnitureOf(meeting, [...recordsIn(ofDay, release), ...said], making);
  return {
    ...furniture,
    closing: `${own.forChairs}. ${own.marked(furniture.label)}`,
    documentTitle: [own.title, subtitle, meeting.title].join(' \u00b7 '),
    running,
    foot: [own.forChairs, ...footOf(meeting, making)],
    title: own.title,
    subtitle,
    columns: [...own.columns],
    actual: true,
    days: [{ heading: '', parts }],
  };
}

/**
 * The agenda with what each item is for, what the board is asked to decide, the time budget of each session and when each
 * item ends. What the chair says stands in it where the audience may have it. Throws as the running order does.
 */
export function annotatedAgendaSheet(
  release: Release<HomeAudience>,
  meetingId: RecordId,
  options: PrintOptions,
): RunningOrderSheet {
  const { making, meeting, sessions, cues } = read(release, meetingId, options);
  const { words, own } = making;
  const days = [...new Set(sessions.map(({ day }) => day))].map((day) => {
    const ofDay = sessions.filter((session) => session.day === day);
    const lines = runningOrder<Item, Session, Cue>(ofDay, cues).filter(({ of }) => of === 'session' || of === 'item');
    const date = dayInWords(meeting, day, options);
    return {
      heading: [words.day(day), date].filter((part) => part !== '').join(', '),
      parts: lines.map((line) => partOf(line, making, (entry) => annotationsIn(entry, making), true)),
      said: lines.flatMap((line) => line.cues.map(({ released }) => released)),
    };
  });
  const furniture = furnitureOf(
    meeting,
    [...recordsIn(sessions, release), ...days.flatMap(({ said }) => said)],
    making,
  );
  return {
    ...furniture,
    closing: own.marked(furniture.label),
    documentTitle: [own.annotated, meeting.title].join(' \u00b7 '),
    running: networkOf(release, words).name,
    foot: [own.annotated, ...footOf(meeting, making)],
    title: own.annotated,
    subtitle: text(meeting.body.title) || words.untitled,
    columns: [...own.annotatedColumns],
    actual: false,
    days: days.map(({ heading, parts }) => ({ heading, parts })),
  };
}

function read(release: Release, meetingId: RecordId, options: PrintOptions) {
  const meeting = requireReleased(release, meetingId, 'meeting');
  const ofMeeting = (kind: string) => releasedOfKind(release, kind).filter(({ body }) => body.meeting === meetingId);
  const timed = ofMeeting('session').filter(
    ({ body }) =>
      count(body.day) >= 1 && WallTime.safeParse(body.starts).success && WallTime.safeParse(body.ends).success,
  );
  const planned = text(meeting.body.starts) === '' ? [] : timetableOf(meeting, timed, ofMeeting('agendaItem'));
  const zone = text(meeting.body.zone);
  const making: Making = {
    release,
    options,
    words: wordsFor(options.language),
    own: runningOrderWords(options.language),
    zone: isZone(zone) ? zone : 'UTC',
  };
  return {
    making,
    meeting,
    sessions: planned.map((session): Session => ({ ...session, afterwards: text(session.body.afterwards) })),
    cues: releasedOfKind(release, 'cue').flatMap(cueOf).sort(byWhose(release)),
  };
}

function cueOf(released: ReleasedRecord): Cue[] {
  const moment = CueMoment.safeParse(released.body.moment);
  if (!moment.success) return [];
  const { record, minutes } = released.body;
  return [{ record: text(record), moment: moment.data, minutes: count(minutes), released }];
}

/** Cues of several organisations on one line: by their names. */
const byWhose = (release: Release) => (one: Cue, other: Cue) => {
  const name = ({ released }: Cue) => nameOf(release, text(released.body.organisation));
  return compare(name(one), name(other)) || compare(one.released.id, other.released.id);
};

function recordsIn(sessions: readonly Session[], release: Release): ReleasedRecord[] {
  const ids = sessions.flatMap(({ session, items }) => [session, ...items.map(({ item }) => item)]);
  return ids.flatMap((id) => releasedRecord(release, id) ?? []);
}

function dayInWords(meeting: ReleasedRecord, day: number, { language }: PrintOptions): string {
  const starts = text(meeting.body.starts);
  if (starts === '') return '';
  const date = dateOfDay(starts, day);
  const words = weekdayInWords(date, language);
  return `${language === 'fr' ? words.charAt(0).toLowerCase() + words.slice(1) : words} ${date.slice(0, 4)}`;
}

function furnitureOf(meeting: ReleasedRecord, records: readonly ReleasedRecord[], making: Making) {
  const { release, words, options } = making;
  const label = strictest([meeting, ...records].map((record) => record.label));
  return {
    what: 'runningOrder',
    language: options.language,
    exercise: networkOf(release, words).exercise,
    label,
    page: [...words.page],
    watermark: copyWords(options, words).watermark,
    handlingWords: label === 'TLP:RED' ? words.redInWords : '',
    warnings: [],
  } satisfies Partial<RunningOrderSheet>;
}

function footOf(meeting: ReleasedRecord, { words, options }: Making): string[] {
  const version = isJsonObject(meeting.body.version) ? meeting.body.version : {};
  const number = count(version.number);
  return [
    ...(number > 0 ? [words.versionFoot(number, dateInWords(text(version.on), options.language))] : []),
    ...lastDay(meeting, options),
    ...copyWords(options, words).foot,
  ];
}

function partOf(
  line: Line,
  making: Making,
  fill: (line: Line) => Pick<RunningOrderEntry, 'say' | 'lines'>,
  annotated = false,
): RunningOrderPart {
  const { words, own } = making;
  const { session, item } = line;
  if (line.of === 'session') {
    const planned = session.items.reduce((sum, { minutes }) => sum + minutes, 0);
    return {
      type: 'band',
      access: session.access,
      heading: session.access === 'open' ? words.openSession : words.closedSession,
      note: annotated ? own.budget(planned, line.endsAt - line.startsAt) : '',
      span: `${session.starts}\u2013${session.ends}`,
    };
  }
  const minutes = line.endsAt - line.startsAt;
  const isBreak = item?.body.type === 'break';
  return {
    type: 'entry',
    clock: clockOf(line.startsAt),
    number: item === undefined || count(item.body.number) === 0 ? '' : String(count(item.body.number)),
    openNumber: text(item?.body.openNumber),
    title: titleOf(line, making, isBreak),
    minutes: minutes > 0 ? String(minutes) : '',
    last: annotated ? clockOf(line.endsAt) : actualOf(item, making),
    ...fill(line),
  };
}

function titleOf({ of, session, item }: Line, { words, own }: Making, isBreak: boolean): string {
  if (of === 'before') return own.before;
  if (of === 'after') return session.afterwards || own.after[session.access];
  return text(item?.body.title) || (isBreak ? words.break : words.untitled);
}

/** When it really was, as somebody in the room noted it, on the clock of the place. */
function actualOf(item: Item | undefined, { zone }: Making): string {
  const [began, ended] = [item?.body.began, item?.body.ended].map((moment) => Date.parse(text(moment)));
  if (began === undefined || Number.isNaN(began)) return '';
  const until = ended === undefined || Number.isNaN(ended) ? '' : clockAt(ended, zone);
  return `${clockAt(began, zone)}\u2013${until}`;
}

function cuesIn({ cues }: Line, { own, options }: Making): Pick<RunningOrderEntry, 'say' | 'lines'> {
  const all = (field: string) => cues.flatMap(({ released }) => paragraphs(text(released.body[field])));
  const labelled = (label: string, said: readonly string[]): LabelledLine[] =>
    said.length === 0 ? [] : [{ label, lines: [...said] }];
  return {
    say: all('say').map((words) => quoted(words, options.language)),
    lines: [...labelled(own.act, all('act')), ...labelled(own.late, all('late'))],
  };
}

function annotationsIn(line: Line, making: Making): Pick<RunningOrderEntry, 'say' | 'lines'> {
  const { release, words, own } = making;
  const body = line.item?.body ?? {};
  const purpose =
    body.purpose === 'decision' || body.purpose === 'discussion' || body.purpose === 'information' ? body.purpose : '';
  const papers = texts(body.papers).flatMap((id) => releasedRecord(release, id) ?? []);
  const leads = [text(body.leadNote), ...namesOf(release, texts(body.leads))].filter((lead) => lead !== '').join(', ');
  const asks = papers.flatMap((paper) => {
    const points = inOrder(objects(paper.body.asks))
      .map((ask) => text(ask.text))
      .filter((ask) => ask !== '');
    return points.length === 0 ? [] : [`${[text(paper.body.number), ''].join(' ')}${points.join(' ')}`.trim()];
  });
  const named = papers.map((paper) => [text(paper.body.number), text(paper.body.title)].filter(Boolean).join(' '));
  const lines: [label: string, said: readonly string[]][] = [
    [own.asked, purpose === '' ? [] : [`${words.purposes[purpose].word}, ${words.purposes[purpose].meaning}`]],
    [own.lead, leads === '' ? [] : [leads]],
    [own.boardIsAsked, asks],
    [own.papers, named],
  ];
  return {
    say: cuesIn(line, making).say,
    lines: lines.filter(([, said]) => said.length > 0).map(([label, said]) => ({ label, lines: [...said] })),
  };
}

const paragraphs = (words: string): string[] =>
  words
    .split(/\n+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
