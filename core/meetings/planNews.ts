import type { PlanNews } from '../../domain/exchange/manifest.ts';
import { organisationOf } from '../../domain/handling/circle.ts';
import { changesFor } from '../../domain/meetings/mustKnow.ts';
import { type NameInPlan, planChangeWords } from '../../domain/meetings/planChangeWords.ts';
import { type PlanChange, planChanges, type ToldPlan } from '../../domain/meetings/told.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { count, text } from '../../domain/records/text.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { Explanation } from '../../domain/release/explain.ts';
import { type BundleAudience, isOutside } from '../../domain/release/material.ts';
import { partiesOf } from '../../domain/release/parties.ts';
import { type Release, releasedRecord } from '../../domain/release/release.ts';
import { findInstallation } from '../exchange/cards.ts';
import { readCircle } from '../records/circle.ts';
import { hasRecord, readRecord } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';
import { planNow, reaches, type Telling, tellingsOf } from './toldPlans.ts';

/** What goes to somebody, as far as it tells of plans. */
export interface Going {
  readonly release: Release<BundleAudience>;
  readonly explanation: Explanation;
  readonly audience: Audience;
  readonly addressees: readonly string[];
  idIn(record: RecordId): RecordId;
}

const PLAN: readonly string[] = ['session', 'agendaItem'];

/** Most sentences that a bundle carries. */
const MOST_NEWS = 200;

/**
 * What a bundle says in words of the plans that changed since those whom it is for were told of them last, and the plans
 * as they are told by it. Named is only what goes in the bundle itself; a guest hears of their own item alone. Meetings
 * that are over are left out.
 */
export function planNews(session: Session, going: Going): { news: PlanNews[]; plans: ToldPlan[] } {
  const { vault, surroundings } = session;
  const { records } = going.explanation;
  const goes = new Set(records.filter((one) => one.goes).map(({ record }) => record));
  const withheld = new Set(records.filter((one) => !one.goes).map(({ record }) => record));
  const yesterday = Temporal.Instant.fromEpochMilliseconds(surroundings.now())
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .subtract({ days: 1 })
    .toString();
  const plans: ToldPlan[] = [];
  const news: PlanNews[] = [];
  const meetings = records.filter(({ kind, goes: does }) => does && kind === 'meeting');
  const parts = new Set(
    records.filter(({ goes: does, kind }) => does && PLAN.includes(kind)).map(({ record }) => record),
  );
  for (const meeting of meetingsOf(
    session,
    meetings.map(({ record }) => record),
    parts,
  )) {
    const last = lastTelling(session, going, meeting);
    // Members keep what they were told before, also where only a part goes; outside, what goes is all there is.
    const keeps = !isOutside(going.audience.kind) && last !== undefined;
    const has = new Set<string>(keeps ? recordsOf(last.plan) : []);
    const isKnown = (record: RecordId) => goes.has(record) || (has.has(record) && !withheld.has(record));
    const now = planNow(vault, meeting, isKnown);
    if (now === undefined || now.ends < yesterday) continue;
    if (!keeps && !goes.has(meeting)) continue;
    plans.push(now);
    if (last === undefined) continue;
    const name = namedIn(session, going, isKnown);
    for (const change of heardBy(going.audience, planChanges(last.plan, now))) {
      const [en, fr] = [planChangeWords(change, name, 'en').join(' '), planChangeWords(change, name, 'fr').join(' ')];
      if (en !== '') news.push({ en: en.slice(0, 1000), fr: fr.slice(0, 1000) });
    }
  }
  return { news: news.slice(0, MOST_NEWS), plans };
}

/** The meetings that go, and those of which a session or an item goes; what these are of need not be here. */
function meetingsOf({ vault }: Session, meetings: readonly string[], parts: ReadonlySet<string>): Set<RecordId> {
  const of = [...parts].map((part) => text(findRecord(vault, part)?.body.meeting));
  return new Set([...meetings, ...of].flatMap((id) => RecordId.safeParse(id).data ?? []));
}

const recordsOf = ({ items, sessions }: ToldPlan): RecordId[] => [
  ...items.map(({ item }) => item),
  ...sessions.map(({ session }) => session),
];

/** What those were told last who were told the longest ago; undefined where one of them was never told. */
function lastTelling({ vault }: Session, { audience, addressees }: Going, meeting: RecordId): Telling | undefined {
  const circle = readCircle(vault);
  const tellings = tellingsOf(vault, meeting);
  const named = partiesOf(audience);
  const parties =
    named.length > 0 ? named : addressees.flatMap((one) => findInstallation(vault, one)?.organisation ?? []);
  const own = vault.installation.organisation;
  const last = [...new Set<string>(parties)]
    .filter((party) => party !== own && organisationOf(circle, party) !== own)
    .map((party) => tellings.findIndex((told) => reaches(told, party, circle)));
  return last.length === 0 || last.includes(-1) ? undefined : tellings[Math.max(...last)];
}

/** Of others' items a guest hears nothing. */
function heardBy(audience: Audience, changes: readonly PlanChange[]): readonly PlanChange[] {
  if (audience.kind === 'guest') {
    return changesFor(audience.party, [], changes).filter(
      (change) => change.of !== 'item' || change.record === audience.item,
    );
  }
  return audience.kind === 'community' ? changes.filter((change) => !('open' in change) || change.open) : changes;
}

/** What something is called in what goes; what does not go is not named. */
function namedIn(
  { vault }: Session,
  { audience, release, idIn }: Going,
  isKnown: (record: RecordId) => boolean,
): NameInPlan {
  return (id) => {
    const record = RecordId.parse(id);
    if (isOutside(audience.kind)) {
      const body = releasedRecord(release, idIn(record))?.body;
      return body === undefined ? undefined : { number: text(body.openNumber), title: text(body.title) };
    }
    if (!isKnown(record) || !hasRecord(vault, record)) return undefined;
    const { body } = readRecord(vault, record);
    const number = count(body.number);
    return { number: number === 0 ? '' : `${number}`, title: text(body.title) };
  };
}
