import type { z } from 'zod';
import type { deskCalls } from '../../contract/desk/calls.ts';
import { type Ask, askedOf } from '../../domain/desk/asked.ts';
import { type InView, meetingInView } from '../../domain/desk/meetingInView.ts';
import { readinessOf } from '../../domain/desk/readiness.ts';
import type { Planned } from '../../domain/meetings/timetable.ts';
import { dateAt } from '../../domain/meetings/timing.ts';

import { count, objects, text } from '../../domain/records/text.ts';
import { adoptionNeeds } from '../adoption/adoptionNeeds.ts';
import { minuteOf } from '../context.ts';
import { type BundleEntry, listBundles } from '../exchange/bundleList.ts';
import { listInstallations } from '../exchange/cards.ts';
import { readTimetable } from '../meetings/readTimetable.ts';
import { listRecords } from '../records/listRecords.ts';
import { type ColumnStore, columnStore } from '../records/register/columnStore.ts';
import type { Session } from '../session.ts';
import { readArrived } from './arrived.ts';
import { stepsOfMine } from './clearanceNeeds.ts';
import { findPlanned, named, paperLines, recordsOf } from './deskRecords.ts';
import { exchangeReminders } from './exchangeReminders.ts';
import { copiesPastTheirDay } from './lastDays.ts';
import { activeNotices } from './notices.ts';

type Answer = z.input<typeof deskCalls.read.output>;
type Need = Answer['needs'][number];
type Timetable = ReturnType<typeof readTimetable>;
type PaperLine = ReturnType<typeof paperLines>;

/** So many records in conflict are named; the rest is a number. */
const MOST_CONFLICTS = 5;
/** Bundles that make up a dossier. */
const DOSSIER: readonly string[] = ['dossier', 'supplement'];

/** What a desk shows (see `deskCalls.read`). `seen`: the line of the journal up to which news were seen. */
export function readDesk(session: Session, language: 'en' | 'fr', seen: number): Answer {
  const { vault, surroundings } = session;
  const store = columnStore(vault);
  const { organisation, role } = vault.installation;
  const meetings = recordsOf(store, 'meeting');
  // The day is that of the meeting's place; whichever meeting it is hardly depends on it.
  const nearest = meetingInView(meetings, dateAt(surroundings.now(), 'UTC'));
  const today = dateAt(surroundings.now(), text(nearest?.meeting.body.zone));
  const inView = meetingInView(meetings, today);
  const timetable = inView && readTimetable(session, inView.meeting.id, language);
  const papers = recordsOf(store, 'paper');
  const forMeeting = papers.filter(({ body }) => inView !== undefined && body.meeting === inView.meeting.id);
  const bundles = listBundles(vault);
  const line = paperLines(store, today);
  const asks = askedOf(organisation, {
    papers: [...forMeeting, ...papers.filter(({ body }) => text(body.meeting) === '')],
    comments: listRecords(vault, { kind: 'comment', deleted: false }),
    sessions: inView?.standing === 'over' || role === 'secretariat' ? [] : timedItems(store, timetable),
  });
  const conflicts = [...store.records.values()].filter(({ conflicted, deleted }) => conflicted && !deleted);
  return {
    today,
    ...(inView && timetable && { meeting: meetingOf(inView, timetable) }),
    ...(inView && { readiness: readinessIn(store, inView.meeting, bundles, organisation, line, forMeeting, today) }),
    needs: [
      ...adoptionNeeds(session),
      ...asks.map((ask) => needOf(store, ask, line)),
      ...stepsOfMine(session, papers).map(({ paper, step: { looksAt, until } }) => ({
        what: 'step' as const,
        paper: line(paper),
        looksAt,
        ...(until === undefined ? {} : { until }),
      })),
      ...(role === 'secretariat' ? ofSecretariat(timetable, inView, forMeeting, line) : []),
      ...conflicts.slice(0, MOST_CONFLICTS).map((record) => ({ what: 'conflict' as const, record: named(record) })),
      ...copiesPastTheirDay(vault, today).map((copy) => ({ what: 'expired' as const, ...copy })),
    ],
    moreConflicts: Math.max(0, conflicts.length - MOST_CONFLICTS),
    ...readArrived(session, store, bundles, seen),
    notices: activeNotices(bundles, minuteOf(surroundings.now())),
    exchange: exchangeReminders(session),
    hasOrganisations: recordsOf(store, 'organisation').length > 1,
    hasCards: listInstallations(vault).length > 0,
    hasPapers: papers.length > 0,
  };
}

function meetingOf({ meeting: { id, body }, standing, days }: InView<Planned>, timetable: Timetable) {
  const [starts, ends] = [text(body.starts), text(body.ends)];
  return {
    record: id,
    title: text(body.title),
    ...(body.type === 'regular' && count(body.number) > 0 ? { number: count(body.number) } : {}),
    ...(starts === '' ? {} : { starts }),
    ...(ends === '' ? {} : { ends }),
    place: [text(body.venue), text(body.city)].filter(Boolean).join(', '),
    standing,
    days,
    sessions: timetable.sessions.map(({ session, day, date, starts: begins, ends: closes, access, items }) => ({
      session,
      day,
      date,
      starts: begins,
      ends: closes,
      access,
      items: items.flatMap(({ type, title }) => (type === 'item' && title !== '' ? [title] : [])),
    })),
  };
}

function timedItems(store: ColumnStore, timetable: Timetable | undefined) {
  return (timetable?.sessions ?? []).map(({ date, items }) => ({
    date,
    items: items.flatMap(({ item: id, starts }) => {
      const item = findPlanned(store, id);
      return item === undefined || starts === undefined ? [] : [{ item, starts }];
    }),
  }));
}

function readinessIn(
  store: ColumnStore,
  meeting: Planned,
  bundles: readonly BundleEntry[],
  own: string,
  line: PaperLine,
  papers: readonly Planned[],
  today: string,
): NonNullable<Answer['readiness']> {
  const { late, expected, ...counts } = readinessOf(papers, today);
  const dossiers = bundles.filter((bundle) => bundle.meeting === meeting.id && DOSSIER.includes(bundle.purpose));
  const sent = dossiers.filter(({ direction }) => direction === 'out').flatMap(({ addressees }) => addressees);
  const received = dossiers.find(({ direction, standing }) => direction === 'in' && standing !== 'declined');
  const members = recordsOf(store, 'organisation').filter(({ id, body }) => body.membership === 'member' && id !== own);
  return {
    ...counts,
    late: late.map(line),
    expected: expected.map(line),
    sentTo: [...new Set(sent.map(({ organisationName, name }) => organisationName || name))].sort(),
    members: members.length,
    ...(received === undefined ? {} : { received: received.received ?? received.created }),
  };
}

function needOf(store: ColumnStore, ask: Ask<Planned>, line: PaperLine): Need {
  if (ask.what === 'write') return { what: 'write', paper: line(ask.paper) };
  if (ask.what === 'answer') return { what: 'answer', paper: line(ask.paper), comments: ask.comments };
  const title = store.records.get(ask.item.id)?.title ?? '';
  return { what: 'lead', item: named({ id: ask.item.id, kind: 'agendaItem', title }), by: ask.by, at: ask.at };
}

function ofSecretariat(
  timetable: Timetable | undefined,
  inView: InView<Planned> | undefined,
  papers: readonly Planned[],
  line: PaperLine,
): Need[] {
  const submitted = papers.filter(
    // Where steps are agreed, each is asked for its own.
    ({ body: { status, clearance = null } }) => status === 'submitted' && objects(clearance).length === 0,
  );
  const refusals = inView?.standing === 'over' ? [] : (timetable?.checks ?? []);
  return [
    ...submitted.map((paper) => ({ what: 'clear' as const, paper: line(paper) })),
    ...refusals
      .filter(({ severity }) => severity === 'refusal')
      .map(({ sentence, records }) => ({ what: 'refusal' as const, sentence, records: [...records] })),
  ];
}
