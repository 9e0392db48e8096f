import type { z } from 'zod';
import type { mustKnowCalls } from '../../contract/meetings/mustKnow.ts';
import { effectiveHandling } from '../../domain/handling/change.ts';
import { type Circle, organisationOf, withMembership } from '../../domain/handling/circle.ts';
import { markCovers, partyOf } from '../../domain/handling/covers.ts';
import { OPEN_LABELS } from '../../domain/meetings/arrange.ts';
import { actingIn, type Concern, changesFor } from '../../domain/meetings/mustKnow.ts';
import { type NameInPlan, planChangeWords } from '../../domain/meetings/planChangeWords.ts';
import { clockElsewhere, clockOf, isZone } from '../../domain/meetings/timing.ts';
import { type PlanChange, planChanges, slotOf, type ToldPlan } from '../../domain/meetings/told.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { count, text } from '../../domain/records/text.ts';
import { readCircle } from '../records/circle.ts';
import { listRecords } from '../records/listRecords.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';
import { planNow, reaches, type Telling, tellingsOf } from './toldPlans.ts';

type Answer = z.input<typeof mustKnowCalls.mustKnow.output>;
type Line = Answer['parties'][number];

/**
 * Who must know what is another in a plan than each was last told from here, and why: who speaks with the new time
 * there, who leads, the delegations, and the bodies invited to the open session. Empty while nobody was told of the plan.
 * Throws `record.missing`.
 */
export function whoMustKnow(session: Session, meeting: RecordId, language: 'en' | 'fr'): Answer {
  const { vault } = session;
  const tellings = tellingsOf(vault, meeting);
  const [latest] = tellings;
  const now = planNow(vault, meeting, () => true);
  if (latest === undefined || now === undefined) return { sent: latest !== undefined, parties: [] };
  const circle = readCircle(vault);
  const knowable = knowableTo(session, now, circle);
  const nameOf: NameInPlan = (id) => {
    const body = findRecord(vault, id)?.body ?? {};
    const number = count(body.number);
    return { number: number === 0 ? '' : `${number}`, title: text(body.title) };
  };
  const lines = [...concerned(session, circle, now, tellings)].flatMap(([party, concerns]): Line[] => {
    const own = tellings.find((told) => reaches(told, party, circle));
    const acts = concerns.has('speaker') || concerns.has('lead');
    // Who acts and was never told, as a guest, hears of their own items, by what others were told; nobody else of a change before the plan.
    const base = own?.plan ?? (acts ? actedIn(tellings, party) : undefined);
    if (base === undefined) return [];
    const known = knowable(party, base);
    const ownItemsAlone = own === undefined || own.audience === 'guest';
    const changes = changesFor(party, ownItemsAlone ? [] : [...concerns], planChanges(base, known));
    if (changes.length === 0) return [];
    const record = findRecord(vault, party);
    const organisation = organisationOf(circle, party);
    const to = organisation ?? party;
    return [
      {
        party,
        name: record?.title ?? '',
        kind: record?.kind ?? '',
        concerns: ORDER.filter((concern) => concerns.has(concern)),
        ...(organisation === undefined ? {} : { organisationName: findRecord(vault, organisation)?.title ?? '' }),
        sendTo: RecordId.parse(to),
        isOutside: !circle.board.has(to),
        ...(own === undefined ? {} : { told: { bundle: own.bundle, created: own.created } }),
        changes: changes.flatMap((change) => planChangeWords(change, nameOf, language)),
        times: timesThere(party, changes, known),
      },
    ];
  });
  return { sent: true, parties: lines.sort(byConcern) };
}

/** The latest plan that names somebody as who leads or speaks, whoever was told of it. */
function actedIn(tellings: readonly Telling[], party: RecordId): ToldPlan | undefined {
  const names = ({ plan }: Telling) => {
    const { leads, speakers } = actingIn(plan);
    return leads.has(party) || speakers.has(party);
  };
  return tellings.find(names)?.plan;
}

const ORDER: readonly Concern[] = ['speaker', 'lead', 'invited', 'delegation'];

function byConcern(one: Line, other: Line): number {
  const rank = ({ concerns: [first] }: Line) => (first === undefined ? ORDER.length : ORDER.indexOf(first));
  return rank(one) - rank(other) || (one.name < other.name ? -1 : 1);
}

/** Everybody with a part in the meeting, and as what; our own organisation knows already. */
function concerned(
  { vault }: Session,
  circle: Circle,
  now: ToldPlan,
  tellings: readonly Telling[],
): Map<RecordId, Set<Concern>> {
  const found = new Map<RecordId, Set<Concern>>();
  const own = vault.installation.organisation;
  const add = (id: string, concern: Concern) => {
    const party = RecordId.safeParse(id).data;
    const record = party === undefined ? undefined : findRecord(vault, party);
    if (party === undefined || record === undefined || record.deleted) return;
    if (party === own || organisationOf(circle, party) === own) return;
    found.set(party, (found.get(party) ?? new Set()).add(concern));
  };
  const seats = listRecords(vault, { kind: 'participant', where: { meeting: now.meeting }, deleted: false });
  const sent = seats.map(({ body }) => text(body.organisation)).filter((one) => circle.board.has(one));
  for (const one of sent.length > 0 ? sent : withMembership(circle, 'member')) add(one, 'delegation');
  for (const { body } of seats) {
    const party = text(body.person) || text(body.organisation);
    if (!circle.board.has(organisationOf(circle, party) ?? party)) add(party, 'invited');
  }
  for (const { audience, parties } of tellings) {
    if (audience === 'community') for (const party of parties) add(party, 'invited');
  }
  for (const plan of [now, ...tellings.map(({ plan: told }) => told)]) {
    const { leads, speakers } = actingIn(plan);
    for (const party of leads) add(party, 'lead');
    for (const party of speakers) add(party, 'speaker');
  }
  return found;
}

/** What of the plan somebody may know of, and was told: outside, what is open; of what is marked, what covers them. */
function knowableTo({ vault }: Session, now: ToldPlan, circle: Circle): (party: RecordId, base: ToldPlan) => ToldPlan {
  const inMeeting = (kind: string) => listRecords(vault, { kind, where: { meeting: now.meeting }, deleted: false });
  const handled = new Map(
    [...inMeeting('session'), ...inMeeting('agendaItem')].map(({ id, handling, body }) => [
      id,
      effectiveHandling(handling, body),
    ]),
  );
  return (party) => {
    const isOutside = !circle.board.has(organisationOf(circle, party) ?? party);
    const may = (id: RecordId, access: 'closed' | 'open', acting: readonly string[] = []) => {
      const mark = handled.get(id);
      if (mark === undefined) return false;
      if (!isOutside) return markCovers(mark, partyOf(party, circle), circle);
      return acting.includes(party) || (access === 'open' && OPEN_LABELS.includes(mark.label));
    };
    return {
      ...now,
      sessions: now.sessions.filter(({ session, access }) => may(session, access)),
      items: now.items.filter(({ item, access, leads, speakers }) =>
        may(item, access, [...leads, ...speakers.map((speaker) => speaker.party)]),
      ),
    };
  };
}

/** The new time of each changed item at which somebody speaks, by the clock there. */
function timesThere(party: RecordId, changes: readonly PlanChange[], plan: ToldPlan): Line['times'] {
  return plan.items.flatMap((item) => {
    const zone = item.speakers.find((speaker) => speaker.party === party)?.zone ?? '';
    const isAnother = changes.some((change) => change.of === 'days' || change.record === item.item);
    if (!isAnother || !isZone(zone) || !isZone(plan.zone)) return [];
    const { date, starts } = slotOf(plan, item);
    return [{ item: item.item, here: clockOf(starts), date, zone, ...clockElsewhere(date, starts, plan.zone, zone) }];
  });
}
